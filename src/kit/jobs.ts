// Jobs run later and survive a restart. pg-boss keeps them; a job is written in the transaction that wants it.
import { fromKysely, PgBoss } from 'pg-boss';
import type { Database } from './db.ts';
import type { Log } from './log.ts';
import type { Tx } from './tables.ts';

/** Every kind of job and what it is told. Rooms add theirs by declaration merging: `interface JobKinds { 'events.open': … }`. */
export interface JobKinds {
  /** Sweeps what the kit keeps past its day. */
  'kit.sweep': Record<string, never>;
}
export type JobKind = keyof JobKinds & string;

export type Worker<K extends JobKind> = (job: JobKinds[K]) => Promise<unknown>;
export type Workers = { [K in JobKind]?: Worker<K> };

export type Jobs = {
  boss: PgBoss;
  /** Starts taking jobs. Without it this process only writes them. */
  work(workers: Workers, crons?: Partial<Record<JobKind, string>>): Promise<void>;
  stop(): Promise<void>;
};

let current: PgBoss | undefined;

/** Opens the job store (schema `pgboss`) and makes a queue for each kind. */
export async function openJobs(database: Database, kinds: readonly JobKind[], log?: Log): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(named(text), values as unknown[]) },
    schedule: true,
    supervise: true,
  });
  boss.on('error', () => log?.warn({ event: 'kit.jobs.error' }));
  await boss.start();
  for (const kind of kinds) {
    await boss.createQueue(kind, {
      retryLimit: 20,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 600,
      expireInSeconds: 300,
    });
  }
  current = boss;
  return {
    boss,
    async work(workers, crons = {}) {
      for (const [kind, worker] of Object.entries(workers)) {
        await boss.work(kind, { pollingIntervalSeconds: 1, batchSize: 20 }, async (jobs) => {
          for (const job of jobs) await (worker as Worker<JobKind>)(job.data as never);
        });
      }
      for (const [kind, cron] of Object.entries(crons)) await boss.schedule(kind, cron);
    },
    async stop() {
      if (current === boss) current = undefined;
      await boss.stop({ graceful: true, timeout: 5000, close: false });
    },
  };
}

/**
 * Writes a job in the caller's transaction: it runs once that commits, and never if it does not.
 * `after` is the earliest moment. A job may run twice after a crash, so a worker looks before it acts.
 */
export async function enqueue<K extends JobKind>(
  tx: Tx,
  kind: K,
  job: JobKinds[K],
  options: { after?: Date } = {},
): Promise<void> {
  await store().send(kind, job as object, {
    ...(options.after ? { startAfter: options.after } : {}),
    db: fromKysely(tx),
  });
}

/** The look for jobs of a kind, which every kind takes every second, is planned once per connection (`./db.ts`). */
function named(text: string): string {
  return /^\s*with next as/i.test(text) ? `/*kit.jobs*/${text}` : text;
}

function store(): PgBoss {
  if (!current) throw new Error('the job store is not open');
  return current;
}
