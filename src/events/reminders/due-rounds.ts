// Which rounds are due now, over all evenings: worked out from their starts, so that a moved evening needs no telling.
import { sql } from 'kysely';
import type { Db } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { EventKey } from '../seat-book.ts';
import type { Confirmation } from '../tables.ts';
import { dayOf, decideRound, dueAt, type Evening, softAt, waitingAt } from './rules.ts';
import type { ReminderKind, ReminderStep } from './tables.ts';

/** A round to send (or to leave out) for one evening. */
export type Due = {
  event: EventKey;
  step: ReminderStep;
  /** The row of the plan it belongs to. */
  kind: ReminderKind;
  for_on: string;
  due: Instant;
  passed: boolean;
};

/** A row of a plan with what its rounds hang on. */
export type Planned = EventKey &
  Evening & {
    confirmation: Confirmation;
    kind: ReminderKind;
    before_minutes: number;
    at_time: string | null;
    rounds: Round[] | null;
  };
type Round = { step: ReminderStep; for_on: string; at: string; told: number };

/** Beyond its minutes a reminder is due at most a day and a clock change earlier: `at_time` may be early in the morning. */
const EARLIEST = 26 * 60;
/** `waiting` and `second` belong to `confirm` and may come before it is due, where it was put late. */
const OF_CONFIRM = 36 * 60;

/** Everything due at `now` and not done, the earliest first. One statement; it looks only at evenings near a reminder. */
export async function dueRounds(db: Db, now: Instant): Promise<Due[]> {
  const at = new Date(now.epochMilliseconds);
  const { rows } = await sql<Planned>`
    select e.group_id, e.event_id, e.starts_at, e.zone, e.confirmation, r.kind, r.before_minutes, r.at_time,
      (select json_agg(json_build_object('step', o.step, 'for_on', o.for_on, 'at', o.at, 'told', o.told))
        from events.reminder_round o where o.group_id = e.group_id and o.event_id = e.event_id) as rounds
    from events.event e join events.reminder r on r.group_id = e.group_id and r.event_id = e.event_id
    where e.stage in ('announced', 'open', 'closed') and e.starts_at > ${at} and r.is_on
      and e.starts_at < ${at}::timestamptz
        + (greatest(r.before_minutes, case when r.kind = 'confirm' then ${OF_CONFIRM}::int end) + ${EARLIEST}::int) * interval '1 minute'`.execute(
    db,
  );
  return rows.flatMap((row) => roundsOf(row, now)).sort((a, b) => a.due.epochMilliseconds - b.due.epochMilliseconds);
}

/** What of one row of a plan is due and not done. */
export function roundsOf(row: Planned, now: Instant): Due[] {
  const { group_id, event_id, kind, starts_at } = row;
  const for_on = dayOf(row);
  return momentsOf(row).flatMap(({ step, due }): Due[] => {
    if (roundFor(row, step, for_on)) return [];
    const decided = decideRound(step, due, starts_at, now);
    if (decided === 'early') return [];
    return [{ event: { group_id, event_id }, step, kind, for_on, due, passed: decided === 'passed' }];
  });
}

function momentsOf(row: Planned): { step: ReminderStep; due: Instant }[] {
  const own = { step: row.kind, due: dueAt(row, row) };
  if (row.kind !== 'confirm') return [own];
  const asked = roundFor(row, 'confirm', dayOf(row));
  const second =
    row.confirmation === 'release' && asked && asked.told > 0
      ? [{ step: 'second' as const, due: softAt(row, new Date(asked.at)) }]
      : [];
  return [own, { step: 'waiting', due: waitingAt(row) }, ...second];
}

function roundFor({ rounds }: Planned, step: ReminderStep, for_on: string): Round | undefined {
  return rounds?.find((round) => round.step === step && round.for_on === for_on);
}
