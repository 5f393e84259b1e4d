// Opens an archive and checks it as a file: its table of contents, every checksum, every count. No database is asked.
import { createHash } from 'node:crypto';
import { LineTooLong, linesOf } from '#kit/lines.ts';
import { knownMigrations } from '#kit/migrate.ts';
import { type OpenZip, openZip } from '#kit/zip/read.ts';
import { bounds, FORMAT, LONGEST_ROW, MANIFEST, type Manifest, MOST_ROWS, manifestSchema, PEOPLE } from './format.ts';
import { ArchiveRefused, asArchiveRefused } from './refusal.ts';

export type OpenArchive = {
  manifest: Manifest;
  /** SHA-256 of the table of contents, which names the SHA-256 of everything else. */
  digest: Buffer;
  /** The lines of a file with rows, and where each stands, such as `tables/events.event.jsonl:3`. */
  rows(name: string): AsyncGenerator<{ line: string; at: string }>;
  close(): void;
};

/** Throws ArchiveRefused with the reason; close it when done. */
export async function openArchive(file: string): Promise<OpenArchive> {
  let zip: OpenZip | undefined;
  try {
    zip = await openZip(file, bounds);
    const { manifest, digest } = await readManifest(zip);
    await checkFiles(zip, manifest);
    const opened = zip;
    return { manifest, digest, rows: (name) => rowsIn(opened, name), close: () => opened.close() };
  } catch (error) {
    zip?.close();
    throw asArchiveRefused(error);
  }
}

async function readManifest(zip: OpenZip): Promise<{ manifest: Manifest; digest: Buffer }> {
  if (!zip.names.has(MANIFEST)) throw new ArchiveRefused('archive.not_ours');
  const text = await zip.text(MANIFEST, 2_000_000);
  const found = parsed(text) as { format?: unknown; format_version?: unknown } | undefined;
  if (found?.format !== FORMAT.name) throw new ArchiveRefused('archive.not_ours', MANIFEST);
  const { format_version } = found;
  if (typeof format_version === 'number' && format_version > FORMAT.version) {
    throw new ArchiveRefused('archive.newer_format', MANIFEST, String(format_version));
  }
  const read = manifestSchema.safeParse(found);
  if (!read.success) throw new ArchiveRefused('archive.not_ours', MANIFEST, read.error.issues[0]?.path.join('.'));
  const { version, schema } = read.data.made_by;
  // A table or a column that was added is no new format, but this version has no place for it.
  if (schema > ((await knownMigrations()).at(-1) ?? '')) throw new ArchiveRefused('archive.newer_schema', '', version);
  return { manifest: read.data, digest: createHash('sha256').update(text).digest() };
}

async function checkFiles(zip: OpenZip, { files, counts }: Manifest): Promise<void> {
  const listed = new Set(files.map(({ name }) => name));
  for (const name of zip.names.keys()) {
    if (name !== MANIFEST && !listed.has(name)) throw new ArchiveRefused('archive.file_unnamed', name);
  }
  if (!listed.has(PEOPLE) || listed.size !== files.length) throw new ArchiveRefused('archive.not_ours', MANIFEST);
  let all = 0;
  for (const { name, bytes, sha256, rows } of files) {
    if (!zip.names.has(name)) throw new ArchiveRefused('archive.file_missing', name);
    let lines = 0;
    const measured = await zip.measure(name, (chunk) => {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
    });
    if (measured.bytes !== bytes || measured.sha256 !== sha256) throw new ArchiveRefused('archive.checksum', name);
    const table = /^tables\/(.*)\.jsonl$/.exec(name)?.[1];
    if (table === undefined) continue;
    if (rows !== lines || counts[table] !== lines) throw new ArchiveRefused('archive.wrong_count', name);
    all += lines;
    if (all > MOST_ROWS) throw new ArchiveRefused('archive.too_big', name);
  }
}

async function* rowsIn(zip: OpenZip, name: string): AsyncGenerator<{ line: string; at: string }> {
  let n = 0;
  try {
    for await (const line of linesOf(await zip.stream(name), LONGEST_ROW)) yield { line, at: `${name}:${++n}` };
  } catch (error) {
    if (error instanceof LineTooLong) throw new ArchiveRefused('archive.bad_row', `${name}:${n + 1}`);
    throw asArchiveRefused(error);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
