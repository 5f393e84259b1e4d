// Owning the embedded PostgreSQL: cluster made, server up, database there, watched until stopped.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Address, connectionString } from './address.ts';
import { bringUp, rotateLog, type Up } from './bring-up.ts';
import { type Cluster, ensureCluster } from './cluster.ts';
import type { LayoutChoice, Log } from './layout.ts';
import { withLock } from './lock.ts';
import { runningPostmaster } from './postmaster.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { supervise } from './supervise.ts';

export type Postgres = {
  /** Connection string for `pg`, with user and password; the database `ugroup` exists. It stays the same over restarts. */
  url: string;
  /** `owned`: started or taken over by us; `joined`: another living Ugroup of the same data folder runs it. */
  how: 'owned' | 'joined';
  /** The server's process now; a restart changes it. */
  readonly pid: number;
  /** Stops it, unless it is another's or another command still uses it. Never hangs; may be called twice. */
  stop(): Promise<void>;
  /** False while it is down; true again as soon as it is back. */
  healthy(): boolean;
};

/** `folder` is `<data>/postgres`. `layout` is for tests. */
export type PostgresOptions = { folder: string; log: Log; layout?: LayoutChoice | undefined };

/** `mayStop` is asked once, when we end: whether nobody else uses the server. */
export async function own(
  { log }: PostgresOptions,
  cluster: Cluster,
  ending: { mayStop: () => boolean; afterwards: () => void },
): Promise<Postgres | Refusal> {
  const made = await withLock(join(cluster.home, 'start.lock'), () => ensureCluster(cluster));
  if (isRefusal(made)) return made;
  if (!runningPostmaster(cluster.data)) rotateLog(cluster);
  const wanted = { cluster, password: made.password, log };
  const up = await bringUpWithDatabase(wanted);
  if (isRefusal(up)) return up;
  const supervised = supervise(wanted, up, ending.mayStop);
  let stopped: Promise<void> | undefined;
  return {
    url: connectionString(up.postmaster.address, made.password, 'ugroup'),
    how: 'owned',
    get pid() {
      return supervised.pid();
    },
    healthy: supervised.healthy,
    stop: () => {
      stopped ??= supervised.end(ending.mayStop() ? 'stop' : 'leave').finally(ending.afterwards);
      return stopped;
    },
  };
}

// What we adopt may be on its way out (its command just ended): then the next round starts a new one.
async function bringUpWithDatabase(wanted: Parameters<typeof bringUp>[0]): Promise<Up | Refusal> {
  for (let tries = 1; ; tries++) {
    const up = await bringUp(wanted);
    if (isRefusal(up)) return up;
    try {
      await ensureDatabase(up.postmaster.address, wanted.password);
      return up;
    } catch (cause) {
      if (tries === 5)
        return {
          refused: 'kit.postgres.failed',
          detail: `PostgreSQL runs but does not answer: ${(cause as Error).message}`,
        };
      await sleep(200);
    }
  }
}

async function ensureDatabase(address: Address, password: string): Promise<void> {
  const client = new Client({
    connectionString: connectionString(address, password, 'postgres'),
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query(`select from pg_database where datname = 'ugroup'`);
    if (rowCount === 0) await client.query('create database ugroup');
  } catch (cause) {
    const duplicate = ['42P04', '23505'].includes(String((cause as { code?: unknown }).code));
    if (!duplicate) throw cause;
  } finally {
    await client.end().catch(() => {});
  }
}
