// Random evenings from announcement to the morning after, through every way in, against what must always hold.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { noteArrivals, settleMorningAfter } from '#events';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import type { Actor } from '#people';
import { makePerson, testHouse } from '../../test/visit.ts';
import { makeEvent, makeGroup } from '../../test/world.ts';
import { bringElsewhere } from './elsewhere/elsewhere.ts';
import type { Book, Step } from './move-rules.ts';
import { claimEnds } from './offer-rules.ts';
import { isLateRelease, isPromoting, stateAt, type Times } from './rules.ts';
import type { Ask } from './seat-asks.ts';
import { decideSeats } from './seat-rules.ts';
import { changeOf, hasSeat, takenStates } from './state-rules.ts';
import type { DoorList, EnrolmentState, Via } from './tables.ts';
import { type EventKey, takeSeats } from './take-seats.ts';

const HOUR = 3_600_000;

/** What may happen: an ask of somebody, the clock going on to an hour if it is not there yet, somebody forgotten, the morning's answer. */
type Deed = { ask: Ask } | { hour: number } | { forget: string } | { morning: DoorList };

const person = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const party = fc.integer({ min: 1, max: 3 });
const via = fc.constantFrom<Via>('page', 'mail');
const asked = (arbitrary: fc.Arbitrary<Ask>, weight: number) => ({
  weight,
  arbitrary: arbitrary.map((ask): Deed => ({ ask })),
});

const deed: fc.Arbitrary<Deed> = fc.oneof(
  asked(fc.record({ kind: fc.constant('take' as const), person, party, via, ask_first: fc.boolean() }), 8),
  asked(
    fc.record({
      kind: fc.constant('take' as const),
      person,
      party: fc.constant(1),
      via: fc.constantFrom<Via>('organiser', 'import'),
      force: fc.boolean(),
    }),
    2,
  ),
  asked(fc.record({ kind: fc.constant('hold' as const), person, party, until: fc.integer({ min: 0, max: 400 }) }), 3),
  asked(
    fc.record({
      kind: fc.constant('release' as const),
      person,
      via: fc.constantFrom<Via>('page', 'mail', 'organiser', 'clock'),
    }),
    4,
  ),
  asked(fc.record({ kind: fc.constant('interest' as const), person, on: fc.boolean() }), 1),
  asked(fc.record({ kind: fc.constant('recap' as const), cap: fc.integer({ min: 0, max: 8 }) }), 1),
  asked(fc.record({ kind: fc.constant('elsewhere' as const), heads: fc.constantFrom(1, 2, -1) }), 1),
  asked(fc.constant({ kind: 'tend' as const }), 1),
  asked(fc.record({ kind: fc.constant('arrive' as const), person, is_in: fc.boolean() }), 4),
  { weight: 1, arbitrary: person.map((one): Deed => ({ forget: one })) },
  { weight: 1, arbitrary: fc.constantFrom<DoorList>('yes', 'partly', 'no').map((list): Deed => ({ morning: list })) },
);
/** The days after it: the same, but the morning is settled and somebody excused more often. */
const afterwards: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: deed },
  { weight: 2, arbitrary: fc.constant<Deed>({ morning: 'yes' }) },
  asked(fc.record({ kind: fc.constant('excuse' as const), person, is_excused: fc.boolean() }), 5),
);
const some = (most: number) => fc.array(deed, { maxLength: most });
/** Announced, open, a day later, the last two days, too late for the waitlist, the night, and after it. */
const night = fc
  .tuple(some(3), some(16), some(5), some(5), some(6), some(4), some(8), fc.array(afterwards, { maxLength: 10 }))
  .map(([announced, ...parts]) => [
    ...announced,
    ...parts.flatMap((deeds, at): Deed[] => [{ hour: [30, 100, 215, 218, 236, 240, 244][at] ?? 0 }, ...deeds]),
  ]);

/** The evening begins ten days after the world does, and sign-up opens after a day. */
const times: Times = {
  stage: 'announced',
  opens_at: new Date(24 * HOUR),
  closes_at: new Date(216 * HOUR),
  starts_at: new Date(240 * HOUR),
  ends_at: new Date(243 * HOUR),
};

