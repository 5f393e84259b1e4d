// Evenings read from a file: what comes in, what comes in only once, what is reported and skipped.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#kit/root.ts';
import { Temporal } from '#kit/time.ts';
import { testDatabase } from '../../../test/world/database.ts';
import { importEvents } from './import-events.ts';
import { readEvents } from './read-events.ts';

const world = testDatabase();
const now = Temporal.Instant.from('2026-03-01T12:00Z');

const evening = {
  id: '1001',
  title: 'Maps &amp; more',
  description: '<p>Bring a <b>laptop</b>.</p>',
  status: 'PAST',
  dateTime: '2019-07-03T18:30:00+02:00',
  duration: 'PT1H30M',
  eventUrl: 'https://www.meetup.com/maps-graz/events/1001/',
  createdTime: '2019-06-01T10:00:00+02:00',
  rsvps: { yesCount: 23, waitlistCount: 4 },
  venues: [
    {
      name: 'The Library',
      address: 'Hauptplatz 1',
      city: 'Graz',
      state: '',
      country: 'at',
      lat: 47.07,
      lon: 15.44,
      venueType: '',
    },
  ],
  group: { name: 'Maps Graz', urlname: 'maps-graz' },
};

async function bringIn(...events: unknown[]) {
  const read = readEvents(JSON.stringify(events), 'evenings.json');
  if (!read.ok) throw new Error(read.sentence);
  return importEvents(world.db, now, read.events, { bad: read.bad });
}

const eveningOf = (key: string) =>
  world.db.selectFrom('events.event').selectAll().where('source_key', '=', key).executeTakeFirstOrThrow();

test('an evening becomes history of an unclaimed group, with its counts, and nobody is told', async () => {
  const { outcomes, groups } = await bringIn(evening);
  expect(outcomes).toEqual([{ at: 'evenings.json, line 1', outcome: 'made', because: null }]);
  expect(groups).toEqual([
    { name: 'Maps Graz', is_made: true, says: 'was not here and is now, unclaimed: /g/maps-graz' },
  ]);
  expect(await eveningOf('1001')).toMatchObject({
    title: 'Maps & more',
    about: 'Bring a **laptop**.',
    slug: '2019-07-03-maps-und-more',
    stage: 'closed',
    kind: 'in_person',
    zone: 'Europe/Vienna',
    starts_at: new Date('2019-07-03T16:30:00Z'),
    ends_at: new Date('2019-07-03T18:00:00Z'),
    opens_at: new Date('2019-06-01T08:00:00Z'),
    place_name: 'The Library',
    place_address: 'Hauptplatz 1, Graz',
    past_going: 23,
    past_waiting: 4,
    source_url: 'https://www.meetup.com/maps-graz/events/1001/',
  });
  const group = await world.db
    .selectFrom('groups.group')
    .selectAll()
    .where('slug', '=', 'maps-graz')
    .executeTakeFirst();
  expect(group).toMatchObject({
    state: 'unclaimed',
    place: 'Graz',
    country: 'AT',
    zone: 'Europe/Vienna',
    language: 'de',
  });
  const tally = await world.db.selectFrom('events.tally').selectAll().execute();
  expect(tally).toMatchObject([{ cap: 23, taken: 0, waiting: 0 }]);
  expect(await world.db.selectFrom('kit.mail').selectAll().execute()).toEqual([]);
  expect(await world.db.selectFrom('events.enrolment').selectAll().execute()).toEqual([]);
});

test('the same file again changes nothing, another count changes that evening', async () => {
  expect((await bringIn(evening)).outcomes.map((one) => one.outcome)).toEqual(['same']);
  const more = { ...evening, title: 'Maps and more', rsvps: { yesCount: 25, waitlistCount: 4 } };
  expect((await bringIn(more)).outcomes.map((one) => one.outcome)).toEqual(['changed']);
  const { group_id, event_id, slug, past_going } = await eveningOf('1001');
  expect({ slug, past_going }).toEqual({ slug: '2019-07-03-maps-und-more', past_going: 25 });
  const tally = await world.db.selectFrom('events.tally').select('cap').where('event_id', '=', event_id).execute();
  expect(tally).toEqual([{ cap: 25 }]);

  await world.db.updateTable('groups.group').set({ state: 'active' }).where('group_id', '=', group_id).execute();
  expect((await bringIn(evening)).outcomes.map((one) => one.outcome)).toEqual(['same']);
  expect(await eveningOf('1001')).toMatchObject({ past_going: 25 });
});

