// The demo town is the same town wherever it is built, and its books are in order.
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#kit/tables.ts';
import { type Instant, Temporal } from '#kit/time.ts';
import { testDatabase } from '../../test/world/database.ts';
import { readFact, writeFact } from './facts.ts';
import { fillDemo } from './fill.ts';
import { groundForTests } from './for-tests.ts';

const day = Temporal.Instant.from('2026-11-24T15:30:00Z');

const first = testDatabase();
const second = testDatabase();

/** What a visitor could count. */
async function picture(db: Db) {
  const { rows } = await sql`
    select g.slug as grp, e.title, e.stage, e.starts_at, t.cap, t.taken, t.waiting
    from events.event e join groups."group" g using (group_id) join events.tally t using (group_id, event_id)
    order by g.name, e.starts_at, e.title`.execute(db);
  return rows;
}

async function count(db: Db, what: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
  return Number((await what.execute(db)).rows[0]?.n);
}

beforeAll(async () => {
  await fillDemo(groundForTests(first.db, day), () => {});
}, 120_000);

describe('the demo town', () => {
  it('is the same when it is built again on the same day, at another hour', async () => {
    await fillDemo(groundForTests(second.db, day.add({ hours: 5 })), () => {});
    expect(await picture(second.db)).toEqual(await picture(first.db));
  }, 120_000);

  it('is not built twice', async () => {
    const before = await picture(first.db);
    await fillDemo(groundForTests(first.db, day.add({ hours: 40 * 24 })), () => {});
    expect(await picture(first.db)).toEqual(before);
  });

  it('counts as many seats taken as there are guests who hold one', async () => {
    const wrong = await sql`
      select e.title from events.event e join events.tally t using (group_id, event_id)
      left join lateral (
        select coalesce(sum(party) filter (where state = 'going'), 0) as seats,
          count(*) filter (where state = 'waitlisted') as waiting
        from events.enrolment n where n.group_id = e.group_id and n.event_id = e.event_id) n on true
      where t.taken <> n.seats or t.waiting <> n.waiting or t.taken > t.cap`.execute(first.db);
    expect(wrong.rows).toEqual([]);
  });

  it('has a log that replays to where everybody stands', async () => {
    const wrong = await sql`
      select n.person_id from events.enrolment n
      join lateral (
        select to_state, party from events.enrolment_log l
        where l.group_id = n.group_id and l.event_id = n.event_id and l.person_id = n.person_id
        order by log_id desc limit 1) l on true
      where l.to_state <> n.state or l.party <> n.party`.execute(first.db);
    expect(wrong.rows).toEqual([]);
    const broken = await sql`
      select 1 from (
        select from_state, lag(to_state) over (partition by event_id, person_id order by log_id) as before,
          at, lag(at) over (partition by event_id, person_id order by log_id) as earlier
        from events.enrolment_log) l
      where from_state is distinct from before or at < earlier`.execute(first.db);
    expect(broken.rows).toEqual([]);
    expect(await count(first.db, sql`select count(*) as n from events.enrolment_log`)).toBeGreaterThan(3000);
  });

  it('has somebody to be: a guest, an owner, a keeper', async () => {
    const people = await readFact(first.db, 'demo.people');
    const roles = await sql<{ role: string; name: string }>`
      select o.role, g.name from groups.organiser o join groups."group" g using (group_id)
      where o.person_id = ${people?.organiser}`.execute(first.db);
    expect(roles.rows).toEqual([{ role: 'owner', name: 'Lakeside Cloud Users' }]);
    const keepers = await sql<{ person_id: string }>`select person_id from people.person where is_keeper`.execute(
      first.db,
    );
    expect(keepers.rows).toEqual([{ person_id: people?.keeper }]);
  });

  it('has a checklist for the next evening, from its template: what was due is done, the rest is open', async () => {
    const people = await readFact(first.db, 'demo.people');
    const { rows } = await sql<{ template: string; done: boolean; due: boolean }>`
      select s.template, k.done_at is not null as done, k.due_at < '2026-11-24' as due
      from season.task k join season.evening s using (group_id, event_id) join events.event e using (group_id, event_id)
      join groups.organiser o on o.group_id = e.group_id and o.person_id = ${people?.organiser}
      where e.event_id = (select n.event_id from events.event n where n.group_id = e.group_id and n.stage = 'open'
        and n.starts_at > '2026-11-24' order by n.starts_at limit 1)`.execute(first.db);
    expect(rows.length).toBe(13);
    expect(new Set(rows.map(({ template }) => template))).toEqual(new Set(['chicago-classic']));
    expect(rows.filter(({ done, due }) => done !== due)).toEqual([]);
  });

  it('leaves no mail that could be sent', async () => {
    expect(await count(first.db, sql`select count(*) as n from kit.mail`)).toBe(0);
  });

  it('has evenings in every state a visitor may meet, and a guest with a seat and a place in line', () =>
    expectEveryState(first.db, day));
});

