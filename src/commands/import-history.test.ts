// `ugroup import history`, as somebody at a terminal meets it: it says what the file says, and writes only when told to.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { foundGroup } from '#groups';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson } from '../../test/visit.ts';
import { testDatabase } from '../../test/world/database.ts';
import { runCommand } from './index.ts';

const world = testDatabase();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ugroup-history-'));
  vi.stubEnv('UGROUP_DATA', join(folder, 'data'));
  vi.stubEnv('DATABASE_URL', world.url);
  vi.stubEnv('UGROUP_PORT', '0');
  vi.stubEnv('UGROUP_URL', 'http://localhost');
  vi.stubEnv('SMTP_URL', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function typed(...args: string[]) {
  const said: string[] = [];
  const wrong: string[] = [];
  const terminal = {
    say: (line: string) => said.push(line),
    complain: (line: string) => wrong.push(line),
    progress() {},
    isStopped: () => false,
  };
  const code = await runCommand(['import', 'history', ...args], terminal);
  return { code, said: said.join('\n'), wrong: wrong.join('\n') };
}

const evenings = () => world.db.selectFrom('numbers.past_evening').select(['signed_up', 'came']).execute();

test('a file of guests is told, then brought in with --yes, and once more changes nothing', async () => {
  const owner = await makePerson(world, 'Priya');
  const wish = { name: 'Harbour', place: 'Bremen', zone: 'Europe/Berlin', language: 'en', although_alike: true };
  await transact(world.db, (tx) => foundGroup(tx, { person_id: owner }, Temporal.Now.instant(), wish));
  const file = join(folder, 'guests.csv');
  writeFileSync(file, 'wer;mail;da\nPia;pia@guests.example;x\nQuin;quin@guests.example;\n;;\nRosa;rosa@;x\n');
  const correct = ['--group', 'harbour', '--columns', 'wer=name;da=checked_in', '--kind', 'guests'];

  expect((await typed(file)).code).toBe(2);
  expect((await typed(file, '--group', 'nowhere')).wrong).toContain('no group');
  expect((await typed(file, '--group', 'harbour', '--columns', 'was=name')).code).toBe(2);
  const asked = await typed(file, ...correct);
  expect(asked).toMatchObject({ code: 1, wrong: expect.stringContaining('--day') });
  const told = await typed(file, ...correct, '--day', '2026-01-20');
  expect(told.code).toBe(0);
  expect(told.said).toContain('line 5 has an address that cannot be used');
  expect(told.said).toContain('Nothing was written.');
  expect(await evenings()).toEqual([]);

  const done = await typed(file, ...correct, '--day', '2026-01-20', '--yes');
  expect(done.said).toContain('Evenings: 1 new, 0 changed, 0 the same.\nPeople to invite: 2 new, 0 known already.');
  expect(await evenings()).toEqual([{ signed_up: 3, came: 2 }]);
  const again = await typed(file, ...correct, '--day', '2026-01-20', '--yes');
  expect(again.said).toContain('Evenings: 0 new, 0 changed, 1 the same.\nPeople to invite: 0 new, 2 known already.');
});
