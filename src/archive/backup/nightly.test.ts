// The backup each night: only where a folder is named, by its rule, and the keeper hears when it begins to fail.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveRoom } from '#archive';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse } from '../../../test/visit.ts';

const house = testHouse();
const folder = mkdtempSync(join(tmpdir(), 'ugroup-nightly-'));
const backups = join(folder, 'backups');
const start = Temporal.Instant.from('2026-03-01T02:43:00Z');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  await makePerson(house, 'Kofi', { is_keeper: true });
});

async function night(n: number): Promise<void> {
  house.setNow(start.add({ hours: 24 * n }));
  await archiveRoom.workers?.['archive.backup']?.(house.ground)({});
}
const told = () => house.db.selectFrom('kit.mail').select(['template', 'args']).execute();
const noted = () => house.db.selectFrom('archive.backup').select(['went_wrong', 'is_scheduled']).execute();

test('is not taken where no folder is named', async () => {
  await night(0);
  expect(await noted()).toEqual([]);
});

test('lies in the folder, and lets old ones go by the rule, but nothing else', async () => {
  house.ground.config.backupFolder = backups;
  house.ground.config.backupKeep = { daily: 2, weekly: 0, monthly: 0 };
  await night(0);
  writeFileSync(join(backups, 'holiday.zip'), 'not ours');
  for (const n of [1, 2, 3]) await night(n);
  expect(readdirSync(backups).sort()).toEqual([
    'holiday.zip',
    'ugroup-2026-03-03T02-43-00Z.zip',
    'ugroup-2026-03-04T02-43-00Z.zip',
  ]);
  expect(await noted()).toEqual(Array(4).fill({ went_wrong: null, is_scheduled: true }));
  expect(await told()).toEqual([]);
});

test('that fails tells the keeper once, with a code and no folder, and again after it has worked', async () => {
  // A file where the folder should be.
  const blocked = join(folder, 'blocked');
  writeFileSync(blocked, '');
  house.ground.config.backupFolder = blocked;
  await night(4);
  await night(5);
  expect(await told()).toEqual([{ template: 'archive.backup-failed', args: { went_wrong: 'EEXIST' } }]);
  house.ground.config.backupFolder = backups;
  await night(6);
  expect(existsSync(join(backups, 'ugroup-2026-03-07T02-43-00Z.zip'))).toBe(true);
  house.ground.config.backupFolder = blocked;
  await night(7);
  expect(await told()).toHaveLength(2);
});

test('is taken once when it is asked for twice', async () => {
  house.ground.config.backupFolder = backups;
  const before = (await noted()).length;
  await Promise.all([night(9), night(9)]);
  expect(await noted()).toHaveLength(before + 1);
});
