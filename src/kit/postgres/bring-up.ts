// Brings PostgreSQL up on a cluster: adopts the one that runs, waits for one that is busy, or starts one.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Address, addressSettings, chooseAddress, isReachable, isUsable } from './address.ts';
import { type Cluster, settingArguments, settings } from './cluster.ts';
import type { Log } from './layout.ts';
import { withLock } from './lock.ts';
import { memoryHere, sharedBuffers } from './memory.ts';
import {
  clearDebris,
  findPostmaster,
  type Postmaster,
  readPidFile,
  runningPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { commandAs } from './run-as.ts';

export type Up = { postmaster: Postmaster; child: ChildProcess | undefined };
export type Wanted = {
  cluster: Cluster;
  password: string;
  log: Log;
  address?: Address | undefined;
  givenUp?: (() => boolean) | undefined;
};

/**
 * One at a time per cluster. A server that lives on our data but does not answer gets half a minute (it may be
 * recovering or on its way out), then is stopped: it is ours by its folder. Refuses `kit.postgres.failed` with PostgreSQL's words.
 */
export function bringUp(wanted: Wanted): Promise<Up | Refusal> {
  return withLock(join(wanted.cluster.home, 'start.lock'), () => bringUpAlone(wanted));
}

/** Keeps the last start's log as `postgres.log.1`. */
export function rotateLog(cluster: Cluster): void {
  const file = logFile(cluster);
  if (statSync(file, { throwIfNoEntry: false })?.size) renameSync(file, `${file}.1`);
}

async function bringUpAlone(wanted: Wanted): Promise<Up | Refusal> {
  const { cluster, password, log } = wanted;
  const lockedUntil = Date.now() + 20_000;
  let silentUntil = Date.now() + 30_000;
  for (;;) {
    if (wanted.givenUp?.()) return refuse('kit.postgres.failed', 'Ugroup is stopping.');
    const found = await findPostmaster(cluster, password);
    if (found.is === 'ours') {
      log({ event: 'postgres.adopted', pid: found.postmaster.pid });
      return { postmaster: found.postmaster, child: undefined };
    }
    if (found.is === 'locked_out') {
      return refuse(
        'kit.postgres.failed',
        `A PostgreSQL (process ${found.postmaster.pid}) runs on ${cluster.data} and does not take our password.`,
      );
    }
    if (found.is === 'silent') {
      const behindNoDoor = readPidFile(cluster.data)?.ready && !isReachable(found.postmaster.address);
      if (behindNoDoor || Date.now() > silentUntil) {
        log({ event: 'postgres.replaced', pid: found.postmaster.pid });
        await stopPostmaster(found.postmaster, cluster);
        silentUntil = Date.now() + 30_000;
      }
      await sleep(50);
      continue;
    }
    const started = await startOne(wanted);
    if (!isRefusal(started)) return started;
    // The predecessor may not be buried yet, or its last sessions still hold the shared memory.
    const held = /lock file|shared memory block|another server might be running/i.test(started.detail);
    if (!held || Date.now() > lockedUntil) return started;
    log({ event: 'postgres.waits_for_predecessor' });
    await sleep(250);
  }
}

async function startOne({ cluster, log, address: wish, givenUp }: Wanted): Promise<Up | Refusal> {
  const began = Date.now();
  const address = wish ?? (await chooseAddress(cluster.home, cluster.runAs));
  if (!isUsable(address, cluster.runAs)) {
    return refuse('kit.postgres.failed', `Somebody else sits on ${address.host}, where PostgreSQL's socket belongs.`);
  }
  clearDebris(cluster.data, address);
  const file = logFile(cluster);
  const before = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const { command, args, options } = commandAs(cluster.runAs, cluster.binaries, cluster.binaries.postgres, [
    '-D',
    cluster.data,
    ...settingArguments({ ...settings, shared_buffers: sharedBuffers(memoryHere()), ...addressSettings(address) }),
  ]);
  // A file, not a pipe: a pipe's reader dies with us and takes the server along. Detached: Ctrl-C is ours to pass on.
  const out = openSync(file, 'a', 0o600);
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', out, out],
    detached: process.platform !== 'win32',
  });
  closeSync(out);
  child.unref();
  let failure: string | undefined;
  child.once('error', (cause) => {
    failure = cause.message;
  });
  for (let told = began; ; ) {
    await sleep(15);
    if (child.exitCode !== null || child.signalCode !== null || failure !== undefined) {
      return refuse('kit.postgres.failed', `PostgreSQL did not start: ${failure ?? lastWords(file, before)}`);
    }
    const postmaster = readPidFile(cluster.data)?.ready ? runningPostmaster(cluster.data) : undefined;
    if (postmaster && postmaster.pid === child.pid) {
      log({ event: 'postgres.started', pid: postmaster.pid, milliseconds: Date.now() - began });
      return { postmaster, child };
    }
    if (givenUp?.()) child.kill('SIGINT');
    if (Date.now() - told > 10_000) {
      told = Date.now();
      log({ event: 'postgres.recovering', seconds: Math.round((told - began) / 1000) });
    }
  }
}

function logFile(cluster: Cluster): string {
  return join(cluster.home, 'postgres.log');
}

function lastWords(file: string, from: number): string {
  const said = readFileSync(file).subarray(from).toString('utf8').trim().split('\n');
  const grave = said.filter((line) => /FATAL|PANIC|HINT|DETAIL/.test(line));
  return (grave.length > 0 ? grave : said).slice(-4).join(' ') || 'it said nothing';
}
