// A series through the web: started by its rule, topped up by itself, a day left out, evenings that stand there already, its end.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventPaths } from '#events';
import { transact } from '#kit/db.ts';
import { instantOf, Temporal, wallClock } from '#kit/time.ts';
import { addVenue, heldVenue, noteUse } from '#venues';
import { testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, type World } from '../../../test/world.ts';
import { seasonPaths } from '../paths.ts';
import { tasksOf } from '../tasks.ts';
import { eveningsOfSeries, type SeriesKey, seriesAt } from './read-series.ts';
import { topUp, topUpAll } from './top-up.ts';

const house = testHouse();
let world: World;
const NOW = Temporal.Instant.from('2027-01-05T12:00Z');
beforeAll(async () => {
  house.setNow(NOW);
});
beforeEach(async () => {
  house.setNow(NOW);
  world = await makeGroup(house, { zone: 'Europe/Berlin' });
});
const organiser = () => visit(house).as(world.organiser);
const wednesdays = {
  title: 'Second Wednesday',
  which: '2',
  weekday: '3',
  not_in: ['8', '12'],
  starts_on: '2027-01-06',
  starts: '18:00',
  ends: '20:00',
  place_name: 'Harbor Building',
};
const from = () => seasonPaths.seriesFrom(world.group.slug, 'chicago-classic');

async function started(more: Record<string, string | string[]> = {}) {
  const made = await (await organiser()).post(from(), { ...wednesdays, ...more });
  expect(made.status).toBe(303);
  const slug = /\/series\/([^/]+)\/manage/.exec(made.location ?? '')?.[1] ?? '';
  const found = await seriesAt(house.db, { group: world.group.slug, series: slug }, world.organiser);
  if (!found) throw new Error('no series');
  return found.series;
}

const days = async (key: SeriesKey) =>
  (await eveningsOfSeries(house.db, key)).evenings.map(({ series_on }) => series_on);
const top = (key: SeriesKey) => transact(house.db, (tx) => topUp(tx, key, house.ground.now()));

