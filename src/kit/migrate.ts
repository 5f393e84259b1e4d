// Brings the database's schema up to this version: numbered plain-SQL files, one history.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { projectRoot } from './root.ts';
import type { Db } from './tables.ts';

export const migrationsFolder = join(projectRoot, 'db', 'migrations');

/** Every migration this version knows, by name, in order. */
export async function knownMigrations(folder: string = migrationsFolder): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-[a-z-]+\.sql$/.test(file));
  return files.map((file) => file.slice(0, -4)).sort();
}

/** Runs what has not run yet, each file in a transaction; returns the names that ran. Throws with the file's name. */
export async function migrate(db: Db, folder: string = migrationsFolder): Promise<string[]> {
  return migrateTo(db, await knownMigrations(folder), folder);
}

/**
 * The same with these migrations alone: a database as an earlier version left it. A file that builds something CONCURRENTLY
 * runs outside a transaction, one statement at a time: PostgreSQL wants it so.
 */
export async function migrateTo(
  db: Db,
  names: readonly string[],
  folder: string = migrationsFolder,
): Promise<string[]> {
  const texts = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, `${name}.sql`), 'utf8')] as const)),
  );
  const alone = (name: string) => isConcurrent(texts.get(name) ?? '');
  const migrator = (disableTransactions: boolean) =>
    new Migrator({
      db,
      migrationTableSchema: 'kit',
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
      disableTransactions,
      // Rooms grow side by side: a number says what comes before in its own room, not that nothing older is missing here.
      allowUnorderedMigrations: true,
      provider: {
        getMigrations: async () =>
          Object.fromEntries(
            [...texts].map(([name, text]) => [name, { up: (tx: Db) => run(tx, text, disableTransactions) }]),
          ),
      },
    });
  const known = await migrator(false).getMigrations();
  const waiting = known.filter(({ executedAt }) => !executedAt).map(({ name }) => name);
  // Each the last of a stretch that is run the same way.
  const stops = waiting.filter((name, at) => at + 1 === waiting.length || alone(name) !== alone(waiting[at + 1] ?? ''));
  const ran: string[] = [];
  for (const stop of stops) {
    const { error, results = [] } = await migrator(alone(stop)).migrateTo(stop);
    const broken = results.find((result) => result.status === 'Error');
    if (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`migration ${broken?.migrationName ?? ''} did not run: ${reason}`, { cause: error });
    }
    ran.push(...results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName));
  }
  return ran;
}

/** A lock that cannot be had in this time is not waited for: everybody else would be waiting behind it. */
const LOCK_TIMEOUT = '3s';

async function run(tx: Db, text: string, alone: boolean): Promise<void> {
  const here = alone ? '' : 'local ';
  // The pool's own limit on a statement is meant for pages, not for building an index over years of rows.
  await sql.raw(`set ${here}lock_timeout = '${LOCK_TIMEOUT}'; set ${here}statement_timeout = 0`).execute(tx);
  if (!alone) return void (await sql.raw(text).execute(tx));
  for (const statement of withoutComments(text).split(';')) {
    if (statement.trim() !== '') await sql.raw(statement).execute(tx);
  }
  await sql.raw('reset lock_timeout; reset statement_timeout').execute(tx);
}

const isConcurrent = (text: string): boolean => /\bconcurrently\b/i.test(withoutComments(text));
const withoutComments = (text: string): string => text.replace(/--.*$/gm, '');
