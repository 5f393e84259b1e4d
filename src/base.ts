// The database under the house: our own PostgreSQL or the one DATABASE_URL names, brought up to this version's schema.
import { join } from 'node:path';
import { type Config, readConfig } from '#kit/config.ts';
import { openDatabase } from '#kit/db.ts';
import { openJobs } from '#kit/jobs.ts';
import type { Log } from '#kit/log.ts';
import { migrate } from '#kit/migrate.ts';
import { joinPostgres, startPostgres } from '#kit/postgres/index.ts';
import { jobKinds } from './rooms.ts';

export type Base = { config: Config; url: string; stop(): Promise<void> } | { refused: string; sentence: string };

/**
 * `serves`: this process is the server and must be the only one on its data; otherwise it is a command, which joins a
 * running server's database or starts it for its own duration. `demo`: everything lies in a folder of its own.
 */
export async function openBase(options: { log: Log; demo?: boolean; serves: boolean }): Promise<Base> {
  const config = await readConfig();
  if (options.demo && !process.env.UGROUP_DATA) config.data = `${config.data}-demo`;
  if (config.databaseUrl) return migrated(config, config.databaseUrl, async () => {}, options.log);

  const open = options.serves ? startPostgres : joinPostgres;
  const postgres = await open({
    folder: join(config.data, 'postgres'),
    log: (line) => options.log.info(line),
  });
  if ('refused' in postgres) return { refused: postgres.refused, sentence: postgres.detail };
  try {
    return await migrated(config, postgres.url, () => postgres.stop(), options.log);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function migrated(config: Config, url: string, stop: () => Promise<void>, log: Log): Promise<Base> {
  const database = openDatabase(url, { max: 3 });
  try {
    const { rows } = await database.pool.query<{ number: string }>('show server_version_num');
    const version = Math.floor(Number(rows[0]?.number ?? Object.values(rows[0] ?? {})[0]) / 10_000);
    if (version < 15) {
      return {
        refused: 'kit.old_postgres',
        sentence: `The database at DATABASE_URL is PostgreSQL ${version}; Ugroup needs 15 or later.`,
      };
    }
    for (const name of await migrate(database.db)) log.info({ event: 'kit.migrated', name });
    const jobs = await openJobs(database, jobKinds);
    await jobs.stop();
  } finally {
    await database.close();
  }
  return { config, url, stop };
}
