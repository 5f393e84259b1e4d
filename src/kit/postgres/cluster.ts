// Makes a PostgreSQL cluster (initdb) and names the settings our server runs with.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { databaseUser } from './address.ts';
import type { Binaries } from './binaries.ts';
import { type Refusal, refuse } from './refusal.ts';
import { commandAs, type RunAs } from './run-as.ts';

/** `home` holds `data` (the cluster), `password` and our own small files. */
export type Cluster = { home: string; data: string; runAs: RunAs; binaries: Binaries };

/**
 * Makes the cluster unless it is there, and gives its password (kept 0600 beside it).
 * A cluster appears whole or not at all: it is made under another name and renamed.
 */
export async function ensureCluster(cluster: Cluster): Promise<{ password: string } | Refusal> {
  const passwordFile = join(cluster.home, 'password');
  const versionFile = join(cluster.data, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const [theirs, ours] = [readFileSync(versionFile, 'utf8').trim(), cluster.binaries.version.split('.')[0]];
    if (theirs !== ours) {
      return refuse(
        'kit.postgres.failed',
        `${cluster.data} was made by PostgreSQL ${theirs}, and this Ugroup brings ${ours}. ` +
          'Start the Ugroup that made it, export, and import here.',
      );
    }
    if (existsSync(passwordFile)) return { password: readFileSync(passwordFile, 'utf8').trim() };
    return refuse(
      'kit.postgres.failed',
      `The database's password is missing: put ${passwordFile} back from your backup.`,
    );
  }
  if (existsSync(cluster.data)) {
    return refuse(
      'kit.postgres.failed',
      `${cluster.data} is not a PostgreSQL database. Move it away, then start again.`,
    );
  }
  const password = randomBytes(24).toString('hex');
  const fresh = `${cluster.data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const failure = await makeCluster({ ...cluster, data: fresh }, { password });
  if (failure) return failure;
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600, flush: true });
  renameSync(fresh, cluster.data);
  syncFolder(cluster.home);
  return { password };
}

/** Runs initdb into `cluster.data`; without a password everyone who reaches the socket is trusted (tests only). */
export async function makeCluster(
  cluster: Cluster,
  how: { password: string | undefined; sync?: boolean | undefined },
): Promise<Refusal | undefined> {
  mkdirSync(cluster.data, { recursive: true, mode: 0o700 });
  if (cluster.runAs.how === 'user') chownSync(cluster.data, cluster.runAs.uid, cluster.runAs.gid);
  const secretFile = how.password === undefined ? undefined : writeSecret(cluster, how.password);
  const args = ['-D', cluster.data, '-U', databaseUser, '-E', 'UTF8', '--data-checksums', '--lc-messages=C'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  args.push(...(secretFile ? ['--auth=scram-sha-256', `--pwfile=${secretFile}`] : ['--auth=trust']));
  if (how.sync === false) args.push('--no-sync');
  try {
    // Trigrams look at lc_ctype: under plain C they see ASCII letters only, so that is the second choice.
    const first = await runInitdb(cluster, [...args, '--lc-collate=C', '--lc-ctype=C.UTF-8']);
    if (first.code === 0) return undefined;
    const second = await runInitdb(cluster, [...args, '--lc-collate=C', '--lc-ctype=C']);
    if (second.code === 0) return undefined;
    return refuse('kit.postgres.failed', `The database could not be made in ${cluster.data}: ${second.said}`);
  } finally {
    if (secretFile) rmSync(secretFile, { force: true });
  }
}

/** Settings of the product's server; timeouts belong to the pool, memory to the machine (`memory.ts`). */
export const settings: Readonly<Record<string, string>> = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  jit: 'off',
  // A container's /dev/shm of 64 MB is too small for parallel workers.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  max_wal_size: '1GB',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_checkpoints: 'off',
  // Statements and the DETAIL of an error carry people's names and addresses: the application reports its own errors.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** `{a: '1'}` → `-c a=1`. */
export function settingArguments(chosen: Readonly<Record<string, string>>): string[] {
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

// A rename lasts only when its folder is written, too; Windows cannot open folders and does it by itself.
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}

function writeSecret(cluster: Cluster, password: string): string {
  const file = `${cluster.data}.secret`;
  rmSync(file, { force: true });
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (cluster.runAs.how === 'user') chownSync(file, cluster.runAs.uid, cluster.runAs.gid);
  return file;
}

function runInitdb({ runAs, binaries, data }: Cluster, args: string[]): Promise<{ code: number | null; said: string }> {
  const { command, args: all, options } = commandAs(runAs, binaries, binaries.initdb, args);
  if (runAs.how === 'self') chmodSync(data, 0o700);
  return new Promise((resolve) => {
    const child = spawn(command, all, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
    });
    child.once('error', (cause) => resolve({ code: -1, said: cause.message }));
    child.once('close', (code) => resolve({ code, said: said.trim().replaceAll('\n', ' ') }));
  });
}
