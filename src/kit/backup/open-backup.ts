// Opens a backup and proves it: every file there, every sum right, as many rows as were written.
import { knownMigrations } from '../migrate.ts';
import { type OpenZip, openZip, ZipRefused } from '../zip/read.ts';
import { type BackupManifest, backupShape, bounds, FORMAT, MANIFEST, rowsOf } from './format.ts';

/** Not a backup, or not one that can be put back. The message is a sentence for whoever typed the command. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}

export type OpenBackup = { manifest: BackupManifest; zip: OpenZip; close(): void };

/** Reads all of it. Throws BackupRefused with the reason; close it when done. */
export async function openBackup(file: string): Promise<OpenBackup> {
  let zip: OpenZip | undefined;
  try {
    zip = await openZip(file, bounds);
    const manifest = await readManifest(zip);
    await prove(zip, manifest);
    const opened = zip;
    return { manifest, zip, close: () => opened.close() };
  } catch (error) {
    zip?.close();
    throw error instanceof ZipRefused ? new BackupRefused(sentenceFor(error), { cause: error }) : error;
  }
}

async function readManifest(zip: OpenZip): Promise<BackupManifest> {
  const text = zip.names.has(MANIFEST) ? await zip.text(MANIFEST, 100_000_000) : 'null';
  const found = parsed(text) as { format?: unknown; format_version?: unknown } | null | undefined;
  if (found?.format !== FORMAT.name) throw new BackupRefused('This is no backup of a Ugroup.');
  if (Number(found.format_version) > FORMAT.version) {
    throw new BackupRefused('This backup was made by a newer Ugroup. Restore it with that version or a later one.');
  }
  const read = backupShape.safeParse(found);
  if (!read.success) throw new BackupRefused(`The backup's ${MANIFEST} is not as it has to be.`);
  return read.data;
}

async function prove(zip: OpenZip, { files, tables }: BackupManifest): Promise<void> {
  const rows = new Map(tables.map(({ name, rows }) => [rowsOf(name), rows]));
  const listed = new Set(files.map(({ name }) => name));
  const stranger = [...zip.names.keys()].find((name) => name !== MANIFEST && !listed.has(name));
  if (stranger) throw new BackupRefused(`There is a file in it that does not belong to a backup: ${stranger}.`);
  for (const name of rows.keys()) if (!listed.has(name)) throw new BackupRefused(`${name} is missing in the backup.`);
  for (const { name, bytes, sha256 } of files) {
    if (!zip.names.has(name)) throw new BackupRefused(`${name} is missing in the backup.`);
    let lines = 0;
    const measured = await zip.measure(name, (chunk) => {
      // COPY writes a line break inside of a text as \n, so a line is a row.
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
    });
    if (measured.bytes !== bytes || measured.sha256 !== sha256) {
      throw new BackupRefused(`${name} is not what it was when the backup was made: its checksum differs.`);
    }
    if (rows.has(name) && rows.get(name) !== lines) {
      throw new BackupRefused(`${name} has ${lines} rows and should have ${rows.get(name)}.`);
    }
  }
}

/** Throws BackupRefused when its schema is newer than what this version knows. */
export async function refuseNewer({ migrations, made_by }: BackupManifest): Promise<void> {
  const known = new Set(await knownMigrations());
  const unknown = migrations.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new BackupRefused(
    `This backup was made by a newer Ugroup (${made_by.version}): this one does not know ${unknown}. Bring the program up to date first.`,
  );
}

function sentenceFor({ code, at }: ZipRefused): string {
  if (code === 'zip.not_whole') return 'This is no backup, or it was cut off.';
  if (code === 'zip.bad_name') return `This is no backup of a Ugroup: it has ${at} in it.`;
  return at === '' ? 'The backup is damaged.' : `The backup is damaged: ${at}.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
