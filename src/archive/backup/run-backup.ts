// Takes a backup into a folder, notes how it went, lets old ones go, and tells the keepers when it failed.
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { takeBackup } from '#kit/backup/copy-out.ts';
import { backupName, decideDropped, type KeepRule } from '#kit/backup/keep-rule.ts';
import { BackupRefused } from '#kit/backup/open-backup.ts';
import type { Config } from '#kit/config.ts';
import { transact } from '#kit/db.ts';
import { newId } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Db, NewRow, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { backupSchemas } from './schemas.ts';

export type RunWish = {
  db: Db;
  url: string;
  config: Pick<Config, 'data' | 'secret'>;
  folder: string;
  now: Instant;
  /** By the clock: then old ones go by this rule, and keepers hear when it fails. Undefined: by hand. */
  keep?: KeepRule | undefined;
  openSink?: Parameters<typeof takeBackup>[0]['openSink'];
};
export type Ran = { file: string; bytes: number; rows: number; dropped: string[] };
export type Failed = { went_wrong: string; sentence: string };

/** A failed one leaves the folder as it was. Never throws for what the backup itself ran into. */
export async function runBackup(wish: RunWish): Promise<Ran | Failed> {
  const { db, url, config, folder, now, keep } = wish;
  const began_at = new Date(now.epochMilliseconds);
  const file = join(folder, backupName(began_at));
  const row = {
    backup_id: newId<'archive.backup'>(),
    began_at,
    is_scheduled: keep !== undefined,
    file_name: backupName(began_at),
  };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await sweepParts(folder);
    const mailFolder = join(config.data, 'mail');
    const { tables } = await takeBackup({
      url,
      schemas: backupSchemas(),
      file,
      secret: config.secret,
      mailFolder,
      openSink: wish.openSink,
    });
    const { size: bytes } = await stat(file);
    const dropped = keep ? decideDropped(await readdir(folder), keep) : [];
    for (const name of dropped) await rm(join(folder, name), { force: true });
    await transact(db, (tx) => note(tx, { ...row, ended_at: new Date(), bytes, went_wrong: null }));
    return { file, bytes, rows: tables.reduce((sum, { rows }) => sum + rows, 0), dropped };
  } catch (error) {
    const went_wrong = codeOf(error);
    // A database that is away cannot note it either; the log of the server then says it alone.
    await transact(db, async (tx) => {
      const isNews = keep !== undefined && (await lastWasGood(tx));
      await note(tx, { ...row, ended_at: new Date(), bytes: null, went_wrong });
      if (isNews) await tellKeepers(tx, went_wrong);
    }).catch(() => {});
    return { went_wrong, sentence: error instanceof Error ? error.message : String(error) };
  }
}

async function note(tx: Tx, row: NewRow<'archive.backup'>): Promise<void> {
  await tx.insertInto('archive.backup').values(row).execute();
}

async function lastWasGood(tx: Tx): Promise<boolean> {
  const last = await tx
    .selectFrom('archive.backup')
    .select('went_wrong')
    .where('is_scheduled', '=', true)
    .orderBy('backup_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return !last || last.went_wrong === null;
}

/** Once when it begins to fail, not every night: the keeper's page says how long it has been. */
async function tellKeepers(tx: Tx, went_wrong: string): Promise<void> {
  const keepers = await tx
    .selectFrom('people.person')
    .select(['person_id', 'address', 'lang'])
    .where('is_keeper', '=', true)
    .execute();
  await queueMails(
    tx,
    keepers.map(({ person_id, address: to, lang }) => ({
      template: 'archive.backup-failed',
      to,
      person_id,
      lang,
      args: { went_wrong },
    })),
  );
}

// What a killed run left unfinished; another one may just be at work, so only what is a day old.
async function sweepParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^\.ugroup-.*\.zip\.part$/.test(name)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > 86_400_000) await rm(join(folder, name), { force: true });
  }
}

/** A code, because what a file system says in its own words names folders. */
function codeOf(error: unknown): string {
  if (error instanceof BackupRefused) return 'unproven';
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^[A-Z0-9]{3,20}$/.test(code) ? code : 'unknown';
}