function setClock(world: Book, hours: number): void {
  const now = Temporal.Instant.fromEpochMilliseconds(hours * HOUR);
  world.now = hours;
  world.state = stateAt(times, now);
  world.promoting = isPromoting(times, now);
  world.late = isLateRelease(times, now);
  // The model counts hours.
  world.claim_until = claimEnds(times.starts_at, hours * HOUR) / HOUR;
}

describe('whatever happens, in any order, from announcement to the morning after', () => {
  it('the laws of seats hold after each step', () => {
    const reached = new Set<EnrolmentState>();
    fc.assert(
      fc.property(night, (deeds) => {
        const world = emptyBook();
        const log: Step[] = [];
        let elsewhere = 0;
        setClock(world, 20);
        for (const one of deeds) {
          if ('hour' in one) setClock(world, Math.max(world.now, one.hour));
          for (const ask of asksOf(world, one)) {
            if (ask.kind === 'elsewhere') {
              if (elsewhere + ask.heads < 0) continue;
              elsewhere += ask.heads;
            }
            const before = structuredClone(world);
            const { steps } = decideSeats(world, [ask]);
            log.push(...steps);
            checkStep(before, world, ask, steps);
          }
          if ('forget' in one) forget(world, log, one.forget);
          checkWorld(world, log, elsewhere);
          for (const { state } of world.enrolments.values()) reached.add(state);
        }
      }),
      { numRuns: 600 },
    );
    // The dice do come by every state there is a way to.
    expect([...reached].sort()).toEqual([
      'checked_in',
      'excused',
      'going',
      'interested',
      'missed',
      'offered',
      'released',
      'waitlisted',
      'walked_in',
    ]);
  });
});

function emptyBook(): Book {
  return {
    state: 'announced',
    promoting: false,
    late: false,
    claim_until: 0,
    plus_ones: 2,
    cap: 4,
    taken: 0,
    waiting: 0,
    next_place: 1,
    enrolments: new Map(),
    waitlist: [],
    holds: new Map(),
    now: 0,
  };
}

function asksOf(world: Book, one: Deed): Ask[] {
  if ('ask' in one) return [one.ask];
  if ('hour' in one) return [{ kind: 'tend' }];
  if ('forget' in one)
    return world.now >= 240
      ? []
      : [
          { kind: 'arrive', person: one.forget, is_in: false },
          { kind: 'release', person: one.forget, via: 'erasure' },
        ];
  if (world.state !== 'done') return [];
  const rows = [...world.enrolments.values()];
  const is_known = one.morning === 'yes' && rows.some(({ state }) => state === 'checked_in');
  return rows.map(({ person: who }) => ({ kind: 'settle', person: who, is_known, via: 'organiser' }));
}

/** Their row goes, and what remains in the log names nobody. Of an evening that has begun the seat stays counted; not here, where it is counted. */
function forget(world: Book, log: Step[], who: string): void {
  const row = world.enrolments.get(who);
  if (row && takenStates.includes(row.state)) world.taken -= row.party;
  if (row?.state === 'waitlisted') {
    world.waiting--;
    world.waitlist.splice(world.waitlist.indexOf(who), 1);
  }
  world.enrolments.delete(who);
  for (let at = log.length; at-- > 0; ) if (log[at]?.person === who) log.splice(at, 1);
}