describe('a series', () => {
  it('is held at a venue that is chosen: each of its evenings has it, also those made later', async () => {
    const draft = {
      ...{ name: 'Boathouse', address: '4 Pier Street', city: 'Milwaukee', zone: 'America/Chicago', capacity: 44 },
      ...{ arrival: { entrance: 'The blue door' }, access: {}, access_note: '', contact_name: '', contact_reach: '' },
      ...{ latitude: null, longitude: null },
    };
    const actor = { person_id: world.organiser };
    const added = await transact(house.db, async (tx) => {
      const venue = await addVenue(tx, actor, house.ground.now(), { draft, although_alike: true });
      if ('refused' in venue) throw new Error(venue.refused);
      const card = await heldVenue(tx, venue.venue_id);
      if (card) await noteUse(tx, world.group.group_id, card, house.ground.now());
      return venue;
    });
    const page = await (await organiser()).get(`${from()}?venue=${added.venue_id}`);
    expect(page.text).toContain('Boathouse, Milwaukee');
    expect(page.body).toMatch(
      new RegExp(`<option[^>]*value="${added.venue_id}"[^>]* selected|selected[^>]*value="${added.venue_id}"`),
    );
    const series = await started({ venue: added.venue_id, cap: '' });
    expect(series.pattern).toMatchObject({
      venue_id: added.venue_id,
      place_name: 'Boathouse',
      zone: 'America/Chicago',
    });
    house.setNow(Temporal.Instant.from('2027-02-20T12:00Z'));
    await top(series);
    const { evenings } = await eveningsOfSeries(house.db, series);
    expect(evenings.length).toBeGreaterThan(3);
    const rows = await house.db
      .selectFrom('events.event')
      .select(['venue_id', 'place_name', 'room_capacity', 'starts_at', 'zone'])
      .where('group_id', '=', world.group.group_id)
      .execute();
    for (const { starts_at, ...row } of rows) {
      expect(row).toEqual({
        ...{ venue_id: added.venue_id, place_name: 'Boathouse', room_capacity: 44, zone: 'America/Chicago' },
      });
      expect(wallClock(instantOf(starts_at), row.zone).time).toBe('18:00');
    }
    // Somewhere else again: what is typed counts, and nothing of the venue is left.
    const typed = await started({ title: 'Other', venue: '', place_name: 'Attic' });
    expect(typed.pattern).toMatchObject({ venue_id: null, place_name: 'Attic' });
  });

  it('takes over what was typed for one evening, and makes nothing of it yet', async () => {
    const browser = await organiser();
    const typed = { step: 'begin', title: 'Dashboards', day: '2027-02-10', starts: '19:00', place_name: 'Attic' };
    const page = await browser.post(from(), typed);
    expect(page.status).toBe(200);
    for (const value of ['Dashboards', '19:00', 'Attic']) expect(page.body).toContain(`value="${value}"`);
    expect(
      await house.db.selectFrom('season.series').selectAll().where('group_id', '=', world.group.group_id).execute(),
    ).toEqual([]);
  });

  it('shows its days before anything is made, and says its rule in the language of whoever reads', async () => {
    const query = new URLSearchParams({ which: '2', weekday: '3', starts_on: '2027-01-06' });
    for (const month of ['8', '12']) query.append('not_in', month);
    const page = await (await organiser()).get(`${from()}?${query}`);
    expect(page.text).toContain('Every second Wednesday of the month, not in August or December');
    expect(page.text).toContain('Wednesday, 13 January 2027');
    expect(page.text).toContain('and so on');
    await house.db.updateTable('people.person').set({ lang: 'de' }).where('person_id', '=', world.organiser).execute();
    const deutsch = await (await organiser()).get(`${from()}?${query}`);
    expect(deutsch.text).toContain('Jeden zweiten Mittwoch im Monat, nicht im August oder Dezember');
    expect(
      await house.db.selectFrom('season.series').selectAll().where('group_id', '=', world.group.group_id).execute(),
    ).toEqual([]);
  });

  it('begins with its next three evenings as drafts, each with agenda, checklist and reminders', async () => {
    const series = await started();
    expect(series.slug).toBe('second-wednesday');
    const { evenings } = await eveningsOfSeries(house.db, series);
    expect(evenings.map(({ series_on, stage }) => `${series_on} ${stage}`)).toEqual([
      '2027-01-13 draft',
      '2027-02-10 draft',
      '2027-03-10 draft',
    ]);
    for (const { event_id } of evenings) {
      expect(await tasksOf(house.db, { group_id: series.group_id, event_id })).toHaveLength(13);
    }
    const page = await (await organiser()).get(seasonPaths.seriesManage(world.group.slug, series.slug));
    expect(page.text).toContain('Every second Wednesday of the month, not in August or December, 18:00');
    expect(page.links).toContain(eventPaths.manage(world.group.slug, evenings[0]?.slug ?? ''));
  });

  it('keeps 18:00 at 18:00 on the clock of the place, in summer and in winter', async () => {
    const series = await started({ starts_on: '2027-03-01' });
    const { evenings } = await eveningsOfSeries(house.db, series);
    expect(evenings.map(({ starts_at }) => starts_at.toISOString().slice(11, 16))).toEqual(['17:00', '16:00', '16:00']);
    for (const { starts_at } of evenings) expect(wallClock(instantOf(starts_at), 'Europe/Berlin').time).toBe('18:00');
  });

  it('makes one more whenever one has been, by itself, and nothing twice', async () => {
    const series = await started();
    expect(await top(series)).toBe(0);
    house.setNow(Temporal.Instant.from('2027-01-14T08:00Z'));
    await topUpAll(house.ground);
    expect(await days(series)).toEqual(['2027-01-13', '2027-02-10', '2027-03-10', '2027-04-14']);
    await Promise.all([topUpAll(house.ground), topUpAll(house.ground)]);
    expect(await days(series)).toHaveLength(4);
  });

  it('made by two at once has each evening once', async () => {
    const series = await started();
    house.setNow(Temporal.Instant.from('2027-03-12T08:00Z'));
    const made = await Promise.all([top(series), top(series), top(series)]);
    expect(made.toSorted()).toEqual([0, 0, 3]);
  });

  it('leaves a day out: its draft goes, one more comes at the end, and the day can be taken back in', async () => {
    const series = await started();
    const skip = `/g/${world.group.slug}/series/${series.slug}/skip`;
    const browser = await organiser();
    await browser.post(skip, { day: '2027-02-10' });
    expect(await days(series)).toEqual(['2027-01-13', '2027-03-10', '2027-04-14']);
    expect((await browser.get(seasonPaths.seriesManage(world.group.slug, series.slug))).text).toContain('left out');
    await browser.post(skip, { day: '2027-02-10', back: 'yes' });
    expect(await days(series)).toEqual(['2027-01-13', '2027-02-10', '2027-03-10', '2027-04-14']);
  });

  it('does not make again what an organiser threw away, and calls nothing off that is announced', async () => {
    const series = await started();
    const browser = await organiser();
    const [first, second] = (await eveningsOfSeries(house.db, series)).evenings;
    await browser.post(`/g/${world.group.slug}/e/${first?.slug}/cancel`);
    await top(series);
    expect(await days(series)).toEqual(['2027-02-10', '2027-03-10', '2027-04-14']);
    await browser.post(eventPaths.announce(world.group.slug, second?.slug ?? ''));
    const refused = await browser.post(`/g/${world.group.slug}/series/${series.slug}/skip`, { day: '2027-02-10' });
    expect((await browser.follow(refused)).text).toContain('Call it off on its own page');
    expect(await days(series)).toContain('2027-02-10');
  });

  it('takes in what stands on one of its days already, instead of a second evening', async () => {
    const own = await makeEvent(house, world, { inDays: 36, stage: 'draft', title: 'Planned long ago' });
    await house.db
      .updateTable('events.event')
      .set({ starts_at: new Date('2027-02-10T18:30Z'), ends_at: new Date('2027-02-10T20:30Z') })
      .where('event_id', '=', own.event_id)
      .execute();
    const series = await started();
    const { evenings } = await eveningsOfSeries(house.db, series);
    expect(evenings.map(({ title }) => title)).toEqual(['Second Wednesday', 'Planned long ago', 'Second Wednesday']);
  });

  it('ends: nothing more is made, drafts go or stay as one says, what is announced takes place', async () => {
    for (const drafts of ['discard', 'keep']) {
      const series = await started({ title: `Until ${drafts}` });
      const browser = await organiser();
      const [first] = (await eveningsOfSeries(house.db, series)).evenings;
      await browser.post(eventPaths.announce(world.group.slug, first?.slug ?? ''));
      await browser.post(`/g/${world.group.slug}/series/${series.slug}/end`, { drafts });
      expect(await days(series)).toHaveLength(drafts === 'keep' ? 3 : 1);
      house.setNow(Temporal.Instant.from('2027-05-01T08:00Z'));
      await topUpAll(house.ground);
      expect(await days(series)).toHaveLength(drafts === 'keep' ? 3 : 1);
      house.setNow(NOW);
    }
  });

  it('says what is wrong with its form and keeps what was typed', async () => {
    const never = Array.from({ length: 12 }, (_, at) => String(at + 1));
    const wrong = await (await organiser()).post(from(), { ...wednesdays, title: '', not_in: never, ends: '17:59x' });
    expect(wrong.status).toBe(422);
    expect(Object.keys(wrong.errors)).toEqual(expect.arrayContaining(['title', 'ends']));
    expect(wrong.text).toContain('That leaves no day at all');
    expect(wrong.body).toContain('value="Harbor Building"');
  });

  it('called in letters that have no Latin spelling has an address all the same', async () => {
    const [one, two] = [await started({ title: '水曜の会' }), await started({ title: '水曜の会' })];
    expect(one.slug).toMatch(/^series-[0-9a-f]{8}$/);
    expect(two.slug).not.toBe(one.slug);
  });
});
