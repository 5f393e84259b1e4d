// Finds the PostgreSQL that runs on our data, proves that it is ours, and stops it without ever touching a stranger.
import { execFile } from 'node:child_process';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Address, connectionString } from './address.ts';
import type { Cluster } from './cluster.ts';
import { isPostmasterOf, isTaken, lifeOf, parentOf } from './life.ts';

/** `life` pins this very process: every later signal asks for it first. */
export type Postmaster = { pid: number; life: string; address: Address };

/**
 * `ours`: alive, ours, answers. `silent`: alive on our data but not answering (starting, stopping, or stuck).
 * `locked_out`: does not take our password. `none`: nobody, the dead, or a stranger with the old number.
 */
export type Found = { is: 'ours' | 'silent' | 'locked_out'; postmaster: Postmaster } | { is: 'none' };

/**
 * Looks at `postmaster.pid` and believes it only when the process lives, is a PostgreSQL standing in this data folder, lets
 * us in with our password (SCRAM: the server proves that it knows it too), names this data folder, and is the parent of
 * the session that said so.
 */
export async function findPostmaster(cluster: Cluster, password: string): Promise<Found> {
  const postmaster = runningPostmaster(cluster.data);
  if (!postmaster) return { is: 'none' };
  if (!readPidFile(cluster.data)?.ready) return { is: 'silent', postmaster };
  const client = new Client({
    connectionString: connectionString(postmaster.address, password, 'postgres'),
    connectionTimeoutMillis: 3000,
    query_timeout: 3000,
  });
  client.on('error', () => {}); // it may go down while we ask
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; session: number }>(
      `select current_setting('data_directory') as folder, pg_backend_pid() as session`,
    );
    const answer = rows[0];
    const parent = answer && parentOf(answer.session);
    const same = answer && realpathSync(answer.folder) === realpathSync(cluster.data);
    return { is: same && (parent === undefined || parent === postmaster.pid) ? 'ours' : 'silent', postmaster };
  } catch (cause) {
    const code = (cause as { code?: unknown }).code;
    return { is: code === '28P01' || code === '28000' ? 'locked_out' : 'silent', postmaster };
  } finally {
    await client.end().catch(() => {});
  }
}

/** The living PostgreSQL that stands in this data folder, by what the system says about the process alone. */
export function runningPostmaster(data: string): Postmaster | undefined {
  const file = readPidFile(data);
  if (!file) return undefined;
  const life = lifeOf(file.pid);
  if (life === undefined || !isPostmasterOf(file.pid, data)) return undefined;
  return { pid: file.pid, life, address: file.address };
}

/** `postmaster.pid` as PostgreSQL writes it (miscadmin.h): 1 pid, 2 data, 3 start, 4 port, 5 socket folder, 6 host, 8 state. */
export function readPidFile(data: string): { pid: number; address: Address; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
    return { pid, address: { host: lines[4] || lines[5] || '127.0.0.1', port }, ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/**
 * Removes what a dead server left that would stop the next one: PostgreSQL takes any living process with the old number
 * (also a zombie) for its predecessor. A number nobody has is left to PostgreSQL, which checks more than we do.
 */
export function clearDebris(data: string, address: Address): void {
  if (runningPostmaster(data)) return;
  const left = readPidFile(data);
  if (left && isTaken(left.pid)) rmSync(join(data, 'postmaster.pid'), { force: true });
  if (!address.host.startsWith('/')) return;
  for (const end of ['', '.lock']) rmSync(join(address.host, `.s.PGSQL.${address.port}${end}`), { force: true });
}

/** Whether this very process lives, not a later one with its number. */
export function isAlive(postmaster: Postmaster): boolean {
  return lifeOf(postmaster.pid) === postmaster.life;
}

/** Fast stop, then an immediate one, then the end: never waits longer than half a minute in all. */
export async function stopPostmaster(postmaster: Postmaster, cluster: Cluster): Promise<void> {
  const steps = [
    { signal: 'SIGINT', wait: 15_000 },
    { signal: 'SIGQUIT', wait: 8_000 },
    { signal: 'SIGKILL', wait: 3_000 },
  ] as const;
  for (const { signal, wait } of steps) {
    signalPostmaster(postmaster, signal, cluster);
    for (const until = Date.now() + wait; Date.now() < until; ) {
      if (!isAlive(postmaster)) return;
      await sleep(10);
    }
  }
}

/** Sends a signal to exactly this life of the process; on Windows PostgreSQL has its own way of receiving them. */
export function signalPostmaster(
  postmaster: Postmaster,
  signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL',
  cluster: Cluster,
): void {
  if (!isAlive(postmaster)) return;
  if (process.platform === 'win32') {
    execFile(
      cluster.binaries.pgCtl,
      ['kill', signal.slice(3), String(postmaster.pid)],
      { windowsHide: true },
      () => {},
    );
    return;
  }
  try {
    process.kill(postmaster.pid, signal);
  } catch {
    // Gone in between.
  }
}
