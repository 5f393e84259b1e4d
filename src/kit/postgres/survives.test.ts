// What the embedded PostgreSQL survives: kills, leftovers, strangers with an old number, and its own end.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, expect, it } from 'vitest';
import { lifeOf } from './life.ts';
import { ask, kill, lives, socketFolderOf, type Trial, trial, until } from './trial-for-tests.ts';

const trials: Trial[] = [];
const strangers: ChildProcess[] = [];
function newTrial(): Trial {
  const made = trial();
  trials.push(made);
  return made;
}
function newStranger(): ChildProcess & { pid: number } {
  const stranger = spawn('sleep', ['120'], { stdio: 'ignore' });
  strangers.push(stranger);
  return stranger as ChildProcess & { pid: number };
}
afterEach(async () => {
  for (const made of trials.splice(0)) await made.tidy();
  for (const stranger of strangers.splice(0)) stranger.kill('SIGKILL');
});

it('adopts the server that a killed Ugroup left running, with every row, and stops it cleanly', async () => {
  const there = newTrial();
  const { pid, url, ugroup } = await there.child();
  await ask(url, 'create table seat as select generate_series(1, 500) as number');
  await kill(ugroup);
  expect(lives(pid)).toBe(true);
  const next = await there.serve();
  expect(next).toMatchObject({ how: 'owned', pid, url });
  expect(there.lines.map(({ event }) => event)).toContain('postgres.adopted');
  expect(await ask(next.url, 'select count(*)::int as rows from seat')).toEqual([{ rows: 500 }]);
  await next.stop();
  expect(lives(pid)).toBe(false);
  expect(readFileSync(join(there.folder, 'postgres.log'), 'utf8')).toContain('database system is shut down');
});

it('replaces a server that a killed Ugroup left behind and nobody can reach any more', async () => {
  const there = newTrial();
  const { pid, url, ugroup } = await there.child();
  await ask(url, 'create table kept as select 7 as seven');
  await kill(ugroup);
  rmSync(socketFolderOf(url), { recursive: true });
  const next = await there.serve();
  expect(lives(pid)).toBe(false);
  expect(there.lines.map(({ event }) => event)).toEqual(['postgres.replaced', 'postgres.started']);
  expect(await ask(next.url, 'select seven from kept')).toEqual([{ seven: 7 }]);
});

