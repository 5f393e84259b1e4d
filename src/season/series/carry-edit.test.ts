// One evening of a series changed with its form, for itself, for later ones or for all: through the web, to rows and mails.
import { beforeEach, describe, expect, it } from 'vitest';
import { eventPaths } from '#events';
import { instantOf, Temporal, wallClock } from '#kit/time.ts';
import { fieldsOf } from '../../../test/fields-of.ts';
import { testHouse, visit } from '../../../test/visit.ts';
import { makeGroup, seatPeople, type World } from '../../../test/world.ts';
import { seasonPaths } from '../paths.ts';
import { eveningsOfSeries, type Series, seriesAt } from './read-series.ts';

const house = testHouse();
const NOW = Temporal.Instant.from('2027-02-01T12:00Z');
let world: World;
let series: Series;
beforeEach(async () => {
  house.setNow(NOW);
  world = await makeGroup(house, { zone: 'Europe/Berlin' });
  series = await started();
});
const organiser = () => visit(house).as(world.organiser);

/** Second Wednesdays at 18:00: 10 February, 10 March, 14 April, after the clocks went forward. */
async function started(): Promise<Series> {
  const rule = { which: '2', weekday: '3', starts_on: '2027-02-02', starts: '18:00', ends: '20:00' };
  const from = seasonPaths.seriesFrom(world.group.slug, 'chicago-classic');
  const made = await (await organiser()).post(from, { title: 'Open table', place_name: 'Harbor', ...rule });
  return again(/\/series\/([^/]+)\/manage/.exec(made.location ?? '')?.[1] ?? '');
}

async function again(slug = series.slug): Promise<Series> {
  const found = await seriesAt(house.db, { group: world.group.slug, series: slug }, world.organiser);
  if (!found) throw new Error('no series');
  return found.series;
}

const DAYS = ['2027-02-10', '2027-03-10', '2027-04-14'] as const;
async function evening(day: string) {
  const found = (await eveningsOfSeries(house.db, series)).evenings.find(({ series_on }) => series_on === day);
  return house.db
    .selectFrom('events.event')
    .selectAll()
    .where('event_id', '=', found?.event_id ?? ('' as never))
    .executeTakeFirstOrThrow();
}

/** Sends the form of the evening of a day as it stands, with `change` typed over it. */
async function edit(day: string, change: Record<string, string>) {
  const browser = await organiser();
  const path = eventPaths.edit(world.group.slug, (await evening(day)).slug);
  const { body, text } = await browser.get(path);
  const sent = await browser.post(path, { ...fieldsOf(body), ...change });
  expect(sent.status, sent.text).toBe(303);
  return { asked: text, said: (await browser.follow(sent)).text };
}

const places = async () => Promise.all(DAYS.map(async (day) => (await evening(day)).place_name));

