// A throw-away PostgreSQL for tests: quick, forgetful (fsync off), gone when its maker is. The product never uses it.
import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Address, addressSettings, chooseAddress, connectionString } from './address.ts';
import { type Binaries, copyBinaries, findBinaries } from './binaries.ts';
import { type Cluster, makeCluster, settingArguments, settings } from './cluster.ts';
import { isPostmasterOf, lifeOf } from './life.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { canRun, chooseRunAs, commandAs } from './run-as.ts';

const prefix = 'ugroup-throw-away-';

/** Starts one in the temp folder, database `ugroup` made; throws with the reason when it cannot. `stop` removes everything. */
export async function startThrowAwayPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  await sweepLeftovers();
  const found = orThrow(findBinaries());
  const runAs = orThrow(chooseRunAs(found));
  const home = mkdtempSync(join(realpathSync(tmpdir()), prefix));
  const binaries: Binaries = canRun(runAs, found.postgres) ? found : copyBinaries(found, home);
  const cluster: Cluster = { home, data: join(home, 'data'), runAs, binaries };
  writeFileSync(join(home, 'maker'), JSON.stringify({ pid: process.pid, life: lifeOf(process.pid) }));
  if (runAs.how === 'user') chownSync(home, runAs.uid, runAs.gid);
  const failure = await makeCluster(cluster, { password: undefined, sync: false });
  if (failure) throw new Error(failure.detail);
  const socket: Address = { host: join(home, 's'), port: 5432 };
  const address = process.platform === 'win32' ? await chooseAddress(home, runAs) : socket;
  if (address === socket) makeSocketFolder(cluster, socket.host);
  return start(cluster, address);
}

async function start(cluster: Cluster, address: Address): Promise<{ url: string; stop: () => Promise<void> }> {
  const { command, args, options } = commandAs(cluster.runAs, cluster.binaries, cluster.binaries.postgres, [
    '-D',
    cluster.data,
    ...settingArguments({ ...settings, ...forgetful, ...addressSettings(address) }),
  ]);
  const log = openSync(join(cluster.home, 'log'), 'a', 0o600);
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', log, log],
    detached: process.platform !== 'win32',
  });
  closeSync(log);
  child.unref();
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const atExit = () => {
    child.kill('SIGQUIT');
    remove(cluster.home);
  };
  process.once('exit', atExit);
  const stop = async () => {
    process.off('exit', atExit);
    child.ref();
    child.kill('SIGQUIT'); // immediate: nothing here is worth a checkpoint
    await gone;
    remove(cluster.home);
  };
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || child.signalCode !== null || tries > 3000) {
      const said = readFileSync(join(cluster.home, 'log'), 'utf8').slice(-2000);
      await stop();
      throw new Error(`The test database did not start: ${said}`);
    }
    if (isReady(cluster.data)) break;
    await sleep(10);
  }
  const client = new Client({ connectionString: connectionString(address, '', 'postgres') });
  await client.connect();
  await client.query('create database ugroup');
  await client.end();
  return { url: connectionString(address, '', 'ugroup'), stop };
}

const forgetful: Readonly<Record<string, string>> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
  io_method: 'sync',
};

// A killed test run leaves its server behind; the next one tidies up, but only what is proven to be such a server.
async function sweepLeftovers(): Promise<void> {
  const base = realpathSync(tmpdir());
  for (const name of readdirSync(base).filter((entry) => entry.startsWith(prefix))) {
    const home = join(base, name);
    try {
      const maker = JSON.parse(readFileSync(join(home, 'maker'), 'utf8')) as { pid: number; life: string };
      if (lifeOf(maker.pid) === maker.life) continue;
      const pid = Number(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
      if (isPostmasterOf(pid, join(home, 'data'))) {
        process.kill(pid, 'SIGQUIT');
        for (let tries = 0; tries < 100 && lifeOf(pid); tries++) await sleep(20);
      }
      remove(home);
    } catch (cause) {
      // No maker: another run is just making it. No postmaster.pid: nothing runs there any more.
      if (String((cause as NodeJS.ErrnoException).path).endsWith('postmaster.pid')) remove(home);
    }
  }
}

function makeSocketFolder(cluster: Cluster, folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  if (cluster.runAs.how === 'user') chownSync(folder, cluster.runAs.uid, cluster.runAs.gid);
}

function isReady(data: string): boolean {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function remove(home: string): void {
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

function orThrow<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(value.detail);
  return value;
}
