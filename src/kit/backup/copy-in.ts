// Puts the rows of a backup into an empty database: the schema as it was, the rows, then the schema of this version.
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { z } from 'zod';
import { openDatabase } from '../db.ts';
import { type JobKind, openJobs } from '../jobs.ts';
import { pauseMails } from '../mail/pause.ts';
import { migrate, migrateTo } from '../migrate.ts';
import { type BackupManifest, JOBS, rowsOf } from './format.ts';
import { BackupRefused, type OpenBackup } from './open-backup.ts';

export type RestoreWish = {
  /** Connection string of an empty database. */
  url: string;
  backup: OpenBackup;
  schemas: readonly string[];
  jobKinds: readonly JobKind[];
  say?: (line: string) => void;
};

/** Throws BackupRefused when something of ours is in the database already. */
export async function refuseOccupied(url: string, schemas: readonly string[]): Promise<void> {
  const client = await connected(url);
  try {
    const { rows } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any($1) and c.relkind in ('r', 'p') limit 1`,
      [[...schemas, 'pgboss']],
    );
    if (!rows[0]) return;
    throw new BackupRefused(
      `There is a Ugroup in that database already (${rows[0].name}). A backup goes into an empty one.`,
    );
  } finally {
    await client.end();
  }
}

/**
 * All rows in one transaction, counted against the backup. Mails that waited are paused until the keeper says go: the
 * house they come from may have sent them since. If it fails, what it made is taken away again and the reason thrown.
 */
export async function fillDatabase({ url, backup, schemas, jobKinds, say = () => {} }: RestoreWish): Promise<void> {
  const { manifest } = backup;
  const database = openDatabase(url, { max: 3 });
  try {
    await migrateTo(database.db, manifest.migrations);
    await copyRows(url, backup, say);
    const later = await migrate(database.db);
    if (later.length > 0) say(`The schema was brought from ${manifest.migrations.at(-1)} to ${later.at(-1)}.`);
    const jobs = await openJobs(database, jobKinds);
    for (const { name, ...job } of await pendingJobs(backup)) {
      if (jobKinds.some((kind) => kind === name)) await jobs.boss.insert(name, [job]);
    }
    await jobs.stop();
    await pauseMails(database.db, { taken_at: manifest.taken_at });
  } catch (error) {
    await takeAway(url, schemas).catch(() => {});
    throw error;
  } finally {
    await database.close();
  }
}

async function copyRows(url: string, backup: OpenBackup, say: (line: string) => void): Promise<void> {
  const client = await connected(url);
  try {
    await client.query('begin');
    const tables = await inOrder(client, backup.manifest.tables);
    const names = tables.map(({ name }) => quoted(name));
    // A migration may have put something into a table of its own.
    await client.query(`truncate ${names.join(', ')}`);
    let done = 0;
    for (const { name, columns, rows } of tables) {
      const into = client.query(
        copyFrom(`copy ${quoted(name)} (${columns.map(pg.escapeIdentifier).join(', ')}) from stdin`),
      );
      await pipeline(await backup.zip.stream(rowsOf(name)), into);
      const { rows: counted } = await client.query<{ n: string }>(`select count(*) as n from ${quoted(name)}`);
      if (Number(counted[0]?.n) !== rows)
        throw new BackupRefused(`${name} has ${counted[0]?.n} rows and should have ${rows}.`);
      say(`${++done} of ${tables.length} tables`);
    }
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end().catch(() => {});
  }
}

/** What is pointed to before what points to it. */
async function inOrder(client: pg.Client, tables: BackupManifest['tables']): Promise<BackupManifest['tables']> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `select distinct fn.nspname || '.' || f.relname as "from", tn.nspname || '.' || t.relname as "to"
     from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
     join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where k.contype = 'f' and k.conrelid <> k.confrelid`,
  );
  const ordered: BackupManifest['tables'] = [];
  const waiting = new Map(tables.map((table) => [table.name, table]));
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(
      ({ name }) => !rows.some(({ from, to }) => from === name && waiting.has(to)),
    );
    if (free.length === 0) throw new Error(`backup: keys go round in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const table of free) {
      ordered.push(table);
      waiting.delete(table.name);
    }
  }
  return ordered;
}

const jobShape = z.object({
  id: z.string(),
  name: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  priority: z.number(),
  start_after: z.string(),
  singleton_key: z.string().nullable(),
});

async function pendingJobs(backup: OpenBackup) {
  const text = await backup.zip.text(JOBS, 500_000_000);
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => {
    const { start_after, singleton_key, data, ...job } = jobShape.parse(JSON.parse(line));
    const key = singleton_key === null ? {} : { singletonKey: singleton_key };
    return { ...job, data: data ?? {}, startAfter: new Date(start_after), ...key };
  });
}

async function takeAway(url: string, schemas: readonly string[]): Promise<void> {
  const client = await connected(url);
  for (const schema of [...schemas, 'pgboss']) {
    await client.query(`drop schema if exists ${pg.escapeIdentifier(schema)} cascade`);
  }
  await client.end();
}

function quoted(name: string): string {
  return name.split('.').map(pg.escapeIdentifier).join('.');
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'ugroup restore',
    // Tables of any size: a timeout of the server's own must not end it half-way.
    statement_timeout: 0,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}
