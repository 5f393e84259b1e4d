// Joining the embedded PostgreSQL that another living Ugroup runs; whoever leaves last turns it off.
import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectionString } from './address.ts';
import type { Cluster } from './cluster.ts';
import { holderOf, signedIn, signIn } from './lock.ts';
import { own, type Postgres, type PostgresOptions } from './own.ts';
import { findPostmaster, isAlive, type Postmaster, runningPostmaster, stopPostmaster } from './postmaster.ts';
import { type Refusal, refuse } from './refusal.ts';

/** The lock a server holds while it lives. */
export function serverLock(cluster: Cluster): string {
  return path(cluster.home, 'server.lock');
}

/** Joins, or owns when nobody living runs it. Refuses `kit.postgres.failed` when the running server gives no answer for a minute. */
export async function join(options: PostgresOptions, cluster: Cluster): Promise<Postgres | Refusal> {
  const user = await signIn(cluster.home);
  process.once('exit', user.leave);
  const leave = () => {
    process.off('exit', user.leave);
    user.leave();
  };
  const serverLives = () => holderOf(serverLock(cluster)) !== undefined;
  const nobodyElse = () => {
    leave();
    return !serverLives() && signedIn(cluster.home) === 0;
  };
  try {
    for (const until = Date.now() + 60_000; serverLives() || signedIn(cluster.home) > 1; await sleep(50)) {
      const password = passwordOf(cluster);
      const found = password === undefined ? undefined : await findPostmaster(cluster, password);
      if (password !== undefined && found?.is === 'ours')
        return joined(cluster, found.postmaster, password, nobodyElse);
      if (!serverLives()) break; // two commands at once: both may own, starting is one at a time
      if (Date.now() > until) {
        leave();
        return refuse(
          'kit.postgres.failed',
          'The running Ugroup has no database at the moment. Look at its log, or stop it first.',
        );
      }
    }
    const postgres = await own(options, cluster, { mayStop: nobodyElse, afterwards: leave });
    if ('refused' in postgres) leave();
    return postgres;
  } catch (cause) {
    leave();
    throw cause;
  }
}

function joined(cluster: Cluster, first: Postmaster, password: string, nobodyElse: () => boolean): Postgres {
  let known = first;
  const current = () => {
    if (!isAlive(known)) known = runningPostmaster(cluster.data) ?? known;
    return known;
  };
  let stopped: Promise<void> | undefined;
  return {
    url: connectionString(first.address, password, 'ugroup'),
    how: 'joined',
    get pid() {
      return current().pid;
    },
    healthy: () => isAlive(current()),
    stop: () => {
      stopped ??= turnOff();
      return stopped;
    },
  };

  // Whoever ran it may have gone meanwhile, leaving it to us.
  async function turnOff(): Promise<void> {
    if (nobodyElse() && isAlive(current())) await stopPostmaster(current(), cluster);
  }
}

function passwordOf(cluster: Cluster): string | undefined {
  try {
    return readFileSync(path(cluster.home, 'password'), 'utf8').trim();
  } catch {
    return undefined;
  }
}
