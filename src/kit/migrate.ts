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

/** The same with these migrations alone: a database as an earlier version left it. */
export async function migrateTo(
  db: Db,
  names: readonly string[],
  folder: string = migrationsFolder,
): Promise<string[]> {
  const migrator = new Migrator({
    db,
    migrationTableSchema: 'kit',
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
    provider: {
      async getMigrations() {
        const texts = await Promise.all(
          names.map(async (name) => [name, await readFile(join(folder, `${name}.sql`), 'utf8')] as const),
        );
        return Object.fromEntries(
          texts.map(([name, text]) => [
            name,
            {
              async up(tx: Db) {
                await sql.raw(text).execute(tx);
              },
            },
          ]),
        );
      },
    },
  });
  const { error, results } = await migrator.migrateToLatest();
  const broken = results?.find((result) => result.status === 'Error');
  if (error)
    throw new Error(`migration ${broken?.migrationName ?? ''} did not run: ${messageOf(error)}`, { cause: error });
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
