// `ugroup restore FILE --into FOLDER|DATABASE_URL`: a backup put back, into an empty place and nowhere else.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fillDatabase, refuseOccupied } from '#kit/backup/copy-in.ts';
import { BackupRefused, type OpenBackup, openBackup, refuseNewer } from '#kit/backup/open-backup.ts';
import { refuseFull, refuseOtherSecret, restoreFiles, restoreFolder } from '#kit/backup/restore-folder.ts';
import { projectRoot } from '#kit/root.ts';
import { jobKinds, schemas } from '../rooms.ts';
import { type Command, misunderstood } from './command.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal } from './terminal.ts';

/** A database of one's own gets the rows; its secret and kept mails go into the data folder (UGROUP_DATA). */
export const restore: Command = async (args, terminal) => {
  const read = readArguments(args, { into: { type: 'string' } }, { what: 'a FILE', least: 1, most: 1 });
  if ('wrong' in read) return misunderstood(read.wrong, terminal);
  const into = String(read.values.into ?? '');
  if (into === '') return misunderstood('It needs --into, with a FOLDER or a DATABASE_URL.', terminal);
  const from = process.env.INIT_CWD ?? '.';
  const file = resolve(from, read.rest[0] ?? '');
  if (!existsSync(file)) {
    terminal.complain(`There is no file ${file}.`);
    return 1;
  }
  const isDatabase = /^(postgres(ql)?|socket):/.test(into);
  const folder = resolve(from, into);
  let backup: OpenBackup | undefined;
  try {
    if (!isDatabase) refuseFull(folder);
    backup = await openBackup(file);
    await refuseNewer(backup.manifest);
    const wish = { backup, schemas, jobKinds, say: terminal.progress };
    if (isDatabase) await intoDatabase(into, wish);
    else await restoreFolder(folder, wish);
    tell(terminal, backup, isDatabase ? undefined : folder);
    return 0;
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    terminal.complain(`${error.message} Nothing was restored.`);
    return 1;
  } finally {
    backup?.close();
  }
};

async function intoDatabase(url: string, wish: Omit<Parameters<typeof fillDatabase>[0], 'url'>): Promise<void> {
  const data = resolve(projectRoot, process.env.UGROUP_DATA ?? 'data');
  await refuseOtherSecret(data, wish.backup);
  await refuseOccupied(url, schemas);
  await fillDatabase({ ...wish, url });
  await restoreFiles(data, wish.backup);
}

function tell(terminal: Terminal, { manifest }: OpenBackup, folder: string | undefined): void {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0).toLocaleString('en');
  terminal.say(
    `The house of ${manifest.taken_at.slice(0, 16).replace('T', ' ')} UTC is back: ${rows} rows, all counted.`,
  );
  terminal.say(folder ? `Start it: UGROUP_DATA=${folder} npm start` : 'Start it with DATABASE_URL set to it.');
  terminal.say(
    'Its mails wait until you say go, because they may have left since then: on the keeper’s page, or with npm run ugroup -- mail --resume.',
  );
}
