// The venue of an evening goes along with its group: written down where nobody knew it, left alone where somebody does.
import { beforeAll, expect, test } from 'vitest';
import { eventPaths } from '#events';
import { venuePaths } from '#venues';
import { testHouse, visit } from '../../test/visit.ts';
import { makeGroup, type World } from '../../test/world.ts';
import { changedRows, forged, packed } from './files-for-tests.ts';
import { bringIn } from './group/bring-in.ts';

const there = testHouse();
const here = testHouse();
let world: World;
let file: string;

const venue = {
  name: 'Alte Lampenfabrik',
  address: 'Glühfadengasse 7',
  city: 'Leipzig',
  zone: 'Europe/Berlin',
  capacity: '60',
  position: '51.34, 12.37',
  arrival_entrance: 'die rote Lampe',
  access_step_free: 'yes',
  contact_name: 'Frau Geheim',
};
const venuesHere = () => here.db.selectFrom('venues.venue').selectAll().execute();

beforeAll(async () => {
  world = await makeGroup(there);
  const organiser = await visit(there).as(world.organiser);
  await organiser.post(venuePaths.add(), venue);
  const { venue_id } = await there.db.selectFrom('venues.venue').select('venue_id').executeTakeFirstOrThrow();
  const evening = {
    title: 'Queues',
    day: '2030-05-08',
    starts: '18:00',
    ends: '20:00',
    zone: 'Asia/Tokyo',
    venue: venue_id,
  };
  await organiser.post(eventPaths.blank(world.group.slug), evening);
  file = (await packed(there, world.group, 'venue.zip')).file;
});

test('a forged card, and a venue of another shape, are refused whole', async () => {
  for (const change of [{ zone: 'Nowhere' }, { name: 'a\nb' }, { latitude: 200 }, { longitude: null }]) {
    const bent = await forged(file, (files) =>
      changedRows(files, 'venues.used', (row) => ({ ...row, card: { ...(row.card as object), ...change } })),
    );
    const done = await bringIn(here.db, { file: bent, actor: null, now: here.ground.now() });
    expect(done).toMatchObject({ refused: 'archive.bad_column' });
  }
  expect(await venuesHere()).toEqual([]);
});

test('it is written down where it was unknown, without whom to ask there, and its evening names it', async () => {
  const done = await bringIn(here.db, { file, actor: null, now: here.ground.now() });
  expect(done).toMatchObject({ is_new: true });
  const [before] = await there.db.selectFrom('venues.venue').selectAll().execute();
  const [after] = await venuesHere();
  expect(after).toEqual({
    ...before,
    ...{ made_at: after?.made_at, changed_at: after?.changed_at },
    ...{ contact_name: '', contact_reach: '', contact_until: null },
  });
  const event = await here.db.selectFrom('events.event').selectAll().executeTakeFirstOrThrow();
  expect(event).toMatchObject({ venue_id: before?.venue_id, venue_told: { slug: after?.slug, capacity: 60 } });
  expect(await here.db.selectFrom('venues.caretaker').selectAll().execute()).toEqual([]);
});

test('it stays as it is here when it comes once more, under whatever address it has here', async () => {
  await here.db.updateTable('venues.venue').set({ name: 'Lampenfabrik', slug: 'lampe' }).execute();
  await bringIn(here.db, { file, slug: 'again', actor: null, now: here.ground.now() });
  expect(await venuesHere()).toMatchObject([{ name: 'Lampenfabrik', slug: 'lampe' }]);
  const used = await here.db.selectFrom('venues.used').select('card').execute();
  expect(used).toHaveLength(2);
  expect(used.filter(({ card }) => card.name === 'Lampenfabrik')).toHaveLength(1);
  const events = await here.db.selectFrom('events.event').select('venue_told').orderBy('created_at').execute();
  expect(events.map((one) => one.venue_told?.slug).sort()).toEqual(['alte-lampenfabrik-leipzig', 'lampe']);
});