function checkStep(before: Book, after: Book, ask: Ask, steps: readonly Step[]): void {
  const isForced = (ask.kind === 'take' && ask.force === true) || ask.kind === 'elsewhere';
  const most = Math.max(before.taken, after.cap);
  if (!isForced) expect(after.taken).toBeLessThanOrEqual(most);
  for (const step of steps) {
    if (step.to === 'offered') {
      // Asked only who wanted to be, while the waitlist moves, and never with less than a while to answer.
      expect(before.enrolments.get(step.person)?.ask_first ?? (ask.kind === 'take' && ask.ask_first)).toBe(true);
      expect(after.promoting).toBe(true);
      expect(step.offered_until).toBeLessThanOrEqual(234);
      expect(step.offered_until).toBeGreaterThan(after.now);
    }
    // Whoever said to be asked is given no seat by the waitlist.
    if (step.via === 'waitlist' && step.to === 'going') expect(step.ask_first).toBe(false);
    expect(changeOf(step.from, step.to)).toBeDefined();
    if (!hasSeat(step.from) || hasSeat(step.to)) continue;
    // Nobody loses a seat but by their own leave, an organiser's or the clock's; each is told, and it is known how late it was.
    expect(ask).toMatchObject({ kind: 'release', person: step.person });
    expect(changeOf(step.from, step.to)?.tells).toBe('lost');
    expect(step.late).toBe(after.now >= 216);
  }
  // Only who missed it is excused, and only by being excused.
  for (const { from, to } of steps) if (to === 'excused') expect([ask.kind, from]).toEqual(['excuse', 'missed']);
  if (ask.kind === 'arrive' || ask.kind === 'settle' || ask.kind === 'excuse')
    expect(after.taken).toBe(before.taken - lapsed(before, after) + promoted(steps));
}

/** Held seats that ran out since. */
function lapsed(before: Book, after: Book): number {
  const gone = [...before.holds].filter(([one]) => !after.holds.has(one));
  return gone.reduce((sum, [, hold]) => sum + hold.party, 0);
}

/** What the waitlist was given meanwhile: to those in line, and to whom the door puts back there. */
function promoted(steps: readonly Step[]): number {
  const given = steps.filter(({ via, to }) => via === 'waitlist' && takenStates.includes(to));
  return given.reduce((sum, { party }) => sum + party, 0);
}

function checkWorld(world: Book, log: readonly Step[], elsewhere: number): void {
  const rows = [...world.enrolments.values()];
  const taken = [...rows.filter(({ state }) => takenStates.includes(state)), ...world.holds.values()];
  expect(world.taken).toBe(taken.reduce((sum, row) => sum + row.party, elsewhere));
  const waiting = rows.filter(({ state }) => state === 'waitlisted');
  expect(world.waiting).toBe(waiting.length);
  const inOrder = waiting.toSorted((a, b) => Number(a.place) - Number(b.place));
  expect(world.waitlist).toEqual(inOrder.map((row) => row.person));
  expect(new Set(inOrder.map((row) => row.place)).size).toBe(inOrder.length);
  for (const row of rows) expect(row.offered_until !== null).toBe(row.state === 'offered');
  for (const row of rows) if (row.state === 'offered') expect(row.offered_until).toBeGreaterThan(world.now);
  if (world.promoting) for (const row of waiting) expect(world.taken + row.party).toBeGreaterThan(world.cap);
  const replayed = new Map<string, EnrolmentState>();
  for (const step of log) {
    expect(step.from).toBe(replayed.get(step.person) ?? null);
    replayed.set(step.person, step.to);
  }
  expect(new Map(rows.map((row) => [row.person, row.state]))).toEqual(replayed);
}

const house = testHouse();

