// Lists of groups brought into a real database: what is made, left alone, named as a duplicate.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#kit/root.ts';
import { Temporal } from '#kit/time.ts';
import { testDatabase } from '../../../test/world/database.ts';
import { importGroups, type RowOutcome } from './import-groups.ts';
import { readGroups } from './read-groups.ts';
import { whereaboutsOf } from './whereabouts.ts';

const world = testDatabase();
const now = Temporal.Instant.from('2026-03-01T12:00Z');

async function bringIn(text: string, source: string): Promise<RowOutcome[]> {
  const read = readGroups(text);
  if (!read.ok) throw new Error(read.sentence);
  return importGroups(world.db, now, read.rows, { source, bad: read.bad });
}

const said = (told: RowOutcome[]) => told.map(({ at, outcome, because }) => [at, outcome, because]);

test('a list comes in once, unclaimed, with nobody in it and nobody mailed', async () => {
  const csv = 'name,place,url\nPython Bergen,"Bergen, Norway",https://www.meetup.com/python-bergen/\n';
  expect((await bringIn(csv, 'first')).map((one) => one.outcome)).toEqual(['made']);
  expect((await bringIn(csv, 'first')).map((one) => one.outcome)).toEqual(['same']);
  const group = await world.db
    .selectFrom('groups.group')
    .selectAll()
    .where('name', '=', 'Python Bergen')
    .executeTakeFirstOrThrow();
  expect(group).toMatchObject({
    state: 'unclaimed',
    zone: 'Europe/Oslo',
    country: 'NO',
    place: 'Bergen',
    slug: 'python-bergen',
  });
  const count = (table: 'groups.member' | 'groups.organiser' | 'kit.mail') =>
    world.db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
  expect(await count('groups.member')).toEqual({ n: 0 });
  expect(await count('groups.organiser')).toEqual({ n: 0 });
  expect(await count('kit.mail')).toEqual({ n: 0 });
});

test('what the list says otherwise later is changed, until somebody looks after the group', async () => {
  const csv = (place: string) => `name,place,url\nMoving Group,"${place}",https://www.meetup.com/moving-group/\n`;
  const [made] = await bringIn(csv('Graz, Austria'), 'moving');
  expect((await bringIn(csv('Linz, Austria'), 'moving'))[0]).toMatchObject({
    outcome: 'changed',
    group_id: made?.group_id,
  });
  await world.db.updateTable('groups.group').set({ state: 'active' }).where('name', '=', 'Moving Group').execute();
  expect((await bringIn(csv('Wien, Austria'), 'moving'))[0]).toMatchObject({ outcome: 'same' });
  const group = await world.db
    .selectFrom('groups.group')
    .select('place')
    .where('name', '=', 'Moving Group')
    .executeTakeFirst();
  expect(group).toEqual({ place: 'Linz' });
});

test('duplicates are found by address and by name and place, in the list and on the server', async () => {
  const told = await bringIn(
    [
      'name,place,url',
      'Data Lima,"Lima, Peru",https://www.meetup.com/data-lima/',
      'Datos en Lima,"Lima, Perú",http://meetup.com/es-ES/Data-Lima',
      'data  lima,"Peru, Lima",https://data.example.pe/',
      'Datos,"Lima, Peru",https://data.example.pe',
      'Data Lima,"Lima, Ohio, USA",https://www.meetup.com/data-lima-ohio/',
    ].join('\n'),
    'lima',
  );
  expect(said(told)).toEqual([
    ['line 2', 'made', null],
    ['line 3', 'duplicate', 'its web address is that of line 2, Data Lima'],
    ['line 4', 'duplicate', 'its name and place are those of line 2, Data Lima'],
    ['line 5', 'duplicate', 'its web address is that of line 4, data lima'],
    ['line 6', 'made', null],
  ]);
  expect(new Set(told.slice(0, 4).map((one) => one.group_id)).size).toBe(1);
  const other = await bringIn('name,city,country\nDATA LIMA,Lima,Peru\n', 'another list');
  expect(said(other)).toEqual([['line 2', 'duplicate', 'its name and place are those of /g/data-lima, Data Lima']]);
});

