// What every room stands on, made once when the program starts and handed to each room's routes and jobs.
import type { Config } from './config.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import type { PageCache } from './page-cache.ts';
import type { Db } from './tables.ts';
import type { Instant } from './time.ts';

export type Ground = {
  config: Config;
  db: Db;
  /** Connection string of the database, for what needs a connection of its own. */
  url: string;
  log: Log;
  limits: Limits;
  cache: PageCache;
  /** How many requests wait for their answer in this process; pages that are kept are not among them. */
  waiting: { requests: number };
  /** The moment it is; in the demo town the clock can be moved. */
  now(): Instant;
  /** Tells the postman that mails were queued, so that nobody waits for the next round. */
  mailsQueued(): void;
  /** The demo town: ways in are printed, the clock can be moved, and no mail leaves. */
  demo: boolean;
};