it('brings an adopted server back when it is killed in turn', async () => {
  const there = newTrial();
  const { pid, ugroup } = await there.child();
  await kill(ugroup);
  const next = await there.serve();
  process.kill(pid, 'SIGKILL');
  await until(() => !next.healthy());
  await until(() => next.healthy());
  expect(next.pid).not.toBe(pid);
  expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('comes back after the server is killed in the middle of writing, with everything it had acknowledged', async () => {
  const there = newTrial();
  const postgres = await there.serve();
  await ask(postgres.url, 'create table seat (number int primary key)');
  const client = new Client({ connectionString: postgres.url });
  client.on('error', () => {});
  await client.connect();
  let acknowledged = 0;
  const first = postgres.pid;
  const writing = (async () => {
    for (let number = 1; ; number++) {
      await client.query('insert into seat values ($1)', [number]);
      acknowledged = number;
    }
  })().catch(() => 'cut off');
  await until(() => acknowledged > 50);
  process.kill(first, 'SIGKILL');
  await expect(writing).resolves.toBe('cut off');
  await until(() => !postgres.healthy());
  await until(() => postgres.healthy());
  expect(postgres.pid).not.toBe(first);
  const [found] = await ask<{ rows: number }>(
    postgres.url,
    `select count(*)::int as rows from seat where number <= ${acknowledged}`,
  );
  expect(found?.rows).toBe(acknowledged);
  expect(there.lines.map(({ event }) => event)).toEqual(expect.arrayContaining(['postgres.down', 'postgres.started']));
});

it('starts beside a living stranger that has the number of the last server, and leaves it alone', async () => {
  const there = newTrial();
  const { pid, url, ugroup } = await there.child();
  await ask(url, 'create table kept as select 7 as seven');
  const pidFile = readFileSync(join(there.folder, 'data', 'postmaster.pid'), 'utf8');
  await kill(ugroup);
  process.kill(pid, 'SIGKILL');
  await until(() => !lives(pid));
  const stranger = newStranger();
  const reused = pidFile.replace(/^\d+/, String(stranger.pid));
  writeFileSync(join(there.folder, 'data', 'postmaster.pid'), reused);
  writeFileSync(join(socketFolderOf(url), '.s.PGSQL.5432.lock'), reused);
  const postgres = await there.serve();
  expect(await ask(postgres.url, 'select seven from kept')).toEqual([{ seven: 7 }]);
  await postgres.stop();
  expect(lives(stranger.pid)).toBe(true);
});

it('leaves another cluster’s server alone when its number stands in our leftovers', async () => {
  const [there, other] = [newTrial(), newTrial()];
  const neighbour = await other.serve();
  const ours = await there.serve();
  const pidFile = readFileSync(join(there.folder, 'data', 'postmaster.pid'), 'utf8');
  await ours.stop();
  writeFileSync(join(there.folder, 'data', 'postmaster.pid'), pidFile.replace(/^\d+/, String(neighbour.pid)));
  const again = await there.serve();
  expect(again.pid).not.toBe(neighbour.pid);
  await again.stop();
  expect(neighbour.healthy()).toBe(true);
  expect(await ask(neighbour.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('does not put its socket into a folder or behind a link that somebody else laid there', async () => {
  const there = newTrial();
  const first = await there.serve();
  await first.stop();
  const usual = socketFolderOf(first.url);
  rmSync(usual, { recursive: true });
  const trap = join(there.folder, '..', 'trap');
  mkdirSync(trap, { mode: 0o700 });
  symlinkSync(trap, usual);
  const second = await there.serve();
  expect(socketFolderOf(second.url)).not.toBe(usual);
  await second.stop();
  rmSync(usual);
  mkdirSync(usual, { mode: 0o777 });
  const third = await there.serve();
  expect(socketFolderOf(third.url)).not.toBe(usual);
  rmSync(usual, { recursive: true });
});

it('starts anew when a swept temp folder has taken the socket away', async () => {
  const there = newTrial();
  const postgres = await there.serve();
  rmSync(socketFolderOf(postgres.url), { recursive: true });
  await until(() => there.lines.some(({ event }) => event === 'postgres.socket_gone'));
  await until(() => postgres.healthy() && there.lines.filter(({ event }) => event === 'postgres.started').length === 2);
  expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('leaves no process behind when it stops, even with sessions open', async () => {
  const there = newTrial();
  const postgres = await there.serve();
  const client = new Client({ connectionString: postgres.url });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity');
  const pids = [postgres.pid, ...rows.map(({ pid }) => pid)];
  expect(pids.every(lives)).toBe(true);
  const asleep = client.query('select pg_sleep(60)').catch(() => 'ended');
  await Promise.all([postgres.stop(), postgres.stop()]);
  await expect(asleep).resolves.toBe('ended');
  expect(postgres.healthy()).toBe(false);
  expect(pids.filter(lives)).toEqual([]);
});

it('does not hang on stop when the server is dead already or being brought back', async () => {
  const there = newTrial();
  const postgres = await there.serve();
  process.kill(postgres.pid, 'SIGKILL');
  await postgres.stop();
  const again = await there.serve();
  process.kill(again.pid, 'SIGKILL');
  await until(() => !again.healthy());
  await again.stop();
  expect(lifeOf(again.pid)).toBeUndefined();
  const third = await there.serve();
  expect(await ask(third.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('takes a process that exits without a stop as a stop, so that a crashed command leaves nothing running', async () => {
  const there = newTrial();
  const { pid, ugroup } = await there.child();
  ugroup.stdin?.end('crash');
  await until(() => !lives(pid) && ugroup.exitCode !== null);
});

it('begins again when making the cluster was cut off halfway', async () => {
  const there = newTrial();
  mkdirSync(join(there.folder, 'data.new', 'base'), { recursive: true });
  writeFileSync(join(there.folder, 'data.new', 'PG_VERSION'), '18\n');
  writeFileSync(join(there.folder, 'password'), 'the password of a cluster that never came to be');
  const postgres = await there.serve();
  expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('says why when PostgreSQL cannot start, and when the password is lost', async () => {
  const there = newTrial();
  const postgres = await there.serve();
  await postgres.stop();
  writeFileSync(join(there.folder, 'data', 'PG_VERSION'), '12\n');
  expect((await there.refusal()).detail).toMatch(/made by PostgreSQL 12, and this Ugroup brings 18/);
  writeFileSync(join(there.folder, 'data', 'PG_VERSION'), '18\n');
  writeFileSync(join(there.folder, 'data', 'postgresql.conf'), 'no_such_setting = 1\n');
  expect((await there.refusal()).detail).toMatch(/did not start.*no_such_setting|configuration file/);
  rmSync(join(there.folder, 'password'));
  expect((await there.refusal()).detail).toMatch(/password is missing/);
});
