// What organisers note the morning after is kept, counts only where it is reliable, and is corrected in the open.
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { notesFor, settleMorningAfter, unnotedEvening, unnotedEvenings, writeAgenda, writeSlideLinks } from '#events';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, type World } from '../../test/world.ts';
import type { MorningAnswers } from './settle-morning-after.ts';

const house = testHouse();
const start = Temporal.Instant.from('2026-11-10T12:00:00Z');
const later = (days: number) => start.add({ hours: Math.round(days * 24) });
const answers: MorningAnswers = { door_list: 'yes', came: 34, food_left: 'quarter', remember: 'A longer cable.' };

let world: World;
let event: Awaited<ReturnType<typeof makeEvent>>;

beforeAll(async () => {
  house.setNow(start);
  world = await makeGroup(house);
  event = await makeEvent(house, world, { inDays: 5, cap: 40 });
});

const settle = (days: number, said: MorningAnswers, correcting = false) =>
  transact(house.db, (tx) =>
    settleMorningAfter(tx, event, { person_id: world.organiser }, later(days), said, correcting),
  );
/** As a guest sees it, signed in, so that no kept page stands in the way. */
const pageOf = async (slug: string, days: number) => {
  house.setNow(later(days));
  const guest = await visit(house).as(await makePerson(house, 'Megumi'));
  return guest.get(`/g/${world.group.slug}/e/${slug}`);
};
const audited = async () => {
  const rows = await house.db
    .selectFrom('groups.audit')
    .select('what')
    .where('group_id', '=', world.group.group_id)
    .where('what', 'like', 'events.morning.%')
    .orderBy('audit_id')
    .execute();
  return rows.map(({ what }) => what);
};

describe('the morning after', () => {
  it('is asked about from the end on, and only until somebody has noted it', async () => {
    expect(await unnotedEvening(house.db, world.group.group_id, later(5))).toBeNull();
    expect(await settle(5, answers)).toEqual({ refused: 'events.not_over' });
    expect(await unnotedEvening(house.db, world.group.group_id, later(6))).toMatchObject({ slug: event.slug });
    expect(await unnotedEvening(house.db, world.group.group_id, later(25))).toBeNull();
    expect(await unnotedEvenings(house.db, later(6), later(6))).toMatchObject([{ event_id: event.event_id }]);

    expect(await settle(6, answers)).toEqual({ is: 'settled', corrected: false });
    expect(await unnotedEvening(house.db, world.group.group_id, later(6))).toBeNull();
    expect(await unnotedEvenings(house.db, later(6), later(6))).toEqual([]);
    expect(await audited()).toEqual(['events.morning.noted']);
  });

  it('shows how many came to everybody only by a complete door list', async () => {
    expect((await pageOf(event.slug, 6)).text).toContain('34 people came.');
    await settle(6, { ...answers, door_list: 'partly' });
    const page = await pageOf(event.slug, 6.5);
    expect(page.text).toContain('This evening is over');
    expect(page.text).not.toContain('34');
    await settle(6, { ...answers, door_list: 'yes', came: null });
    expect((await pageOf(event.slug, 7)).text).not.toContain('came.');
  });

  it('keeps what to remember from everybody but the team', async () => {
    await settle(6, answers);
    const notes = await notesFor(house.db, world.group);
    expect(notes).toMatchObject([{ slug: event.slug, remember: 'A longer cable.', food_left: 'quarter', came: 34 }]);
    expect((await pageOf(event.slug, 8)).body).not.toContain('cable');
    expect((await visit(house).get(`/g/${world.group.slug}`)).body).not.toContain('cable');
  });

  it('is changed freely for a week, and then corrected with a line in the log', async () => {
    expect(await settle(12.9, { ...answers, came: 33 })).toEqual({ is: 'settled', corrected: false });
    expect(await settle(13.1, { ...answers, came: 32 })).toEqual({ refused: 'events.needs_correcting' });
    expect((await notesFor(house.db, world.group))[0]?.came).toBe(33);
    expect(await settle(13.1, { ...answers, came: 32 }, true)).toEqual({ is: 'settled', corrected: true });
    expect((await notesFor(house.db, world.group))[0]?.came).toBe(32);
    expect(await audited()).toEqual(['events.morning.noted', 'events.morning.corrected']);
  });

  it('leaves the archive, drafts and cancelled evenings in peace', async () => {
    const other = await makeGroup(house);
    house.setNow(start);
    const old = await makeEvent(house, other, { inDays: 2 });
    const unnoted = () => unnotedEvening(house.db, other.group.group_id, later(3));
    expect(await unnoted()).not.toBeNull();
    for (const state of [
      sql`source = 'meetup.com', source_key = '1'`,
      sql`source = null, source_key = null, stage = 'cancelled'`,
      sql`stage = 'draft'`,
    ]) {
      await sql`update events.event set ${state} where event_id = ${old.event_id}`.execute(house.db);
      expect(await unnoted()).toBeNull();
    }
  });

  it('is forgotten as somebody’s when they leave for good, and kept as the group’s', async () => {
    const person = await makePerson(house, 'Ellis');
    await transact(house.db, (tx) => settleMorningAfter(tx, event, { person_id: person }, later(7), answers));
    const by = () =>
      house.db
        .selectFrom('events.morning_after')
        .select(['answered_by', 'remember'])
        .where('event_id', '=', event.event_id)
        .executeTakeFirstOrThrow();
    expect(await by()).toMatchObject({ answered_by: person });
    await transact(house.db, (tx) => announce(tx, 'people.erased', { person_id: person, now: later(7) }));
    expect(await by()).toEqual({ answered_by: null, remember: 'A longer cable.' });
  });
});

describe('slides', () => {
  it('are linked on the evening’s page, stay with their talk when the agenda is written anew, and go when taken away', async () => {
    house.setNow(start);
    const talks = await makeEvent(house, world, { inDays: 4 });
    const row = { time: '18:00', minutes: 20, type: 'talk' as const, who: 'Tomás Herrera', note: '' };
    const agenda = (titles: string[]) =>
      transact(house.db, (tx) =>
        writeAgenda(
          tx,
          talks,
          titles.map((title) => ({ ...row, title })),
        ),
      );
    await agenda(['Every retry is a promise', 'Tide tables']);
    const items = await house.db
      .selectFrom('events.agenda_item')
      .select(['item_id', 'title'])
      .where('event_id', '=', talks.event_id)
      .orderBy('position')
      .execute();
    const link = (url: string | null) =>
      transact(house.db, (tx) => writeSlideLinks(tx, talks, [{ item_id: items[0]!.item_id, url }]));
    const links = async () => (await pageOf(talks.slug, 5)).links;
    const retry = 'https://slides.example.org/retry';

    expect(await links()).not.toContain(retry);
    await link(retry);
    expect(await links()).toContain(retry);
    await agenda(['Tide tables', 'Every retry is a promise']);
    expect(await links()).toContain(retry);
    const moved = await house.db
      .selectFrom('events.agenda_item')
      .select('item_id')
      .where('event_id', '=', talks.event_id)
      .where('slides_url', 'is not', null)
      .executeTakeFirstOrThrow();
    await transact(house.db, (tx) => writeSlideLinks(tx, event, [{ item_id: moved.item_id, url: null }]));
    expect(await links()).toContain(retry);
    await transact(house.db, (tx) => writeSlideLinks(tx, talks, [{ item_id: moved.item_id, url: null }]));
    expect(await links()).not.toContain(retry);
  });
});
