// Several Ugroups on one data folder: one server, commands beside it, and nobody turns off what another still uses.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startPostgres } from './index.ts';
import { lifeOf } from './life.ts';
import { ask, kill, lives, socketFolderOf, type Trial, trial, until } from './trial-for-tests.ts';

const trials: Trial[] = [];
function newTrial(): Trial {
  const made = trial();
  trials.push(made);
  return made;
}
afterEach(async () => {
  for (const made of trials.splice(0)) await made.tidy();
});

it('refuses a second server on the same data, in words that say what to do, and the first goes on', async () => {
  const there = newTrial();
  const { url, pid, ugroup } = await there.child();
  const refusal = await there.refusal();
  expect(refusal.refused).toBe('kit.postgres.second_server');
  expect(refusal.detail).toContain(`process ${ugroup.pid}`);
  expect(refusal.detail).toContain('UGROUP_DATA');
  expect(lives(pid)).toBe(true);
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('starts one server only when two are started in the same moment', async () => {
  const there = newTrial();
  const got = await Promise.all([startPostgres(there.options), startPostgres(there.options)]);
  const refused = got.filter((each) => 'refused' in each);
  for (const each of got) if ('stop' in each) await each.stop();
  rmSync(socketFolderOf(got.find((each) => 'url' in each)?.url ?? ''), { recursive: true });
  expect(refused).toMatchObject([{ refused: 'kit.postgres.second_server' }]);
});

it('takes over the lock of a server that died, also when its number now belongs to somebody else', async () => {
  const there = newTrial();
  const first = await there.serve();
  await first.stop();
  expect(existsSync(join(there.folder, 'server.lock'))).toBe(false);
  for (const left of [
    JSON.stringify({ pid: 999_999_999, life: 'boot:1', token: 'dead' }),
    JSON.stringify({ pid: process.pid, life: 'an earlier life', token: 'reused' }),
  ]) {
    writeFileSync(join(there.folder, 'server.lock'), left);
    const next = await there.serve();
    expect(next.how).toBe('owned');
    await next.stop();
  }
  const living = JSON.stringify({ pid: process.pid, life: lifeOf(process.pid), token: 'living' });
  writeFileSync(join(there.folder, 'server.lock'), living);
  expect((await there.refusal()).refused).toBe('kit.postgres.second_server');
  rmSync(join(there.folder, 'server.lock'));
});

it('lets a command join the running server, and leaves it running', async () => {
  const there = newTrial();
  const { url, pid, ugroup } = await there.child();
  const command = await there.join();
  expect(command).toMatchObject({ how: 'joined', url, pid });
  expect(command.healthy()).toBe(true);
  await command.stop();
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await kill(ugroup, 'SIGTERM');
  expect(lives(pid)).toBe(false);
});

it('runs the database for a command alone, and ends with it', async () => {
  const there = newTrial();
  const command = await there.join();
  expect(command.how).toBe('owned');
  expect(await ask(command.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await command.stop();
  expect(lives(command.pid)).toBe(false);
  expect(readdirSync(there.folder).filter((name) => /lock|user/.test(name))).toEqual([]);
});

it('keeps the database up until the last of two commands has left', async () => {
  const there = newTrial();
  const [one, two] = await Promise.all([there.join(), there.join()]);
  expect(one.pid).toBe(two.pid);
  await one.stop();
  expect(await ask(two.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await two.stop();
  expect(lives(two.pid)).toBe(false);
});

it('hands a command’s database over to a server that starts meanwhile', async () => {
  const there = newTrial();
  const command = await there.join();
  const { pid, ugroup } = await there.child();
  expect(pid).toBe(command.pid);
  await command.stop();
  expect(lives(pid)).toBe(true);
  await kill(ugroup, 'SIGTERM');
  // It is this process's child, and is gone once this process has taken note.
  await until(() => !lives(pid));
});

it('leaves it to a joined command to turn off what a killed server left behind', async () => {
  const there = newTrial();
  const { pid, ugroup } = await there.child();
  const command = await there.join();
  await kill(ugroup);
  expect(await ask(command.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await command.stop();
  await until(() => !lives(pid));
});
