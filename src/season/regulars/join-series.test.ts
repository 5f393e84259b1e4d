// Joining a series: interested in each of its evenings, told once when each opens, seated never without a tap; and leaving it.
import { beforeEach, describe, expect, it } from 'vitest';
import { eventPaths, eventsRoom } from '#events';
import { joinGroup } from '#groups';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { unseal } from '#kit/secret.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../../test/visit.ts';
import { makeGroup, type World } from '../../../test/world.ts';
import { seasonPaths } from '../paths.ts';
import { eveningsOfSeries, type Series, seriesAt } from '../series/read-series.ts';

const house = testHouse();
const NOW = Temporal.Instant.from('2027-01-05T12:00Z');
let world: World;
let series: Series;
let ada: Id<'people.person'>;
beforeEach(async () => {
  house.setNow(NOW);
  world = await makeGroup(house, { zone: 'Europe/Berlin' });
  series = await started();
  ada = await makePerson(house, 'Ada Quist');
});
const organiser = () => visit(house).as(world.organiser);
const at = (of: 'series' | 'seriesJoin' | 'seriesLeave' | 'seriesFeed') =>
  seasonPaths[of](world.group.slug, series.slug);

/** Second Wednesdays at 18:00 in Berlin; the first, of 13 January, is announced. Sign-up opens 14 days before each. */
async function started(): Promise<Series> {
  const browser = await organiser();
  const wednesdays = { which: '2', weekday: '3', starts_on: '2027-01-06', starts: '18:00', ends: '20:00' };
  const from = seasonPaths.seriesFrom(world.group.slug, 'social');
  const made = await browser.post(from, { title: 'Open table', place_name: 'Harbor', ...wednesdays });
  const slug = /\/series\/([^/]+)\/manage/.exec(made.location ?? '')?.[1] ?? '';
  const found = await seriesAt(house.db, { group: world.group.slug, series: slug }, world.organiser);
  if (!found) throw new Error('no series');
  return found.series;
}

const eveningOf = async (day: string) => {
  const found = (await eveningsOfSeries(house.db, series)).evenings.find(({ series_on }) => series_on === day);
  if (!found) throw new Error(`no evening on ${day}`);
  return found;
};
const announced = async (day: string) => {
  const { slug } = await eveningOf(day);
  await (await organiser()).post(eventPaths.announce(world.group.slug, slug));
};
const stateOf = async (day: string, person_id = ada) =>
  (
    await house.db
      .selectFrom('events.enrolment')
      .select('state')
      .where('event_id', '=', (await eveningOf(day)).event_id)
      .where('person_id', '=', person_id)
      .executeTakeFirst()
  )?.state;
const mailsTo = async (person_id = ada) =>
  (
    await house.db
      .selectFrom('kit.mail')
      .select(['template', 'args'])
      .where('person_id', '=', person_id)
      .orderBy('mail_id')
      .execute()
  ).map(({ template }) => template);
const clock = (at: string) => {
  house.setNow(Temporal.Instant.from(at));
  return eventsRoom.workers?.['events.tick']?.(house.ground)({});
};

