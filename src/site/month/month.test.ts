// The evenings of a month over all groups: on whose clock, in which order, how many of a busy day, and at what cost.
import { beforeAll, describe, expect, it } from 'vitest';
import { transact } from '#kit/db.ts';
import { newId } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../../test/visit.ts';
import { statementsOf } from '../../../test/world/statements.ts';
import { evening, found } from '../for-tests.ts';
import { daysOfMonth, monthAt, monthsBeside, readWhen } from './calendar.ts';
import { DAY_MOST, eveningsOfDay, eveningsOfMonth } from './evenings-of.ts';

describe('a month in an address', () => {
  it('is a month or a day there is, within the years there are', () => {
    expect(readWhen('2026-12')).toEqual({ month: '2026-12', day: null });
    expect(readWhen('2028-02-29')).toEqual({ month: '2028-02', day: '2028-02-29' });
    for (const text of ['2026-13', '2026-00', '2026-02-30', '2026-2', '1999-12', '2101-01', 'now', '2026-12-', '']) {
      expect(readWhen(text), text).toBeNull();
    }
  });

  it('knows its neighbours, and how its days lie in the week', () => {
    expect(monthsBeside('2026-12')).toEqual({ before: '2026-11', after: '2027-01' });
    expect(monthsBeside('2100-12').after).toBeNull();
    expect(monthsBeside('2000-01').before).toBeNull();
    const days = daysOfMonth('2026-02');
    expect(days).toHaveLength(28);
    // 1 February 2026 was a Sunday.
    expect(days[0]).toEqual({ day: '2026-02-01', weekday: 7 });
    expect(monthAt(Temporal.Instant.from('2026-12-31T23:30:00Z'))).toBe('2026-12');
  });
});

