// What the desk writes after it decided: where everybody stands now, each change in the log, the counters. One statement.
import { type RawBuilder, sql } from 'kysely';
import { type KeptAnswer, keepingAnswers } from '#kit/db.ts';
import { type Id, newId } from '#kit/id.ts';
import { type Mail, queueingMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Hold } from './hold-rules.ts';
import type { Step } from './move-rules.ts';
import type { EventKey, Tally } from './seat-book.ts';
import { changeOf } from './state-rules.ts';

type Written = {
  steps: readonly Step[];
  holds: ReadonlyMap<string, Hold | null>;
  tally: Tally;
  conduct_version: number | null;
  /** Written along with them. */
  answers: KeptAnswer[];
  mails: Mail[];
  actorOf(step: Step): Id<'people.person'> | null;
};

/**
 * Writes `steps` in their order, what was answered and the mails that tell of it. A person who moved twice in a batch has one
 * row and two lines in the log. All in one statement, and not waited for (`#kit/statements.ts`): in a rush each way to the
 * database and back waits for every request that came meanwhile.
 */
export async function writeSteps(
  tx: Tx,
  { group_id, event_id }: EventKey,
  written: Written,
  now: Instant,
): Promise<void> {
  const { steps, holds, tally, conduct_version, answers, mails, actorOf } = written;
  await writeHolds(tx, { group_id, event_id }, holds);
  const at = new Date(now.epochMilliseconds);
  const attended = onlyAttended(steps);
  await writeAttended(tx, { group_id, event_id }, lastSteps(steps.filter(({ person }) => attended.has(person))));
  const last = new Map(lastSteps(steps).map((step) => [step.person, step]));
  const lastAt = new Map(steps.map(({ person }, at) => [person, at]));
  const isLast = ({ person }: Step, at: number) => lastAt.get(person) === at && !attended.has(person);
  await sql`
    /*events.steps!*/ with step as (
      select * from unnest(
        ${steps.map(() => newId())}::uuid[], ${steps.map((s) => s.person)}::uuid[], ${steps.map(actorOf)}::uuid[],
        ${steps.map((s) => s.from)}::text[], ${steps.map((s) => s.to)}::text[], ${steps.map((s) => s.party)}::smallint[],
        ${steps.map((s) => s.via)}::text[], ${steps.map((s) => s.late)}::boolean[], ${steps.map((s) => s.place)}::integer[],
        ${steps.map((s) => s.ask_first)}::boolean[], ${steps.map((s) => s.passed)}::boolean[],
        ${steps.map((s) => s.offered_until && new Date(s.offered_until))}::timestamptz[],
        ${steps.map((s) => last.get(s.person)?.name ?? null)}::text[], ${steps.map(isLast)}::boolean[]
      ) as s(log_id, person_id, actor_id, from_state, state, party, via, late, place, ask_first, passed, offered_until,
        typed_name, is_last)
    ), log as (
      insert into events.enrolment_log (group_id, event_id, log_id, person_id, actor_id, from_state, to_state, party, via, late, at)
      select ${group_id}::uuid, ${event_id}::uuid, log_id, person_id, actor_id, from_state, state, party, via, late,
        ${at}::timestamptz
      from step
    ), counted as (${updateTally({ group_id, event_id }, tally)}), answered as (${keepingAnswers(answers)}),
    told as (${queueingMails(mails)})
    insert into events.enrolment as e
      (group_id, event_id, person_id, state, party, place, late, ask_first, passed, offered_until, via, asked_at, changed_at,
        conduct_version, typed_name)
    select ${group_id}::uuid, ${event_id}::uuid, person_id, state, party, place, late, ask_first, passed, offered_until, via,
      ${at}::timestamptz, ${at}::timestamptz, ${conduct_version}::integer, typed_name
    from step where is_last
    on conflict (group_id, event_id, person_id) do update set
      state = excluded.state, party = excluded.party, place = excluded.place, late = excluded.late,
      ask_first = excluded.ask_first, passed = excluded.passed, offered_until = excluded.offered_until, via = excluded.via,
      changed_at = excluded.changed_at, conduct_version = excluded.conduct_version, came_from = null, came_place = null,
      typed_name = coalesce(excluded.typed_name, e.typed_name),
      -- A yes was said about the seat they had.
      confirmed_at = null,
      asked_at = case when e.state in ('released', 'interested') then excluded.asked_at else e.asked_at end`.execute(
    tx,
  );
}

/** One step per person: where they stand when the batch is done, and where they stood before it. */
export function lastSteps(steps: readonly Step[]): Step[] {
  const last = new Map<string, Step>();
  for (const step of steps) {
    const before = last.get(step.person);
    last.set(step.person, before ? { ...step, from: before.from, name: step.name ?? before.name } : step);
  }
  return [...last.values()];
}

/** Those of whom nothing changed but what became of them on the night. */
function onlyAttended(steps: readonly Step[]): Set<string> {
  const others = new Set(steps.filter(({ from, to }) => !changeOf(from, to)?.isAttendance).map(({ person }) => person));
  return new Set(steps.map(({ person }) => person).filter((person) => !others.has(person)));
}

/** How and when they came to their seat, and what they said about it, stays as it was. */
async function writeAttended(tx: Tx, { group_id, event_id }: EventKey, last: readonly Step[]): Promise<void> {
  if (last.length === 0) return;
  await sql`
    update events.enrolment e set state = s.state, place = s.place, came_from = s.came_from, came_place = s.came_place,
      offered_until = null
    from unnest(${last.map((s) => s.person)}::uuid[], ${last.map((s) => s.to)}::text[], ${last.map((s) => s.place)}::integer[],
      ${last.map((s) => s.came_from)}::text[], ${last.map((s) => s.came_place)}::integer[])
      as s(person_id, state, place, came_from, came_place)
    where e.group_id = ${group_id} and e.event_id = ${event_id} and e.person_id = s.person_id`.execute(tx);
}

/** Most batches hold nothing, so this is a statement of its own. */
async function writeHolds(
  tx: Tx,
  { group_id, event_id }: EventKey,
  holds: ReadonlyMap<string, Hold | null>,
): Promise<void> {
  if (holds.size === 0) return;
  const kept = [...holds].flatMap(([person, hold]) => (hold ? [{ person, ...hold }] : []));
  const gone = [...holds].flatMap(([person, hold]) => (hold ? [] : [person]));
  await sql`
    with gone as (
      delete from events.hold
      where group_id = ${group_id} and event_id = ${event_id} and person_id = any(${gone}::uuid[]))
    insert into events.hold (group_id, event_id, person_id, party, until)
    select ${group_id}::uuid, ${event_id}::uuid, h.* from unnest(
      ${kept.map((hold) => hold.person)}::uuid[], ${kept.map((hold) => hold.party)}::smallint[],
      ${kept.map((hold) => new Date(hold.until))}::timestamptz[]) as h
    on conflict (group_id, event_id, person_id) do update set party = excluded.party, until = excluded.until`.execute(
    tx,
  );
}

function updateTally({ group_id, event_id }: EventKey, tally: Tally): RawBuilder<unknown> {
  return sql`
    update events.tally set cap = ${tally.cap}, taken = ${tally.taken}, waiting = ${tally.waiting}, next_place = ${tally.next_place}
    where group_id = ${group_id} and event_id = ${event_id} and class = 'seat'`;
}
