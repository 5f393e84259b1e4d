// Writes a zip as a stream, under another name until it is whole: what stands at the name is always a file that was finished.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** One file in a zip, as it was written: how long it is unpacked, and the SHA-256 of that in hex. */
export type Packed = { name: string; bytes: number; sha256: string };
export type Contents = string | Buffer | Readable | AsyncIterable<string | Buffer>;
export type Packing = {
  /** Resolves when all of it has been packed. One after the other. */
  add(name: string, contents: Contents): Promise<Packed>;
};

/** Last look at the finished file before it gets its name; what it throws leaves the name as it was. */
type Proof = (part: string) => Promise<void>;

/**
 * Writes `file` (mode 0600) with what `pack` adds. It is flushed to the disk, shown to `prove` and only then renamed, so a
 * full disk, a kill or a failed proof leaves whatever stood there before. Throws what went wrong.
 */
export async function writeZip(
  file: string,
  pack: (zip: Packing) => Promise<void>,
  options: { prove?: Proof; openSink?: ((path: string) => Writable) | undefined } = {},
): Promise<void> {
  const part = join(dirname(file), `.${basename(file)}.part`);
  await rm(part, { force: true });
  try {
    await writePart(part, pack, options.openSink ?? toDisk);
    await options.prove?.(part);
    await rename(part, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

const toDisk = (path: string): Writable => createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true });

async function writePart(
  part: string,
  pack: (zip: Packing) => Promise<void>,
  openSink: (path: string) => Writable,
): Promise<void> {
  const zip = new ZipFile();
  const stop = new AbortController();
  const onDisk = pipeline(zip.outputStream, openSink(part), { signal: stop.signal });
  const failed = new Promise<never>((_, reject) => {
    zip.on('error', reject);
    onDisk.catch(reject);
  });
  failed.catch(() => {});
  const add = (name: string, contents: Contents) => Promise.race([addOne(zip, name, contents, stop.signal), failed]);
  try {
    await Promise.race([pack({ add }), failed]);
    zip.end();
    await Promise.race([onDisk, failed]);
  } catch (error) {
    stop.abort(error);
    await onDisk.catch(() => {});
    throw error;
  }
}

async function addOne(zip: ZipFile, name: string, contents: Contents, signal: AbortSignal): Promise<Packed> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  // An old date for all: the same contents make the same file.
  zip.addReadStream(counted, name, { mtime: new Date(Date.UTC(1980, 0, 1)), mode: 0o100600 });
  const whole = typeof contents === 'string' || Buffer.isBuffer(contents) ? [Buffer.from(contents)] : contents;
  const source = whole instanceof Readable ? whole : Readable.from(whole, { objectMode: true });
  await pipeline(source, counted, { signal, end: true });
  return { name, bytes, sha256: hash.digest('hex') };
}

// A rename lasts only when its folder is written, too; Windows cannot open folders and does it by itself.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  await opened.sync().finally(() => opened.close());
}