describe('the evenings of a month', () => {
  const house = testHouse();
  const now = Temporal.Instant.from('2026-11-29T12:00:00Z');
  const all = { q: '', country: null };
  const titles = async (month: string, filter = {}) =>
    (await eveningsOfMonth(house.db, month, { ...all, ...filter })).map(({ day, title }) => `${day.slice(5)} ${title}`);
  /** Days from `now` to a moment. */
  const until = (text: string) => (Temporal.Instant.from(text).epochMilliseconds - now.epochMilliseconds) / 86_400_000;

  beforeAll(async () => {
    house.setNow(now);
    const { db } = house;
    const mei = await makePerson(house, 'Mei');
    const honolulu = await found(db, mei, 'Honolulu', { country: 'US', zone: 'Pacific/Honolulu' });
    const kiritimati = await found(db, mei, 'Kiritimati', { country: 'KI', zone: 'Pacific/Kiritimati' });
    const on = (group: typeof honolulu, title: string, at: string, stage: 'open' | 'draft' = 'open') =>
      evening(db, group, mei, { title, days: until(at), now, stage });
    // 1 January in London, and still the 31st of December in Honolulu.
    await on(honolulu, 'Old year', '2027-01-01T05:00:00Z');
    // 30 November in London, and December already in Kiritimati.
    await on(kiritimati, 'New month', '2026-11-30T12:00:00Z');
    await on(kiritimati, 'Secret', '2026-12-05T05:00:00Z', 'draft');
    await on(honolulu, 'Noon', '2026-12-10T05:00:00Z');
    await on(honolulu, 'Called off', '2026-12-10T06:00:00Z');
    await db.updateTable('events.event').set({ stage: 'cancelled' }).where('title', '=', 'Called off').execute();
  });

  it('stand on the day it is where they take place, drafts and what was called off left out', async () => {
    expect(await titles('2026-12')).toEqual(['12-01 New month', '12-09 Noon', '12-31 Old year']);
    expect(await titles('2026-11')).toEqual([]);
    expect(await titles('2027-01')).toEqual([]);
    expect(await titles('2026-12', { country: 'KI' })).toEqual(['12-01 New month']);
    expect(await titles('2026-12', { q: 'honolulu noon' })).toEqual(['12-09 Noon']);
  });

  it('are shown with the way to the months beside, to the list, and to one evening', async () => {
    const page = await visit(house).get('/evenings/2026-12?q=honolulu');
    expect(page.heading).toBe('Evenings in December 2026');
    expect(page.text).toContain('Wednesday, 9 December 2026');
    expect(page.text).toMatch(/Noon 19:00 · Honolulu/);
    const beside = ['/evenings/2026-11?q=honolulu', '/evenings/2027-01?q=honolulu', '/evenings?q=honolulu'];
    expect(page.links).toEqual(expect.arrayContaining(beside));
    expect(page.links.some((href) => href.startsWith('/g/honolulu/e/'))).toBe(true);
    // Under the day, the time is enough.
    expect((await visit(house).get('/evenings/2026-12-09')).text).toMatch(
      /2026 Ho 19:00 Noon Honolulu · 40 seats left/,
    );
    expect((await visit(house).get('/evenings')).links).toContain('/evenings/2026-11');
    expect((await visit(house).get('/')).links).toContain('/evenings/2026-11');
    expect((await visit(house).get('/evenings/2026-13')).status).toBe(404);
  });

  it('say what to do when there are none', async () => {
    const empty = await visit(house).get('/evenings/2027-05');
    expect(empty.text).toContain('No evening in May 2027 yet');
    expect(empty.links).toContain('/evenings');
    expect(empty.body).toContain('noindex, nofollow');
    const nothing = await visit(house).get('/evenings/2026-12?q=zzz&country=KI');
    expect(nothing.links).toEqual(expect.arrayContaining(['/evenings/2026-12?q=zzz', '/evenings/2026-12?country=KI']));
  });

  it('of 2,000 groups cost as many statements and hardly more time; a busy day has a page of its own', async () => {
    const { db } = house;
    const few = await statementsOf(house, () => visit(house).get('/evenings/2026-12?country=US'));
    const sample = await db
      .selectFrom('events.event')
      .selectAll()
      .where('title', '=', 'Noon')
      .executeTakeFirstOrThrow();
    // Its search words are worked out by the database.
    const { group_id: from, venue_told: _, search: __, ...event } = sample as typeof sample & { search: unknown };
    const group = await db
      .selectFrom('groups.group')
      .selectAll()
      .where('group_id', '=', from)
      .executeTakeFirstOrThrow();
    const ids = Array.from({ length: 2000 }, () => newId<'groups.group'>());
    await transact(db, async (tx) => {
      for (let at = 0; at < ids.length; at += 500) {
        const chunk = ids.slice(at, at + 500);
        await tx
          .insertInto('groups.group')
          .values(chunk.map((group_id, n) => ({ ...group, founded_on: null, group_id, slug: `many-${at + n}` })))
          .execute();
        // Half of them on the second Tuesday, the others all over the month.
        const rows = chunk.map((group_id, n) => ({
          ...event,
          group_id,
          event_id: newId<'events.event'>(),
          ...times((at + n) % 2 ? 8 : 1 + ((at + n) % 28)),
        }));
        await tx.insertInto('events.event').values(rows).execute();
        await tx
          .insertInto('events.tally')
          .values(rows.map(({ group_id, event_id }) => ({ group_id, event_id, cap: 10 })))
          .execute();
      }
    });
    const began = performance.now();
    const rows = await eveningsOfMonth(db, '2026-12', all);
    // A tenth of this on a quiet machine.
    const took = performance.now() - began;
    expect(took).toBeLessThan(1500);
    expect(rows.length).toBeLessThanOrEqual(31 * DAY_MOST);
    const busy = rows.filter(({ day }) => day === '2026-12-08');
    expect(busy).toHaveLength(DAY_MOST);
    expect(busy[0]?.of_day).toBe(1000);
    expect(await statementsOf(house, () => visit(house).get('/evenings/2026-12'))).toBe(few);

    const page = await visit(house).get('/evenings/2026-12');
    expect(page.text).toContain(`and ${1000 - DAY_MOST} more`);
    expect(page.body.length).toBeLessThan(120_000);
    const first = await eveningsOfDay(db, '2026-12-08', { ...all, after: null });
    const second = await eveningsOfDay(db, '2026-12-08', { ...all, after: first.next });
    const keys = [...first.evenings, ...second.evenings].map(({ event_id }) => event_id);
    expect(new Set(keys).size).toBe(200);
    expect((await visit(house).get('/evenings/2026-12-08')).heading).toBe('Tuesday, 8 December 2026');
  });

  function times(day: number) {
    const starts_at = new Date(`2026-12-${String(day).padStart(2, '0')}T20:00:00Z`);
    return { starts_at, ends_at: new Date(starts_at.getTime() + 7_200_000), opens_at: starts_at, closes_at: starts_at };
  }
});
