// Throw-away data folders, short questions and a Ugroup that can be killed: what the tests of this folder share.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { joinPostgres, type Postgres, type PostgresOptions, type Refusal, startPostgres } from './index.ts';
import { lifeOf } from './life.ts';
import { isRefusal } from './refusal.ts';

export const asRoot = process.geteuid?.() === 0;

export type Line = { event: string } & Record<string, unknown>;
export type Trial = {
  folder: string;
  lines: Line[];
  options: PostgresOptions;
  serve: (layout?: PostgresOptions['layout']) => Promise<Postgres>;
  join: () => Promise<Postgres>;
  refusal: (layout?: PostgresOptions['layout']) => Promise<Refusal>;
  /** Starts a Ugroup of its own process on the folder, and waits until it is up. */
  child: (as?: {
    uid: number;
    gid: number;
  }) => Promise<{ pid: number; how: string; url: string; ugroup: ChildProcess }>;
  tidy: () => Promise<void>;
};

/** A data folder below the temp folder; `mode` is that of the folder around it, `name` may be anything. */
export function trial(name = 'data', mode = 0o755): Trial {
  const around = mkdtempSync(join(realpathSync(tmpdir()), 'ugroup-trial-'));
  mkdirSync(join(around, name), { recursive: true });
  const folder = join(around, name, 'postgres');
  const lines: Line[] = [];
  const begun: Postgres[] = [];
  const children: ChildProcess[] = [];
  const urls: string[] = [];
  const options: PostgresOptions = { folder, log: (line) => void lines.push(line) };
  const keep = (got: Postgres | Refusal) => {
    if (isRefusal(got)) throw new Error(`${got.refused}: ${got.detail}`);
    begun.push(got);
    return got;
  };
  chmodSync(around, mode); // mkdtemp makes 0700
  return {
    folder,
    lines,
    options,
    serve: async (layout) => keep(await startPostgres({ ...options, layout })),
    join: async () => keep(await joinPostgres(options)),
    refusal: async (layout) => {
      const got = await startPostgres({ ...options, layout });
      if (isRefusal(got)) return got;
      await got.stop();
      throw new Error('It started.');
    },
    child: async (as) => {
      const script = fileURLToPath(new URL('./ugroup-for-tests.ts', import.meta.url));
      const ugroup = spawn(process.execPath, [script, folder], { ...as, stdio: ['pipe', 'pipe', 'ignore'] });
      children.push(ugroup);
      const [line] = (await once(createInterface(ugroup.stdout!), 'line')) as [string];
      const told = JSON.parse(line) as { pid: number; how: string; url: string };
      if (told.url) urls.push(told.url);
      return { ...told, ugroup };
    },
    tidy: async () => {
      for (const ugroup of children) {
        if (ugroup.exitCode === null && ugroup.signalCode === null) await kill(ugroup, 'SIGTERM');
      }
      for (const postgres of begun.reverse()) await postgres.stop();
      for (const url of [...urls, ...begun.map(({ url }) => url)]) removeSocketFolder(url);
      rmSync(around, { recursive: true, force: true });
    },
  };
}

/** Rows of one statement on a connection of its own. */
export async function ask<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Waits until something is so; throws after `seconds`. */
export async function until(so: () => boolean | Promise<boolean>, seconds = 10): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await so()); await sleep(20)) {
    if (Date.now() > end) throw new Error('It did not come about in time.');
  }
}

export function lives(pid: number): boolean {
  return lifeOf(pid) !== undefined;
}

export function socketFolderOf(url: string): string {
  return new URL(url).searchParams.get('host') ?? '';
}

/** Kills a child of ours and waits until it is gone. */
export async function kill(ugroup: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  const gone = once(ugroup, 'exit');
  ugroup.kill(signal);
  await gone;
}

function removeSocketFolder(url: string): void {
  const folder = socketFolderOf(url);
  if (/[/]ugroup-[^/]+$/.test(folder) && lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    rmSync(folder, { recursive: true, force: true });
  }
}
