// The database for as long as a command needs it: the running server's, or started for the occasion.
import { connectSchemas } from '#archive';
import { type Config, ConfigError } from '#kit/config.ts';
import { isAway, openDatabase } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { openLimits } from '#kit/limits.ts';
import { silentLog } from '#kit/log.ts';
import { openPageCache } from '#kit/page-cache.ts';
import type { Db } from '#kit/tables.ts';
import { Temporal } from '#kit/time.ts';
import { connectTravels } from '#kit/travels.ts';
import { archives } from '../archives.ts';
import { openBase } from '../base.ts';
import { schemas } from '../rooms.ts';
import type { Terminal } from './terminal.ts';

/** Runs `work` over an open, migrated database and closes everything after it. Gives its exit code, 1 when there is no database. */
export async function withDatabase(
  terminal: Terminal,
  work: (db: Db, config: Config, url: string) => Promise<number>,
): Promise<number> {
  const base = await openBase({ log: silentLog(), serves: false });
  if ('refused' in base) {
    terminal.complain(base.sentence);
    return 1;
  }
  connectTravels(archives);
  connectSchemas(schemas);
  const database = openDatabase(base.url, { max: 3 });
  try {
    return await work(database.db, base.config, base.url);
  } finally {
    await database.close();
    await base.stop();
  }
}

/** What rooms stand on, without a web server, without work and without a postman: mails queued wait for the server. */
export function groundOf(db: Db, config: Config, url: string): Ground {
  return {
    config,
    db,
    url,
    log: silentLog(),
    limits: openLimits(),
    cache: openPageCache(),
    waiting: { requests: 0 },
    now: () => Temporal.Now.instant(),
    mailsQueued: () => {},
    demo: false,
  };
}

/** What stopped a command, in words for who typed it. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError) return `${error.message}.`;
  const message = error instanceof Error ? error.message : String(error);
  if (isAway(error)) return `The database does not answer (${message}). Nothing half-done was kept; try again.`;
  return `That did not work: ${message}`;
}