test('a page that several towns share does not make one group of them', async () => {
  const told = await bringIn(
    'name,place,url\nNorth Akita,"Akita, Japan",https://north.example.jp/\nNorth Sendai,"Sendai, Japan",https://north.example.jp/\n',
    'north',
  );
  expect(told.map((one) => one.outcome)).toEqual(['made', 'made']);
});

test('a bad row is skipped with its line and its reason, and spoils no other', async () => {
  const told = await bringIn(
    `name,place,zone\nFine One,"Oslo, Norway",\n,"Oslo, Norway",\nNowhere Group,,\nFine Two,,Europe/Oslo\n${'x'.repeat(200)},,Europe/Oslo\nToo,many,cells,here\n`,
    'bad rows',
  );
  const byLine = said(told).sort();
  expect(byLine.map(([at, outcome]) => `${at} ${outcome}`)).toEqual([
    'line 2 made',
    'line 3 skipped',
    'line 4 skipped',
    'line 5 made',
    'line 6 skipped',
    'line 7 skipped',
  ]);
  expect(byLine[2]?.[2]).toContain('time zone');
});

test('a row that the database refuses is skipped alone', async () => {
  // The row is well formed for us; only the table knows better.
  await world.database.pool.query(
    `alter table groups."group" add constraint group_test check (name <> 'Refused Group')`,
  );
  const told = await bringIn(
    'name,zone\nBefore Group,Europe/Oslo\nRefused Group,Europe/Oslo\nAfter Group,Europe/Oslo\n',
    'refused',
  );
  await world.database.pool.query('alter table groups."group" drop constraint group_test');
  expect(told.map((one) => one.outcome)).toEqual(['made', 'skipped', 'made']);
  expect(told[1]?.because).toContain('the database refused it');
  const left = await world.db.selectFrom('groups.slug').select('slug').where('slug', '=', 'refused-group').execute();
  expect(left).toEqual([]);
});

const folder = join(projectRoot, '..', 'shared', 'data', 'groups');
const isThere = existsSync(folder);

test.runIf(isThere)('the real lists come in, and a second time nothing is new', async () => {
  const files = [
    'rladies-chapters.json',
    'aws-user-groups-2025.csv',
    'r-user-groups-2022.csv',
    'aws-user-groups-2025-coordinates.csv',
  ];
  const count = async () => {
    const counts: Record<string, number> = {};
    for (const file of files) {
      for (const { outcome } of await bringIn(readFileSync(join(folder, file), 'utf8'), file)) {
        counts[outcome] = (counts[outcome] ?? 0) + 1;
      }
    }
    return counts;
  };
  const first = await count();
  expect(first).toMatchObject({ skipped: 8 });
  expect(first.made).toBeGreaterThan(1250);
  expect(first.duplicate).toBeGreaterThan(700);
  expect(first.changed).toBeUndefined();
  expect(await count()).toEqual({ same: first.made, duplicate: first.duplicate, skipped: 8 });
});

test.runIf(isThere)('where the chapters say their zone, their coordinates alone tell the same clock', () => {
  const read = readGroups(readFileSync(join(folder, 'rladies-chapters.json'), 'utf8'));
  if (!read.ok) throw new Error(read.sentence);
  expect(read.rows).toHaveLength(251);
  const clock = (zone: string) =>
    ['2026-01-15', '2026-03-12', '2026-03-29', '2026-07-15'].map(
      (day) => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).offset,
    );
  const wrong = read.rows.filter((row) => {
    const { latitude, longitude, name, website } = row;
    const nothing = { place: '', city: '', state: '', country: '', zone: '', language: '' };
    const where = whereaboutsOf({ ...nothing, name, website, latitude, longitude });
    return where === null || clock(where.zone).join() !== clock(row.zone).join();
  });
  expect(wrong.map((row) => row.name)).toEqual([]);
});