describe('the same with a database', () => {
  it('rows, log, counters and mails say one thing', { timeout: 120_000 }, async () => {
    const world = await makeGroup(house);
    const start = Temporal.Now.instant();
    await fc.assert(
      fc.asyncProperty(night, async (deeds) => {
        house.setNow(start);
        const event = await makeEvent(house, world, { cap: 4, plus_ones: 2, opensInDays: 1, stage: 'announced' });
        const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
        const people = new Map<string, Id<'people.person'>>();
        for (const name of names) people.set(name, await makePerson(house, name));
        let hour = 20;
        for (const one of deeds) {
          if ('hour' in one) hour = one.hour;
          house.setNow(start.add({ hours: hour }));
          await act(event, world.organiser, people, one);
        }
        await checkRows(
          event,
          deeds.some((one) => 'forget' in one),
        );
      }),
      { numRuns: 15 },
    );
    house.setNow(Temporal.Now.instant());
  });

  async function act(
    event: EventKey,
    organiser: Id<'people.person'>,
    people: Map<string, Id<'people.person'>>,
    one: Deed,
  ): Promise<void> {
    const now = house.ground.now();
    await transact(house.db, async (tx) => {
      const ask = async (wish: Ask) => {
        await takeSeats(tx, event, [{ key: randomUUID(), ask: wish, actor: null }], now);
      };
      if ('hour' in one) return ask({ kind: 'tend' });
      if ('morning' in one) {
        const answers = { door_list: one.morning, came: null, food_left: null, remember: '' };
        await settleMorningAfter(tx, event, { person_id: organiser }, now, answers, true);
        return;
      }
      if ('forget' in one) {
        const person_id = people.get(one.forget);
        if (person_id) await announce(tx, 'people.erased', { person_id, now });
        return;
      }
      const wish = one.ask;
      if (wish.kind === 'elsewhere') {
        const signups = [{ name: randomUUID(), address: null, party: Math.abs(wish.heads) }];
        const list = { signups, source: '', although_alike: false, lang: 'en' } as const;
        await bringElsewhere(tx, event, { person_id: organiser } as Actor, now, list);
        return;
      }
      if (!('person' in wish)) return ask(wish);
      const who = people.get(wish.person) as Id<'people.person'>;
      if (wish.kind === 'arrive') {
        const seen = { person_id: who, heads: wish.is_in ? 1 : 0, at: new Date(now.epochMilliseconds) };
        return noteArrivals(tx, event, [seen, seen], now);
      }
      if (wish.kind === 'hold') return ask({ ...wish, person: who, until: now.epochMilliseconds + wish.until * HOUR });
      return ask({ ...wish, person: who });
    });
  }

  async function checkRows({ group_id, event_id }: EventKey, hasForgotten: boolean): Promise<void> {
    const { rows } = await sql<Record<string, number>>`
      select t.taken - (
          select coalesce(sum(e.party), 0)::int from events.enrolment e
          where e.event_id = t.event_id and e.state = any(${takenStates}::text[]))
        - (select coalesce(sum(h.party), 0)::int from events.hold h where h.event_id = t.event_id)
        - (select coalesce(sum(x.party), 0)::int from events.elsewhere x where x.event_id = t.event_id) as more_than_rows,
        t.waiting - (select count(*)::int from events.enrolment e
          where e.event_id = t.event_id and e.state = 'waitlisted') as more_than_waiting,
        (select count(*)::int from events.enrolment e where e.event_id = t.event_id and e.state is distinct from (
          select l.to_state from events.enrolment_log l where l.event_id = e.event_id and l.person_id = e.person_id
          order by l.log_id desc limit 1)) as astray,
        (select count(*)::int from events.enrolment e where e.event_id = t.event_id and e.state = 'released' and e.late is distinct from (
          select l.late from events.enrolment_log l where l.event_id = e.event_id and l.person_id = e.person_id
            and l.to_state = 'released' and l.via <> 'door' order by l.log_id desc limit 1)) as wrongly_late,
        (select count(*)::int from events.enrolment_log l where l.event_id = t.event_id and l.from_state = 'going'
          and l.to_state = 'released' and l.via <> 'erasure' and not exists (
            select from kit.mail m where m.person_id = l.person_id and m.template = 'events.seat-released'
              and m.args->>'event_id' = l.event_id::text and (m.args->>'at')::bigint = floor(extract(epoch from l.at) * 1000)::bigint))
          as not_told
      from events.tally t where t.group_id = ${group_id} and t.event_id = ${event_id}`.execute(house.db);
    const { more_than_rows, more_than_waiting, ...others } = rows[0] ?? {};
    expect(others).toEqual({ astray: 0, wrongly_late: 0, not_told: 0 });
    // Who was there and is forgotten stays counted.
    const least = hasForgotten ? expect.any(Number) : 0;
    expect({ more_than_rows, more_than_waiting }).toEqual({ more_than_rows: least, more_than_waiting: least });
  }
});