describe('whoever joins', () => {
  it('is interested in what is announced, and in what is announced later, and has a seat nowhere', async () => {
    await announced('2027-02-10');
    const browser = await visit(house).as(ada);
    const page = await browser.get(at('series'));
    expect(page.text).toContain('Every second Wednesday of the month, 18:00 · Harbor');
    expect((await browser.follow(await browser.post(at('seriesJoin')))).text).toContain('You are in');
    expect(await stateOf('2027-02-10')).toBe('interested');
    expect(await stateOf('2027-03-10')).toBeUndefined();
    await announced('2027-03-10');
    expect(await stateOf('2027-03-10')).toBe('interested');
    expect(await mailsTo()).toEqual([]);
  });

  it('hears of each opening once, with one mail also as a member of the group', async () => {
    await transact(house.db, (tx) => joinGroup(tx, { person_id: ada }, house.ground.now(), world.group.group_id));
    await announced('2027-02-10');
    await (await visit(house).as(ada)).post(at('seriesJoin'));
    await announced('2027-03-10');
    const before = (await mailsTo()).filter((template) => template === 'events.announced');
    expect(before).toHaveLength(2);
    await clock('2027-01-27T17:00:00Z');
    expect((await mailsTo()).filter((template) => template === 'events.opened')).toHaveLength(1);
    await clock('2027-02-24T17:00:00Z');
    await clock('2027-02-24T17:01:00Z');
    expect((await mailsTo()).filter((template) => template === 'events.opened')).toHaveLength(2);
    expect(await stateOf('2027-03-10')).toBe('interested');
  });

  it('hears of one that opens in the breath it is announced in', async () => {
    await announced('2027-02-10');
    await (await visit(house).as(ada)).post(at('seriesJoin'));
    await announced('2027-01-13');
    expect(await stateOf('2027-01-13')).toBe('interested');
    expect(await mailsTo()).toEqual(['events.opened']);
  });

  it('keeps a seat or a place they have', async () => {
    await announced('2027-01-13');
    await announced('2027-02-10');
    const browser = await visit(house).as(ada);
    await browser.post(eventPaths.seat(world.group.slug, (await eveningOf('2027-01-13')).slug));
    await browser.post(at('seriesJoin'));
    await browser.post(at('seriesLeave'));
    expect(await stateOf('2027-01-13')).toBe('going');
  });

  it('twice is in once', async () => {
    await announced('2027-02-10');
    const browser = await visit(house).as(ada);
    await Promise.all([browser.post(at('seriesJoin')), browser.post(at('seriesJoin'))]);
    const rows = await house.db.selectFrom('season.regular').selectAll().where('person_id', '=', ada).execute();
    expect(rows).toHaveLength(1);
  });

  it('while an evening is being announced is not passed over', async () => {
    await announced('2027-02-10');
    const browser = await visit(house).as(ada);
    await Promise.all([browser.post(at('seriesJoin')), announced('2027-03-10')]);
    expect(await stateOf('2027-03-10')).toBe('interested');
  });

  it('signed out types a code first, and is nobody until then', async () => {
    await announced('2027-02-10');
    const browser = visit(house);
    const wrong = await browser.post(at('seriesJoin'), { name: '', address: 'nowhere' });
    expect(wrong.status).toBe(422);
    expect(Object.keys(wrong.errors).sort()).toEqual(['address', 'name']);
    const asked = await browser.post(at('seriesJoin'), { name: 'Cleo', address: 'cleo@example.org' });
    const joined = () =>
      house.db
        .selectFrom('season.regular')
        .innerJoin('people.person', 'people.person.person_id', 'season.regular.person_id')
        .select('name')
        .where('series_id', '=', series.series_id)
        .execute();
    expect(await joined()).toEqual([]);
    const { args } = await house.db
      .selectFrom('kit.mail')
      .select('args')
      .where('to_address', '=', 'cleo@example.org')
      .executeTakeFirstOrThrow();
    const { challenge_id, sealed = '' } = args as Record<string, string>;
    const code = unseal(house.ground.config.secret, `people.code:${challenge_id}`, sealed).split(' ')[0] ?? '';
    const proved = await browser.post(asked.location ?? '', { code });
    expect(proved.location).toBe(at('series'));
    expect((await browser.follow(proved)).text).toContain('You are in');
    expect(await joined()).toEqual([{ name: 'Cleo' }]);
    expect(await house.db.selectFrom('season.joining').selectAll().execute()).toEqual([]);
  });
});

describe('whoever leaves', () => {
  it('hears of nothing more, and what is announced next does not reach them', async () => {
    await announced('2027-02-10');
    const browser = await visit(house).as(ada);
    await browser.post(at('seriesJoin'));
    await browser.post(at('seriesLeave'));
    expect(await stateOf('2027-02-10')).toBe('released');
    await announced('2027-03-10');
    expect(await stateOf('2027-03-10')).toBeUndefined();
    await clock('2027-01-27T17:00:00Z');
    expect(await mailsTo()).toEqual([]);
  });

  it('for good takes along what they joined, and leaves nothing of it', async () => {
    await announced('2027-02-10');
    const browser = await visit(house).as(ada);
    await browser.post(at('seriesJoin'));
    expect((await browser.get('/me')).text).toContain('Series you joined Open table');
    expect((await browser.get('/me/export.json')).body).toContain('"series_joined":');
    expect((await browser.get('/me/export.json')).body).toContain('Open table');
    await transact(house.db, (tx) => announce(tx, 'people.erased', { person_id: ada, now: house.ground.now() }));
    expect(await house.db.selectFrom('season.regular').selectAll().where('person_id', '=', ada).execute()).toEqual([]);
  });
});

describe('the page of a series', () => {
  it('is there once one of its evenings was announced, leads from evening and group, and has a calendar of those alone', async () => {
    const stranger = visit(house);
    expect((await stranger.get(at('series'))).status).toBe(404);
    expect((await stranger.get(at('seriesFeed'))).status).toBe(404);
    expect((await stranger.post(at('seriesJoin'), { name: 'A', address: 'a@example.org' })).status).toBe(404);
    await announced('2027-02-10');
    const { slug } = await eveningOf('2027-02-10');
    expect((await stranger.get(eventPaths.show(world.group.slug, slug))).links).toContain(at('series'));
    expect((await stranger.get(`/g/${world.group.slug}`)).links).toContain(at('series'));
    const feed = await stranger.get(at('seriesFeed'));
    expect(feed.headers['content-type']).toContain('text/calendar');
    expect(feed.body.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(feed.body).toContain('X-WR-CALNAME:Open table');
    expect(feed.body).toContain('20270210T170000Z');
    expect((await stranger.get(at('seriesFeed'), { 'if-none-match': String(feed.headers.etag) })).status).toBe(304);
  });
});
