// The embedded PostgreSQL: one per data folder, started, watched and stopped by us; commands join the one that runs.

import { join, serverLock } from './join.ts';
import { layOut } from './layout.ts';
import { takeLock } from './lock.ts';
import { own, type Postgres, type PostgresOptions } from './own.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

export type { Postgres, PostgresOptions } from './own.ts';
export type { Refusal } from './refusal.ts';

/**
 * For the server: starts PostgreSQL, or adopts the one that a killed Ugroup left behind.
 * Refuses `kit.postgres.second_server` while another living server uses this folder, and whatever keeps PostgreSQL from running.
 */
export function startPostgres(options: PostgresOptions): Promise<Postgres | Refusal> {
  return inWords(options, async () => {
    const cluster = await layOut(options.folder, options.log, options.layout);
    if (isRefusal(cluster)) return cluster;
    const lock = await takeLock(serverLock(cluster));
    if ('heldBy' in lock) return secondServer(options.folder, lock.heldBy.pid);
    process.once('exit', lock.release);
    const release = () => {
      process.off('exit', lock.release);
      lock.release();
    };
    const postgres = await own(options, cluster, { mayStop: () => true, afterwards: release }).catch(
      (cause: unknown) => {
        release();
        throw cause;
      },
    );
    if (isRefusal(postgres)) release();
    return postgres;
  });
}

/** For commands: joins the PostgreSQL that a living Ugroup runs, or runs it until the last command has left. */
export function joinPostgres(options: PostgresOptions): Promise<Postgres | Refusal> {
  return inWords(options, async () => {
    const cluster = await layOut(options.folder, options.log, options.layout);
    return isRefusal(cluster) ? cluster : join(options, cluster);
  });
}

function secondServer(folder: string, pid: number): Refusal {
  return refuse(
    'kit.postgres.second_server',
    `Another Ugroup (process ${pid}) already runs on ${folder}. Stop it first, ` +
      'or give this one a folder of its own with UGROUP_DATA and a port of its own with UGROUP_PORT.',
  );
}

// A full disk or a folder of somebody else's is the machine's state, not a bug: it is told like the other refusals.
async function inWords(
  { folder }: PostgresOptions,
  work: () => Promise<Postgres | Refusal>,
): Promise<Postgres | Refusal> {
  try {
    return await work();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw cause;
    return refuse('kit.postgres.failed', `The database folder ${folder} cannot be used: ${message}.`);
  }
}
