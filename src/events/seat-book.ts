// What the desk reads before it decides: the tally under its lock, then the evening, those who ask, and the waitlist.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Hold } from './hold-rules.ts';
import type { Book, Enrolment } from './move-rules.ts';
import { claimEnds } from './offer-rules.ts';
import { isLateRelease, isPromoting, stateAt } from './rules.ts';
import type { Answer, Ask } from './seat-asks.ts';
import type { EnrolmentState, Stage } from './tables.ts';

export type EventKey = { group_id: Id<'groups.group'>; event_id: Id<'events.event'> };
/** `is_quiet`: brought along from elsewhere, and mailed nothing before they have been here themselves. */
export type Recipient = { person_id: Id<'people.person'>; address: string; lang: string; is_quiet: boolean };
export type Tally = { cap: number; taken: number; waiting: number; next_place: number };

/** What was read: the book to decide from, where mails go, the code of conduct in force, answers given before. */
export type Found = {
  tally: Tally;
  book: Book;
  people: Map<string, Recipient>;
  conduct_version: number | null;
  answers: Map<string, Answer>;
};

/** The evening is gone, or was never there. */
export class NoSuchEvent extends Error {
  override name = 'NoSuchEvent';
}

/**
 * Locks the arbiter until `tx` ends. It is a statement of its own, so that what is read next was committed before, and is not
 * waited for: the next statement is (`#kit/statements.ts`), and finds nothing where there is no such evening.
 */
export async function lockTally(tx: Tx, { group_id, event_id }: EventKey): Promise<void> {
  await sql`/*events.tally!*/ select from events.tally
    where group_id = ${group_id} and event_id = ${event_id} and class = 'seat' for no key update`.execute(tx);
}

type Facts = Tally & {
  stage: Stage;
  starts_at: Date;
  ends_at: Date;
  opens_at: Date;
  closes_at: Date;
  plus_ones: number;
  conduct_version: number | null;
  enrolments:
    | (Omit<Recipient, 'person_id'> & {
        person_id: string;
        state: EnrolmentState;
        party: number;
        place: number | null;
        came_from: EnrolmentState | null;
        came_place: number | null;
        ask_first: boolean;
        offered_until: number | null;
        passed: boolean;
      })[]
    | null;
  holds: ({ person_id: string } & Hold)[] | null;
  people: Recipient[] | null;
  answers: { key: string; answer: Answer }[] | null;
};

/** How far the waitlist is read beyond the seats that are free now. */
const WAITLIST_READ = 200;

/**
 * Everything in one statement: a rush pays for each way to the database and back, not for what comes along. The lateral join
 * with its limit makes each person one index look-up, whatever the statistics of a table that grows this fast say. Lists come
 * by `unnest` and not by `= any`: over those the planner looks at every entry, each time.
 */
export async function readBook(
  tx: Tx,
  event: EventKey,
  requests: readonly { key: string; ask: Ask }[],
  now: Instant,
): Promise<Found> {
  const { group_id, event_id } = event;
  await lockTally(tx, event);
  const people = requests.flatMap(({ ask }) => ('person' in ask ? [ask.person] : []));
  const at = new Date(now.epochMilliseconds);
  const far = sql`
    select case when waiting > 0 then greatest(0, cap - taken) * 2 + ${WAITLIST_READ}::int else 0 end from events.tally
    where group_id = ${group_id} and event_id = ${event_id} and class = 'seat'`;
  const { rows } = await sql<Facts>`
    /*events.book*/ with asking as (select person_id from unnest((select ${people}::uuid[])) as a(person_id)),
    chosen as (
      select person_id from asking
      union
      (select person_id from events.enrolment
      where group_id = ${group_id} and event_id = ${event_id} and class = 'seat' and place is not null
      order by place limit (${far}))
      union
      select person_id from events.enrolment
      where group_id = ${group_id} and event_id = ${event_id} and offered_until <= ${at}
    )
    select e.stage, e.starts_at, e.ends_at, e.opens_at, e.closes_at, e.plus_ones, g.conduct_version,
      t.cap, t.taken, t.waiting, t.next_place,
      (select json_agg(json_build_object('person_id', n.person_id, 'state', n.state, 'party', n.party, 'place', n.place,
          'came_from', n.came_from, 'came_place', n.came_place,
          'ask_first', n.ask_first, 'passed', n.passed,
          'offered_until', floor(extract(epoch from n.offered_until) * 1000)::bigint))
        from chosen c cross join lateral (
          select * from events.enrolment o
          where o.group_id = ${group_id} and o.event_id = ${event_id} and o.person_id = c.person_id limit 1) n) as enrolments,
      (select json_agg(json_build_object('person_id', h.person_id, 'party', h.party,
          'until', floor(extract(epoch from h.until) * 1000)::bigint))
        from events.hold h where h.group_id = ${group_id} and h.event_id = ${event_id}
          and (h.until <= ${at} or h.person_id in (select person_id from asking))) as holds,
      (select json_agg(json_build_object('person_id', p.person_id, 'address', p.address, 'lang', p.lang, 'is_quiet',
          p.proved_at is null and exists (select from events.enrolment q where q.group_id = ${group_id}
            and q.event_id = ${event_id} and q.person_id = p.person_id and q.via = 'import')))
        from chosen c join people.person p on p.person_id = c.person_id) as people,
      (select json_agg(json_build_object('key', a.key, 'answer', a.answer))
        from unnest((select ${requests.map((request) => request.key)}::text[])) as asked(key) join kit.answer a using (key)) as answers
    from events.event e join groups."group" g on g.group_id = e.group_id
    join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'
    where e.group_id = ${group_id} and e.event_id = ${event_id}`.execute(tx);
  const facts = rows[0];
  if (!facts) throw new NoSuchEvent('no such event');
  const { cap, taken, waiting, next_place } = facts;
  const tally: Tally = { cap, taken, waiting, next_place };

  const enrolments = new Map<string, Enrolment>();
  for (const { person_id, ...standing } of facts.enrolments ?? []) {
    enrolments.set(person_id, { person: person_id, ...standing });
  }
  const line = [...enrolments.values()]
    .filter((row) => row.place !== null)
    .sort((a, b) => Number(a.place) - Number(b.place));
  const book: Book = {
    state: stateAt(facts, now),
    promoting: isPromoting(facts, now),
    late: isLateRelease(facts, now),
    claim_until: claimEnds(facts.starts_at, now.epochMilliseconds),
    plus_ones: facts.plus_ones,
    ...tally,
    enrolments,
    waitlist: line.map((row) => row.person),
    holds: new Map((facts.holds ?? []).map(({ person_id, party, until }) => [person_id, { party, until }])),
    now: now.epochMilliseconds,
  };
  return {
    tally,
    book,
    people: new Map((facts.people ?? []).map((person) => [person.person_id, person])),
    conduct_version: facts.conduct_version,
    answers: new Map((facts.answers ?? []).map(({ key, answer }) => [key, answer])),
  };
}
