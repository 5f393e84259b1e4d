// Writes down what the organisers know the morning after: the door list, the food, what to remember.
import { audit } from '#groups';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { lockEvent } from './lock-event.ts';
import { type MorningAfter, morningAfterOf } from './morning-after.ts';
import { isFreelyChanged, type MorningRefusal, publicCount, refuseMorning } from './morning-rules.ts';
import type { EventKey } from './take-seats.ts';

/** What is answered. */
export type MorningAnswers = Pick<MorningAfter, 'door_list' | 'came' | 'food_left' | 'remember'>;

export type MorningSettled = { is: 'settled'; corrected: boolean } | { refused: MorningRefusal };

/**
 * Notes the answers, or changes them: freely for seven days, then only as a correction (`correcting`), which leaves a line in
 * the group's log. The evening's own count follows: it is there for a complete door list alone. Refuses an evening that is not
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
  const about = { event: evening.slug, title: evening.title };
  if (before === null) await audit(tx, { group_id, actor, what: 'events.morning.noted', about, now });
  if (corrected) await audit(tx, { group_id, actor, what: 'events.morning.corrected', about, now });
  return { is: 'settled', corrected };
}
