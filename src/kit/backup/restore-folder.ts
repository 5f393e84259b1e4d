// Restores a backup into a data folder of its own, with a PostgreSQL of its own: all of it appears, or nothing.
import { createWriteStream, existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { joinPostgres } from '../postgres/index.ts';
import { fillDatabase, type RestoreWish } from './copy-in.ts';
import { MAILS, SECRET } from './format.ts';
import { BackupRefused, type OpenBackup } from './open-backup.ts';

/** Where a restore works until it is finished. */
const WORK = '.restoring';

/** Throws BackupRefused unless the folder is empty or not there yet. */
export function refuseFull(folder: string): void {
  if (!existsSync(folder)) return;
  const [first] = readdirSync(folder);
  if (first === undefined) return;
  if (first === WORK) {
    throw new BackupRefused(`A restore into ${folder} was interrupted. Delete the folder, then restore again.`);
  }
  throw new BackupRefused(
    `There is something in ${folder} already (${first}). A backup goes into an empty folder, or one that does not exist.`,
  );
}

/**
 * Works below `folder/.restoring` and moves everything up when it is finished, so that a folder that is its own disk will
 * do, and nobody takes half a house for a whole one.
 */
export async function restoreFolder(folder: string, wish: Omit<RestoreWish, 'url'>): Promise<void> {
  refuseFull(folder);
  const work = join(folder, WORK);
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    await fillOwn(join(work, 'postgres'), wish);
    await restoreFiles(work, wish.backup);
    for (const name of ['mail', 'secret', 'postgres']) {
      if (existsSync(join(work, name))) await rename(join(work, name), join(folder, name));
    }
  } finally {
    await removeOwn(work);
  }
}

async function fillOwn(folder: string, wish: Omit<RestoreWish, 'url'>): Promise<void> {
  const postgres = await joinPostgres({ folder, log: () => {} });
  if ('refused' in postgres) throw new BackupRefused(postgres.detail);
  try {
    await fillDatabase({ ...wish, url: postgres.url });
  } finally {
    await postgres.stop();
  }
}

/** Writes the secret and the kept mails into a data folder. One that has another secret keeps it, and that is refused. */
export async function restoreFiles(data: string, { manifest, zip }: OpenBackup): Promise<void> {
  await mkdir(join(data, 'mail'), { recursive: true, mode: 0o700 });
  await writeFile(join(data, 'secret'), `${await zip.text(SECRET, 10_000)}\n`, { mode: 0o600, flush: true });
  for (const { name } of manifest.files) {
    if (!name.startsWith(MAILS)) continue;
    // The name is one of `bounds`, so it leads nowhere else.
    await pipeline(
      await zip.stream(name),
      createWriteStream(join(data, 'mail', name.slice(MAILS.length)), { mode: 0o600 }),
    );
  }
}

/** Throws BackupRefused when a data folder has a secret that is not the backup's. */
export async function refuseOtherSecret(data: string, { zip }: OpenBackup): Promise<void> {
  const there = await readFile(join(data, 'secret'), 'utf8').catch(() => '');
  if (there === '' || there.trim() === (await zip.text(SECRET, 10_000))) return;
  throw new BackupRefused(
    `${join(data, 'secret')} is another server's: links in mails of the backup would not work with it. Move it away, then restore again.`,
  );
}

// A database that had to lie elsewhere is named in its folder: it goes with it.
async function removeOwn(work: string): Promise<void> {
  const pointer = await readFile(join(work, 'postgres', 'elsewhere'), 'utf8').catch(() => '');
  const elsewhere = pointer.split('\n')[0] ?? '';
  if (/\/[0-9a-f]{16}$/.test(elsewhere)) await rm(elsewhere, { recursive: true, force: true });
  await rm(work, { recursive: true, force: true });
}
