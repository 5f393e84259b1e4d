// The one place where seats are taken and freed: a list of asks for one evening, answered in one transaction.
import { sql } from 'kysely';
import { keepAnswers, keptAnswers } from '#kit/db.ts';
import { type Id, newId } from '#kit/id.ts';
import { type Mail, queueMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { isPromoting, stateAt } from './rules.ts';
import { type Answer, type Ask, type Book, decideSeats, type Enrolment, type Step } from './seat-rules.ts';
import type { EnrolmentState, Stage } from './tables.ts';

export type EventKey = { group_id: Id<'groups.group'>; event_id: Id<'events.event'> };

/** One ask at the desk. `key` makes it safe to send again; `actor` is who acts, when it is not the person themself. */
export type Request = { key: string; ask: Ask; actor: Id<'people.person'> | null };

/** The evening is gone, or was never there. */
export class NoSuchEvent extends Error {
  override name = 'NoSuchEvent';
}

/**
 * Answers `requests` in order. Locks the tally (the arbiter), looks, decides (`decideSeats`), writes rows, log, counters,
 * answers and mails, all in `tx`. A request whose key was answered before gets that answer and changes nothing.
 */
export async function takeSeats(tx: Tx, event: EventKey, requests: readonly Request[], now: Instant): Promise<Answer[]> {
  const tally = await lockTally(tx, event);
  const before = await keptAnswers(tx, requests.map((request) => request.key));
  const fresh = requests.filter((request, at) => !before.has(request.key) && isFirst(requests, at));
  const { book, known } = await readBook(tx, event, tally, fresh, now);
  const { answers, steps, ...counters } = decideSeats(book, fresh.map((request) => request.ask));

  const changes = lastSteps(steps);
  await writeEnrolments(tx, event, changes, known.conduct_version, now);
  await writeLog(tx, event, steps, fresh, now);
  if (hasChanged(tally, counters)) await writeTally(tx, event, counters);
  await keepAnswers(tx, fresh.map((request, at) => ({ key: request.key, answer: answers[at] })));
  await queueMails(tx, mailsFor(event, changes, known.people));

  const given = new Map(fresh.map((request, at) => [request.key, answers[at] as Answer]));
  return requests.map((request) => given.get(request.key) ?? (before.get(request.key) as Answer));
}

function isFirst(requests: readonly Request[], at: number): boolean {
  // One key twice in a batch is the same request twice; the search is short because keys are nearly always new.
  return requests.findIndex((request) => request.key === requests[at]?.key) === at;
}

type Tally = { cap: number; taken: number; waiting: number; next_place: number };

async function lockTally(tx: Tx, { group_id, event_id }: EventKey): Promise<Tally> {
  const { rows } = await sql<Tally>`
    select cap, taken, waiting, next_place from events.tally
    where group_id = ${group_id} and event_id = ${event_id} and class = 'seat' for no key update`.execute(tx);
  if (!rows[0]) throw new NoSuchEvent('no such event');
  return rows[0];
}

type EventFacts = {
  stage: Stage;
  starts_at: Date;
  ends_at: Date;
  opens_at: Date;
  closes_at: Date;
  plus_ones: number;
  conduct_version: number | null;
};
type EnrolmentRow = { person_id: string; state: EnrolmentState; party: number; place: number | null; held_until: Date | null };
type Known = { conduct_version: number | null; people: Map<string, Recipient> };
export type Recipient = { person_id: Id<'people.person'>; address: string; lang: string };

/** How far the waitlist is read beyond the seats that are free now. */
const WAITLIST_READ = 200;

async function readBook(tx: Tx, event: EventKey, tally: Tally, requests: readonly Request[], now: Instant): Promise<{ book: Book; known: Known }> {
  const { group_id, event_id } = event;
  const people = requests.flatMap(({ ask }) => ('person' in ask ? [ask.person] : []));
  const at = new Date(now.epochMilliseconds);
  const facts = await sql<EventFacts>`
    select e.stage, e.starts_at, e.ends_at, e.opens_at, e.closes_at, e.plus_ones, g.conduct_version
    from events.event e join groups."group" g on g.group_id = e.group_id
    where e.group_id = ${group_id} and e.event_id = ${event_id}`.execute(tx);
  const found = facts.rows[0];
  if (!found) throw new NoSuchEvent('no such event');
  const waitlist = tally.waiting > 0 ? Math.max(0, tally.cap - tally.taken) * 2 + WAITLIST_READ : 0;
  const enrolments = await sql<EnrolmentRow & { address: string | null; lang: string | null }>`
    select e.person_id, e.state, e.party, e.place, e.held_until, p.address, p.lang
    from events.enrolment e left join people.person p on p.person_id = e.person_id
    where e.group_id = ${group_id} and e.event_id = ${event_id}
      and (e.person_id = any(${people}::uuid[]) or (e.held_until is not null and e.held_until <= ${at}))
    union
    (select e.person_id, e.state, e.party, e.place, e.held_until, p.address, p.lang
    from events.enrolment e left join people.person p on p.person_id = e.person_id
    where e.group_id = ${group_id} and e.event_id = ${event_id} and e.class = 'seat' and e.place is not null
    order by e.place limit ${waitlist})`.execute(tx);
  const recipients = await sql<Recipient>`
    select person_id, address, lang from people.person where person_id = any(${people}::uuid[])`.execute(tx);

  const known: Known = { conduct_version: found.conduct_version, people: new Map() };
  for (const row of recipients.rows) known.people.set(row.person_id, row);
  const rows = new Map<string, Enrolment>();
  for (const { person_id, state, party, place, held_until, address, lang } of enrolments.rows) {
    rows.set(person_id, { person: person_id, state, party, place, until: held_until?.getTime() ?? null });
    if (address !== null) known.people.set(person_id, { person_id: person_id as Id<'people.person'>, address, lang: lang ?? 'en' });
  }
  const line = [...rows.values()].filter((row) => row.place !== null).sort((a, b) => Number(a.place) - Number(b.place));
  const book: Book = {
    state: stateAt(found, now),
    promoting: isPromoting(found, now),
    plus_ones: found.plus_ones,
    ...tally,
    enrolments: rows,
    waitlist: line.map((row) => row.person),
    now: now.epochMilliseconds,
  };
  return { book, known };
}

/** One row per person: where they stand when the batch is done, and where they stood before it. */
function lastSteps(steps: readonly Step[]): Step[] {
  const last = new Map<string, Step>();
  for (const step of steps) last.set(step.person, { ...step, from: last.get(step.person)?.from ?? step.from });
  return [...last.values()];
}

async function writeEnrolments(tx: Tx, { group_id, event_id }: EventKey, steps: readonly Step[], conduct_version: number | null, now: Instant): Promise<void> {
  if (steps.length === 0) return;
  const at = new Date(now.epochMilliseconds);
  await sql`
    insert into events.enrolment as e
      (group_id, event_id, person_id, state, party, place, held_until, via, asked_at, changed_at, conduct_version)
    select ${group_id}::uuid, ${event_id}::uuid, s.person_id, s.state, s.party, s.place, s.held_until, s.via, ${at}::timestamptz,
      ${at}::timestamptz, ${conduct_version}::integer
    from unnest(
      ${steps.map((s) => s.person)}::uuid[], ${steps.map((s) => s.to)}::text[], ${steps.map((s) => s.party)}::smallint[],
      ${steps.map((s) => s.place)}::integer[], ${steps.map((s) => (s.until === null ? null : new Date(s.until)))}::timestamptz[],
      ${steps.map((s) => s.via)}::text[]
    ) as s(person_id, state, party, place, held_until, via)
    on conflict (group_id, event_id, person_id) do update set
      state = excluded.state, party = excluded.party, place = excluded.place, held_until = excluded.held_until,
      via = excluded.via, changed_at = excluded.changed_at, conduct_version = excluded.conduct_version,
      asked_at = case when e.state in ('released', 'lapsed', 'interested') then excluded.asked_at else e.asked_at end`.execute(tx);
}

async function writeLog(tx: Tx, { group_id, event_id }: EventKey, steps: readonly Step[], requests: readonly Request[], now: Instant): Promise<void> {
  if (steps.length === 0) return;
  const actors = steps.map((s) => (s.asker === null ? null : (requests[s.asker]?.actor ?? null)));
  await sql`
    insert into events.enrolment_log (group_id, event_id, log_id, person_id, actor_id, from_state, to_state, party, via, at)
    select ${group_id}::uuid, ${event_id}::uuid, s.*, ${new Date(now.epochMilliseconds)}::timestamptz
    from unnest(
      ${steps.map(() => newId())}::uuid[], ${steps.map((s) => s.person)}::uuid[], ${actors}::uuid[],
      ${steps.map((s) => s.from)}::text[], ${steps.map((s) => s.to)}::text[], ${steps.map((s) => s.party)}::smallint[],
      ${steps.map((s) => s.via)}::text[]
    ) as s`.execute(tx);
}

function hasChanged(before: Tally, after: Tally): boolean {
  return (
    before.cap !== after.cap ||
    before.taken !== after.taken ||
    before.waiting !== after.waiting ||
    before.next_place !== after.next_place
  );
}

async function writeTally(tx: Tx, { group_id, event_id }: EventKey, tally: Tally): Promise<void> {
  await sql`
    update events.tally set cap = ${tally.cap}, taken = ${tally.taken}, waiting = ${tally.waiting}, next_place = ${tally.next_place}
    where group_id = ${group_id} and event_id = ${event_id} and class = 'seat'`.execute(tx);
}

/** Mails of one person's seat at one evening leave in the order they were written. */
export function seatStream(event: EventKey, person: string): string {
  return `events.seat:${event.event_id}:${person}`;
}

/** Who must be told: a seat taken or given by the waitlist, a place on it, a seat given back. */
function mailsFor(event: EventKey, steps: readonly Step[], people: ReadonlyMap<string, Recipient>): Mail[] {
  return steps.flatMap((step) => {
    const to = people.get(step.person);
    const template = templateFor(step);
    if (!to || !template) return [];
    return [
      {
        template,
        to: to.address,
        person_id: to.person_id,
        lang: to.lang === 'de' ? 'de' : 'en',
        args: { ...event, person_id: step.person },
        stream: seatStream(event, step.person),
        priority: 10,
      } satisfies Mail,
    ];
  });
}

function templateFor({ from, to, via }: Step): string | null {
  if (to === 'going') return via === 'waitlist' ? 'events.seat-from-waitlist' : 'events.seat-taken';
  if (to === 'waitlisted') return 'events.waitlisted';
  if (to === 'released' && from === 'going') return 'events.seat-released';
  return null;
}