test('what the file leaves out is filled in sensibly', async () => {
  const online = {
    name: 'Online event',
    address: '',
    city: '',
    state: '',
    country: '',
    lat: -8.5,
    lon: 179.2,
    venueType: 'online',
  };
  const { createdTime: _, ...unsaid } = evening;
  await bringIn(
    { ...unsaid, id: 2001, duration: 'PT0S', venues: [online], rsvps: null, description: null },
    { ...evening, id: 2002, status: 'CANCELLED', venues: [] },
    { ...evening, id: 2003, dateTime: '2019-07-03T18:30:00-05:00' },
  );
  expect(await eveningOf('2001')).toMatchObject({
    kind: 'online',
    place_name: '',
    about: '',
    ends_at: new Date('2019-07-03T18:30:00Z'),
    opens_at: new Date('2019-06-19T16:30:00Z'),
    past_going: null,
    slug: '2019-07-03-maps-und-more-2',
  });
  expect(await eveningOf('2002')).toMatchObject({
    stage: 'cancelled',
    place_name: '',
    cancelled_at: new Date('2019-07-03T16:30:00Z'),
  });
  // The group's own clock said something else then: it is shown as it was announced.
  expect(await eveningOf('2003')).toMatchObject({ zone: 'Etc/GMT+5' });
});

test('a group that is known by its address or its name is not made again', async () => {
  const renamed = { ...evening, id: 3001, group: { name: 'Maps Graz', urlname: 'closed_123@maps' }, venues: [] };
  const shouted = { ...evening, id: 3002, group: { name: 'Maps of Graz', urlname: 'MAPS-Graz' } };
  const { outcomes, groups } = await bringIn(renamed, shouted);
  expect(outcomes.map((one) => one.outcome)).toEqual(['made', 'made']);
  expect(groups).toEqual([
    { name: 'Maps Graz', is_made: false, says: 'is not known as "closed_123@maps", but by its name: /g/maps-graz' },
  ]);
  expect(await world.db.selectFrom('groups.group').select('slug').execute()).toHaveLength(1);
});

test('an entry that is no evening is named with its line and skipped', async () => {
  const content = `[\n${JSON.stringify({ ...evening, id: 4001 })},\n${[
    { ...evening, id: 4002, title: ' ' },
    { ...evening, id: 4003, dateTime: 'last Tuesday' },
    { ...evening, id: 4004, rsvps: { yesCount: -3 } },
    { ...evening, id: 4005, group: { name: '', urlname: 'x' } },
    'nothing',
  ]
    .map((one) => JSON.stringify(one))
    .join(',\n')},\n{"id": }\n]`;
  const read = readEvents(content, 'bad.json');
  expect(read.ok && read.events.map((event) => event.at)).toEqual(['bad.json, line 2']);
  expect(read.ok && read.bad).toEqual([
    { at: 'bad.json, line 3', because: 'it has no title' },
    { at: 'bad.json, line 4', because: '"last Tuesday" is not a time with its distance from UTC' },
    { at: 'bad.json, line 5', because: 'its "rsvps.yesCount" is missing or not what it should be' },
    { at: 'bad.json, line 6', because: 'its group has no name' },
    { at: 'bad.json, line 7', because: 'its "entry" is missing or not what it should be' },
    { at: 'bad.json, line 8', because: 'it is not readable JSON' },
  ]);
  expect(readEvents('{}', 'empty.json')).toEqual({ ok: false, sentence: 'empty.json holds no JSON list of evenings.' });
});

test('one evening the database refuses is skipped alone, and the same one twice counts once', async () => {
  await world.database.pool.query(`alter table events.event add constraint event_test check (title <> 'Refused')`);
  const { outcomes } = await bringIn(
    { ...evening, id: 5001 },
    { ...evening, id: 5002, title: 'Refused' },
    { ...evening, id: 5001 },
    { ...evening, id: 5003 },
  );
  await world.database.pool.query('alter table events.event drop constraint event_test');
  expect(outcomes.map((one) => one.outcome)).toEqual(['made', 'skipped', 'duplicate', 'made']);
  expect(outcomes[2]?.because).toBe('it is the evening of evenings.json, line 1, entry 1 again');
});

const folder = join(projectRoot, '..', 'shared', 'data', 'events');

test.runIf(existsSync(folder))(
  'every evening of the archive comes in within a minute, and a second time none is new',
  async () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    const events = files.flatMap((file) => {
      const read = readEvents(readFileSync(join(folder, file), 'utf8'), file);
      if (!read.ok || read.bad.length > 0) throw new Error(`${file}: ${JSON.stringify(read)}`);
      return read.events;
    });
    expect(events).toHaveLength(4171);
    const started = performance.now();
    let told = 0;
    const first = await importEvents(world.db, now, events, { onProgress: () => told++ });
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(told).toBeGreaterThan(10);
    expect(first.outcomes.every((one) => one.outcome === 'made')).toBe(true);
    const second = await importEvents(world.db, now, events);
    expect(second.outcomes.every((one) => one.outcome === 'same')).toBe(true);
    const { rows } = await world.database.pool.query(`
    select count(*) filter (where title = '' or title ~ '&[a-z]+;|<[a-z]+>') as ugly,
      count(*) filter (where zone like 'Etc%') as fixed, sum(past_going) filter (where source_key <> '1001') as going
    from events.event where source_key::bigint > 10000`);
    expect(rows).toMatchObject([{ ugly: 0, going: events.reduce((sum, event) => sum + (event.past_going ?? 0), 0) }]);
    // Nobody said where the groups are that only ever met online.
    expect(Number(rows[0].fixed)).toBeLessThan(400);
  },
);