async function expectEveryState(db: Db, now: Instant): Promise<void> {
  const { rows } = await sql<{ stage: string; kind: string; full: boolean; is_coming: boolean; is_moved: boolean }>`
    select e.stage, e.kind, t.taken >= t.cap as full, e.starts_at > ${new Date(now.epochMilliseconds)} as is_coming,
      e.sequence > 0 and e.stage <> 'cancelled' as is_moved
    from events.event e join events.tally t using (group_id, event_id)`.execute(db);
  const people = await readFact(db, 'demo.people');
  const mine = await sql<{ state: string }>`
    select n.state from events.enrolment n join events.event e using (group_id, event_id)
    where n.person_id = ${people?.guest} and e.starts_at > ${new Date(now.epochMilliseconds)} order by n.state`.execute(
    db,
  );
  const coming = rows.filter(({ is_coming }) => is_coming);
  const has = (one: (event: (typeof rows)[number]) => boolean) => coming.some(one);
  const found = {
    open: has(({ stage, full }) => stage === 'open' && !full),
    full: has(({ stage, full }) => stage === 'open' && full),
    online: has(({ kind }) => kind === 'online'),
    draft: has(({ stage }) => stage === 'draft'),
    announced: has(({ stage }) => stage === 'announced'),
    cancelled: rows.some(({ stage }) => stage === 'cancelled'),
    moved: rows.some(({ is_moved }) => is_moved),
    guest: mine.rows.map(({ state }) => state).join(),
  };
  expect(found).toEqual({
    open: true,
    full: true,
    online: true,
    draft: true,
    announced: true,
    cancelled: true,
    moved: true,
    guest: 'going,waitlisted',
  });
}

describe('building it', () => {
  const broken = testDatabase();

  it('refuses a server that is no demo, and a database somebody uses', async () => {
    await expect(fillDemo({ ...groundForTests(first.db, day), demo: false }, () => {})).rejects.toThrow(/only a demo/);
    await broken.db
      .insertInto('people.person')
      .values({
        person_id: '01890000-0000-7000-8000-000000000001' as never,
        address: 'real@example.org',
        address_key: 'real@example.org',
        lang: 'en',
        zone: null,
        created_at: new Date(),
        asked_at: new Date(),
        proved_at: null,
      })
      .execute();
    await expect(fillDemo(groundForTests(broken.db, day), () => {})).rejects.toThrow(/real server/);
  });

  it('begins anew where it was broken off, and on any day of the year', async () => {
    await writeFact(broken.db, 'demo.began', { day: '2026-11-24' });
    const turnOfTheYear = Temporal.Instant.from('2026-12-19T22:00:00Z');
    await fillDemo(groundForTests(broken.db, turnOfTheYear), () => {});
    expect((await picture(broken.db)).length).toBe((await picture(first.db)).length);
    await expectEveryState(broken.db, turnOfTheYear);
  }, 120_000);
});
