// Takes a backup of a running house: every table as of one moment, while seats are taken beside it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { knownMigrations } from '../migrate.ts';
import { version } from '../version.ts';
import { type Packed, type Packing, writeZip } from '../zip/write.ts';
import { type BackupManifest, bounds, FORMAT, JOBS, MAILS, MANIFEST, rowsOf, SECRET } from './format.ts';
import { openBackup } from './open-backup.ts';

export type BackupWish = {
  /** Connection string of the database. */
  url: string;
  /** Schemas that are ours. */
  schemas: readonly string[];
  /** Whole name of the file; what stands there stays until the new one is finished and proven. */
  file: string;
  /** What signs this server's links. */
  secret: string;
  /** Where mails are kept while there is no mail server. */
  mailFolder: string;
  /** Another disk, for tests. */
  openSink?: ((path: string) => Writable) | undefined;
};

/**
 * One transaction reads everything (REPEATABLE READ), so it is the house as of its first statement; nobody waits for it.
 * The file is read back, every sum and count of rows compared, before it gets its name. Throws what went wrong.
 */
export async function takeBackup(wish: BackupWish): Promise<BackupManifest> {
  let manifest: BackupManifest | undefined;
  const client = new pg.Client({ connectionString: wish.url, application_name: 'ugroup backup', statement_timeout: 0 });
  client.on('error', () => {});
  await client.connect();
  try {
    // The longest transaction of the house, and the only one nobody waits for: a timeout of the server's own must not end it.
    await client.query('set idle_in_transaction_session_timeout = 0');
    await client.query('begin transaction isolation level repeatable read read only');
    const pack = async (zip: Packing) => {
      manifest = await packInto(zip, client, wish);
    };
    const prove = async (part: string) => (await openBackup(part)).close();
    await writeZip(wish.file, pack, { prove, openSink: wish.openSink });
    return manifest as BackupManifest;
  } finally {
    await client.end().catch(() => {});
  }
}

async function packInto(zip: Packing, client: pg.Client, wish: BackupWish): Promise<BackupManifest> {
  const tables = await tablesOf(client, wish.schemas);
  const { rows } = await client.query<{ at: Date; postgres: string }>(
    `select transaction_timestamp() as at, split_part(current_setting('server_version'), ' ', 1) as postgres`,
  );
  const migrations = await ranMigrations(client);
  const files: Packed[] = [];
  const copied: BackupManifest['tables'] = [];
  for (const { name, columns } of tables) {
    const [schema = '', table = ''] = name.split('.');
    const target = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`;
    const stream = client.query(copyTo(`copy ${target} (${columns.map(pg.escapeIdentifier).join(', ')}) to stdout`));
    files.push(await zip.add(rowsOf(name), stream));
    copied.push({ name, columns, rows: stream.rowCount });
  }
  files.push(await zip.add(JOBS, (await pendingJobs(client)).map((job) => `${JSON.stringify(job)}\n`).join('')));
  files.push(await zip.add(SECRET, wish.secret));
  for (const name of await keptMails(wish.mailFolder)) {
    files.push(await zip.add(name, await readFile(join(wish.mailFolder, name.slice(MAILS.length)))));
  }
  const manifest: BackupManifest = {
    format: FORMAT.name,
    format_version: FORMAT.version,
    made_by: { version: version() },
    migrations,
    postgres: rows[0]?.postgres ?? '',
    taken_at: (rows[0]?.at ?? new Date()).toISOString(),
    tables: copied,
    files,
  };
  await zip.add(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

async function tablesOf(client: pg.Client, schemas: readonly string[]): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname || '.' || c.relname not in ('kit.migration', 'kit.migration_lock')
     group by 1 order by 1`,
    [schemas],
  );
  return rows;
}

/** As the database says, in the order this version knows them: a schema that is neither is nobody's to back up. */
async function ranMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from kit.migration');
  const ran = new Set(rows.map(({ name }) => name));
  return (await knownMigrations()).filter((name) => ran.has(name));
}

/** Jobs that have yet to run, free of the job store's own shape: they are handed in again where they are restored. */
async function pendingJobs(client: pg.Client): Promise<Record<string, unknown>[]> {
  const there = await client.query(
    `select from information_schema.tables where table_schema = 'pgboss' and table_name = 'job'`,
  );
  if (there.rowCount === 0) return [];
  const { rows } = await client.query<Record<string, unknown>>(
    `select id, name, data, priority, start_after, singleton_key from pgboss.job
     where state in ('created', 'retry', 'active') and name not like '\\_\\_%' order by id`,
  );
  return rows;
}

async function keptMails(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .map((name) => `${MAILS}${name}`)
    .filter((name) => bounds.name.test(name))
    .sort();
}
