// Writes down what the organisers know the morning after: the door list, the food, what to remember.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { audit } from '#groups';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { tellsWhoMissed } from './attendance-rules.ts';
import { lockEvent } from './lock-event.ts';
import { type MorningAfter, morningAfterOf } from './morning-after.ts';
import { isFreelyChanged, type MorningRefusal, publicCount, refuseMorning } from './morning-rules.ts';
import { seatStates } from './state-rules.ts';
import type { DoorList, EnrolmentState } from './tables.ts';
import { type EventKey, takeSeats } from './take-seats.ts';

/** What is answered. */
export type MorningAnswers = Pick<MorningAfter, 'door_list' | 'came' | 'food_left' | 'remember'>;

export type MorningSettled = { is: 'settled'; corrected: boolean } | { refused: MorningRefusal };

/**
 * Notes the answers, or changes them: freely for seven days, then only as a correction (`correcting`), which leaves a line in
 * the group's log. The evening's own count follows: it is there for a complete door list alone. So
 * does who did not come, in their own record (`missed`). Refuses an evening that is not
 * over, was cancelled, or came from a list.
 */
export async function settleMorningAfter(
  tx: Tx,
  event: EventKey,
  actor: { person_id: Id<'people.person'> },
  now: Instant,
  answers: MorningAnswers,
  correcting = false,
): Promise<MorningSettled> {
  const evening = await lockEvent(tx, event);
  const refused = refuseMorning(evening, now);
  if (refused) return { refused };
  const before = await morningAfterOf(tx, event);
  const corrected = before !== null && !isFreelyChanged(before.answered_at, now);
  if (corrected && !correcting) return { refused: 'events.needs_correcting' };

  const { group_id, event_id } = event;
  const at = new Date(now.epochMilliseconds);
  const said = { ...answers, changed_at: at, answered_by: actor.person_id };
  await tx
    .insertInto('events.morning_after')
    .values({ group_id, event_id, ...said, answered_at: at })
    .onConflict((on) => on.columns(['group_id', 'event_id']).doUpdateSet(said))
    .execute();
  await tx
    .updateTable('events.event')
    .set({ came: publicCount(answers) })
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .execute();
  await settleWhoMissed(tx, { group_id, event_id }, answers.door_list, actor, now);
  const about = { event: evening.slug, title: evening.title };
  if (before === null) await audit(tx, { group_id, actor, what: 'events.morning.noted', about, now });
  if (corrected) await audit(tx, { group_id, actor, what: 'events.morning.corrected', about, now });
  return { is: 'settled', corrected };
}

/**
 * Those with a seat whom nobody let in have missed it, or it is not known of anybody any more. An excuse waits until it is
 * known again. Nobody is mailed.
 */
async function settleWhoMissed(
  tx: Tx,
  event: EventKey,
  door_list: DoorList,
  { person_id }: { person_id: Id<'people.person'> },
  now: Instant,
): Promise<void> {
  const { rows } = await sql<{ person_id: Id<'people.person'>; state: EnrolmentState; was_excused: boolean }>`
    /*events.settle*/ select e.person_id, e.state, e.state = 'going' and coalesce((
      select l.from_state = 'excused' from events.enrolment_log l
      where l.group_id = e.group_id and l.event_id = e.event_id and l.person_id = e.person_id
      order by l.log_id desc limit 1), false) as was_excused
    from events.enrolment e
    where e.group_id = ${event.group_id} and e.event_id = ${event.event_id} and e.state = any(${seatStates})`.execute(
    tx,
  );
  const is_known = tellsWhoMissed(door_list, rows.filter(({ state }) => state === 'checked_in').length);
  const asks = rows
    .filter(({ state }) => state !== 'checked_in')
    .flatMap(({ person_id: person, was_excused }) => {
      const settle = { kind: 'settle', person, is_known, via: 'organiser' } as const;
      return is_known && was_excused ? [settle, { kind: 'excuse', person, is_excused: true } as const] : [settle];
    });
  if (asks.length === 0) return;
  await takeSeats(
    tx,
    event,
    asks.map((ask) => ({ key: `morning:${randomUUID()}`, ask, actor: person_id })),
    now,
  );
}