describe('a change to one evening of a series', () => {
  it.each([
    ['this', '2027-03-10', ['Harbor', 'Attic', 'Harbor'], 'Harbor'],
    ['later', '2027-03-10', ['Harbor', 'Attic', 'Attic'], 'Attic'],
    ['all', '2027-03-10', ['Attic', 'Attic', 'Attic'], 'Attic'],
    ['nonsense', '2027-03-10', ['Harbor', 'Attic', 'Harbor'], 'Harbor'],
  ])('for %s', async (reach, day, expected, later) => {
    const { asked } = await edit(day, { place_name: 'Attic', reach });
    expect(asked).toContain('This evening is one of the series Open table');
    expect(await places()).toEqual(expected);
    expect((await again()).pattern.place_name).toBe(later);
  });

  it('moves agenda, checklist and sign-up of each along, on the clock there, and what comes later is made like it', async () => {
    const agenda = async (day: string) =>
      (
        await house.db
          .selectFrom('events.agenda_item')
          .select('starts_at')
          .where('event_id', '=', (await evening(day)).event_id)
          .orderBy('position')
          .execute()
      ).map(({ starts_at }) => wallClock(instantOf(starts_at), 'Europe/Berlin').time);
    const due = async (day: string) =>
      (
        await house.db
          .selectFrom('season.task')
          .select('due_at')
          .where('event_id', '=', (await evening(day)).event_id)
          .where('unit', '=', 'hours')
          .where('side', '=', 'before')
          .orderBy('due_at')
          .execute()
      ).map(({ due_at }) => due_at.getTime());
    const [items, tasks] = [await agenda('2027-04-14'), await due('2027-04-14')];
    const said = (await edit('2027-02-10', { starts: '19:00', ends: '21:00', reach: 'all' })).said;
    expect(said).toContain('2 more evenings changed along.');
    for (const day of DAYS) {
      const { starts_at, ends_at, opens_at } = await evening(day);
      expect(wallClock(instantOf(starts_at), 'Europe/Berlin')).toEqual({ date: day, time: '19:00' });
      expect(wallClock(instantOf(ends_at), 'Europe/Berlin').time).toBe('21:00');
      expect(wallClock(instantOf(opens_at), 'Europe/Berlin').time).toMatch(/^1[89]:00$/);
    }
    const later = items.map((time) => Temporal.PlainTime.from(time).add({ hours: 1 }).toString().slice(0, 5));
    expect(await agenda('2027-04-14')).toEqual(later);
    expect(await due('2027-04-14')).toEqual(tasks.map((at) => at + 3_600_000));
    house.setNow(Temporal.Instant.from('2027-02-11T12:00Z'));
    await (await organiser()).post(seasonPaths.seriesSkip(world.group.slug, series.slug), { day: '2027-03-10' });
    const next = await evening('2027-05-12');
    expect(wallClock(instantOf(next.starts_at), 'Europe/Berlin').time).toBe('19:00');
  });

  it('leaves what somebody changed on another, says so, and leaves evenings that were, are on or are off', async () => {
    await edit('2027-04-14', { place_name: 'Boat', reach: 'this' });
    await edit('2027-03-10', { title: 'Queues', reach: 'this' });
    house.setNow(Temporal.Instant.from('2027-02-10T17:30Z'));
    const { said } = await edit('2027-03-10', { place_name: 'Attic', reach: 'all' });
    expect(await places()).toEqual(['Harbor', 'Attic', 'Boat']);
    expect(said).toContain('No other evening had to change. Left as it was: Wed 14 Apr (place).');
    const changed = await edit('2027-04-14', { title: 'Long table', reach: 'all' });
    expect(changed.said).toContain('Left as it was: Wed 10 Mar (title).');
    expect((await evening('2027-02-10')).title).toBe('Open table');
    expect((await again()).title).toBe('Long table');
  });

  it('tells guests of each evening once, and nobody of a draft', async () => {
    const browser = await organiser();
    for (const day of ['2027-02-10', '2027-03-10']) {
      const { slug } = await evening(day);
      await browser.post(eventPaths.announce(world.group.slug, slug));
      await browser.post(eventPaths.open(world.group.slug, slug));
    }
    await seatPeople(house, await evening('2027-02-10'), ['Ada', 'Ben']);
    await seatPeople(house, await evening('2027-03-10'), ['Cleo']);
    const { said } = await edit('2027-02-10', { place_name: 'Attic', reach: 'all' });
    expect(said).toContain('2 people are told');
    expect(said).toContain('One guest there is told.');
    const moved = await house.db
      .selectFrom('kit.mail')
      .select('person_id')
      .where('template', '=', 'events.moved')
      .where('campaign', 'like', 'events.moved:%')
      .execute();
    const ours = moved.filter(({ person_id }) => person_id);
    expect(new Set(ours.map(({ person_id }) => person_id)).size).toBe(ours.length);
    expect(ours).toHaveLength(3);
  });

  it('of its day is for that evening only, and said so', async () => {
    const { said } = await edit('2027-03-10', { day: '2027-03-11', plus_ones: '3', reach: 'later' });
    expect(said).toContain('The day moved for this evening only.');
    const next = await evening('2027-04-14');
    expect(wallClock(instantOf(next.starts_at), 'Europe/Berlin').date).toBe('2027-04-14');
    expect(next.plus_ones).toBe(3);
    expect((await again()).rhythm).toEqual(series.rhythm);
  });

  it('that is its agenda goes to those that have the series’ own, at the same distance, and what comes later has it', async () => {
    const path = async (day: string) => eventPaths.agenda(world.group.slug, (await evening(day)).slug);
    const titles = async (day: string) =>
      (
        await house.db
          .selectFrom('events.agenda_item')
          .select(['title', 'starts_at'])
          .where('event_id', '=', (await evening(day)).event_id)
          .orderBy('position')
          .execute()
      ).map(({ title, starts_at }) => `${wallClock(instantOf(starts_at), 'Europe/Berlin').time} ${title}`);
    const browser = await organiser();
    const item = { minutes: '', type: 'social', who: '', note: '' };
    await browser.post(await path('2027-04-14'), { ...item, time: '18:00', title: 'Our own', reach: 'this' });
    await edit('2027-02-10', { starts: '19:00', ends: '21:00', reach: 'this' });
    const before = await titles('2027-02-10');
    expect((await browser.get(await path('2027-03-10'))).text).toContain('Your change holds for');
    const rows = {
      ...item,
      time: ['18:00', '18:30'],
      title: ['Soup', 'Talk'],
      minutes: ['', ''],
      type: ['social', 'talk'],
    };
    const sent = await browser.post(await path('2027-03-10'), { ...rows, who: ['', ''], note: ['', ''], reach: 'all' });
    expect((await browser.follow(sent)).text).toContain(
      'One more evening changed along. Left as it was: Wed 14 Apr (agenda).',
    );
    expect(before).not.toContain('19:00 Soup');
    expect(await titles('2027-02-10')).toEqual(['19:00 Soup', '19:30 Talk']);
    expect(await titles('2027-03-10')).toEqual(['18:00 Soup', '18:30 Talk']);
    expect(await titles('2027-04-14')).toEqual(['18:00 Our own']);
    expect((await again()).pattern.agenda.map(({ at_minutes, title }) => `${at_minutes} ${title}`)).toEqual([
      '0 Soup',
      '30 Talk',
    ]);
  });

  it('that is refused keeps the answer, and an evening of no series is not asked', async () => {
    const browser = await organiser();
    const path = eventPaths.edit(world.group.slug, (await evening('2027-03-10')).slug);
    const wrong = await browser.post(path, { title: '', reach: 'later' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatch(/value="later"[^>]*checked|checked[^>]*value="later"/);
    const made = await browser.post(seasonPaths.planFrom(world.group.slug, 'social'), {
      title: 'Alone',
      day: '2027-05-20',
      starts: '18:00',
      ends: '20:00',
      opens_days: '14',
      closes_hours: '24',
    });
    const own = await browser.get((made.location ?? '').replace('/manage', '/edit'));
    expect(own.status).toBe(200);
    expect(own.text).not.toContain('one of the series');
  });
});
