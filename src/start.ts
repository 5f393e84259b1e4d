// Puts the house together: database, jobs, postman, web. The server, the command line and the tests start from here.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { connectSchemas } from '#archive';
import { connectReactions } from '#kit/announce.ts';
import type { Config } from '#kit/config.ts';
import { type Database, openDatabase } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { type JobKind, type Jobs, openJobs, type Workers } from '#kit/jobs.ts';
import { openLimits } from '#kit/limits.ts';
import type { Log } from '#kit/log.ts';
import {
  openTransport,
  type Postman,
  startPostman,
  sweepMails,
  type Templates,
  type Transport,
} from '#kit/mail/index.ts';
import { openPageCache } from '#kit/page-cache.ts';
import { connectPanels } from '#kit/panels.ts';
import { sweepAnswers } from '#kit/sweep.ts';
import { Temporal } from '#kit/time.ts';
import { connectTravels } from '#kit/travels.ts';
import { openApp } from './app.ts';
import { archives } from './archives.ts';
import { demoRoutes, startDemoClock } from './demo/index.ts';
import { alongs, panels } from './panels.ts';
import { reactions } from './reactions.ts';
import { jobKinds, rooms, schemas } from './rooms.ts';

export type House = {
  ground: Ground;
  database: Database;
  jobs: Jobs;
  app: FastifyInstance;
  postman: Postman | undefined;
  stop(): Promise<void>;
};

export type StartOptions = {
  config: Config;
  url: string;
  log: Log;
  /** Where mails go; by default what the configuration says. */
  transport?: Transport;
  /** Takes jobs and sends mails in this process. */
  works?: boolean;
  demo?: boolean;
  /** Last word on the ground before routes are made: a test's clock, a ruler's desk. */
  prepare?: (ground: Ground) => void;
  /** Routes beside the rooms' own, for rulers. */
  routes?: (app: FastifyInstance) => void;
};

/** More than a demo town ever sends. */
const DEMO_MAILS_PER_HOUR = 1_000_000;

/** So many people waiting for an answer at once are a rush. */
const RUSH = 50;

/** Opens everything over a migrated database at `url`; nothing listens yet. */
export async function startHouse(options: StartOptions): Promise<House> {
  const { config, url, log } = options;
  connectReactions(reactions);
  connectPanels(panels, alongs);
  connectTravels(archives);
  connectSchemas(schemas);
  await mkdir(config.data, { recursive: true });

  const database = openDatabase(url, { log: (event) => log.warn({ event }) });
  let postman: Postman | undefined;
  const ground: Ground = {
    config,
    db: database.db,
    url,
    log,
    limits: openLimits(),
    cache: openPageCache(),
    waiting: { requests: 0 },
    now: () => Temporal.Now.instant(),
    mailsQueued: () => postman?.nudge(),
    demo: options.demo ?? false,
  };
  if (ground.demo) await startDemoClock(ground);
  options.prepare?.(ground);
  const app = await openApp(ground);
  if (ground.demo) demoRoutes(app, ground);
  options.routes?.(app);
  const jobs = await openJobs(database, jobKinds, log);
  if (options.works) {
    await jobs.work(allWorkers(ground), allCrons());
    postman = startPostman({
      db: database.db,
      templates: allTemplates(ground),
      // Nobody in the demo town exists, so nothing leaves it.
      transport:
        options.transport ?? openTransport(options.demo ? undefined : config.smtpUrl, join(config.data, 'mail')),
      origin: config.origin,
      from: config.mailFrom,
      // Nor does anybody count them there: a month passes in a minute, and its mails with it.
      perHour: options.demo ? DEMO_MAILS_PER_HOUR : config.mailPerHour,
      now: () => ground.now(),
      isRushed: () => ground.waiting.requests > RUSH,
      log,
    });
  }
  return {
    ground,
    database,
    jobs,
    app,
    postman,
    async stop() {
      await app.close();
      await postman?.stop();
      await jobs.stop();
      await database.close();
    },
  };
}

function allWorkers(ground: Ground): Workers {
  const workers: Record<string, unknown> = {
    'kit.sweep': async () => {
      await sweepAnswers(ground.db, ground.now());
      await sweepMails(ground.db);
    },
  };
  for (const room of rooms) {
    for (const [kind, make] of Object.entries(room.workers ?? {})) workers[kind] = make(ground);
  }
  return workers as Workers;
}

function allTemplates(ground: Ground): Templates {
  return Object.assign({}, ...rooms.map(({ mails = {} }) => (typeof mails === 'function' ? mails(ground) : mails)));
}

function allCrons(): Partial<Record<JobKind, string>> {
  return Object.assign({ 'kit.sweep': '17 3 * * *' }, ...rooms.map((room) => room.crons ?? {}));
}
