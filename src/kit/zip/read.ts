// Reads a zip somebody hands in: nothing in it is believed before it has been looked at, and nothing is unpacked to a path.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Entry, openPromise } from 'yauzl';

export type ZipFault =
  /** No zip at all, or cut off: its table of contents stands at the end. */
  'zip.not_whole' | 'zip.damaged' | 'zip.too_many' | 'zip.too_big' | 'zip.bad_name' | 'zip.name_twice' | 'zip.locked';

/** `at`: the name inside the zip it is about. */
export class ZipRefused extends Error {
  override name = 'ZipRefused';
  readonly code: ZipFault;
  readonly at: string;
  constructor(code: ZipFault, at = '', options?: ErrorOptions) {
    super(at === '' ? code : `${code}: ${at}`, options);
    this.code = code;
    this.at = at;
  }
}

export type Bounds = {
  /** Most files in it. */
  files: number;
  /** Most bytes of all of them unpacked. */
  bytes: number;
  /** What a file in it may be called. */
  name: RegExp;
};

export type OpenZip = {
  /** Unpacked sizes by name, in the order of the file. */
  names: ReadonlyMap<string, number>;
  /** The contents of one file as a stream. Ends with a ZipRefused where they are not what the table of contents says. */
  stream(name: string): Promise<Readable>;
  /** All of one file, for small ones. */
  text(name: string, most: number): Promise<string>;
  /** Length and SHA-256 (hex) of one file, read to its end. */
  measure(name: string, look?: (chunk: Buffer) => void): Promise<{ bytes: number; sha256: string }>;
  close(): void;
};

/**
 * Opens `file` and checks its table of contents: names, number, sizes. A stream never gives more than the table said (the
 * reader counts), so what passes here cannot grow. Throws ZipRefused; close it when done.
 */
export async function openZip(file: string, bounds: Bounds): Promise<OpenZip> {
  const zip = await openPromise(file, { autoClose: false, strictFileNames: true }).catch((cause: unknown) => {
    if (typeof (cause as NodeJS.ErrnoException).syscall === 'string') throw cause;
    throw new ZipRefused('zip.not_whole', '', { cause });
  });
  try {
    const entries = await tableOf(zip.eachEntry(), bounds);
    const stream = async (name: string) => {
      const entry = entries.get(name);
      if (!entry) throw new ZipRefused('zip.damaged', name);
      return named(await damagedIfNot(zip.openReadStreamPromise(entry), name), name);
    };
    return {
      names: new Map([...entries].map(([name, { uncompressedSize }]) => [name, uncompressedSize])),
      stream,
      async text(name, most) {
        if ((entries.get(name)?.uncompressedSize ?? 0) > most) throw new ZipRefused('zip.too_big', name);
        const chunks: Buffer[] = [];
        for await (const chunk of await stream(name)) chunks.push(chunk as Buffer);
        return Buffer.concat(chunks).toString('utf8');
      },
      async measure(name, look) {
        const hash = createHash('sha256');
        let bytes = 0;
        for await (const chunk of (await stream(name)) as AsyncIterable<Buffer>) {
          hash.update(chunk);
          bytes += chunk.length;
          look?.(chunk);
        }
        return { bytes, sha256: hash.digest('hex') };
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function tableOf(listed: AsyncIterable<Entry>, bounds: Bounds): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  try {
    for await (const entry of listed) {
      const { fileName: name, uncompressedSize } = entry;
      if (!bounds.name.test(name)) throw new ZipRefused('zip.bad_name', shown(name));
      if (entries.has(name)) throw new ZipRefused('zip.name_twice', name);
      if (entry.isEncrypted()) throw new ZipRefused('zip.locked', name);
      if (!entry.canDecodeFileData()) throw new ZipRefused('zip.damaged', name);
      entries.set(name, entry);
      bytes += uncompressedSize;
      if (entries.size > bounds.files) throw new ZipRefused('zip.too_many');
      if (bytes > bounds.bytes) throw new ZipRefused('zip.too_big', name);
    }
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    const said = error instanceof Error ? error.message : '';
    // The reader refuses names that lead out of a folder before we see them.
    if (/relative path|absolute path|invalid characters in fileName/.test(said)) {
      throw new ZipRefused('zip.bad_name', shown(said.slice(said.lastIndexOf(': ') + 2)), { cause: error });
    }
    throw new ZipRefused('zip.damaged', '', { cause: error });
  }
  return entries;
}

/** A stream whose every error says which file it was. */
function named(stream: Readable, name: string): Readable {
  async function* chunks() {
    try {
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (cause) {
      throw new ZipRefused('zip.damaged', name, { cause });
    }
  }
  return Readable.from(chunks(), { objectMode: false });
}

async function damagedIfNot<T>(work: Promise<T>, name: string): Promise<T> {
  return work.catch((cause: unknown) => {
    throw new ZipRefused('zip.damaged', name, { cause });
  });
}

function shown(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
}
