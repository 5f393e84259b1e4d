// In line: whether the next seat that fits is simply theirs, or they are asked first. Frees and takes nothing.
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import { type EventKey, lockTally } from './seat-book.ts';

/** Notes what somebody in line wants. False when they stand in no line. Under the tally's lock, so that no seat is given meanwhile. */
export async function askMeFirst(
  tx: Tx,
  event: EventKey,
  person_id: Id<'people.person'>,
  ask_first: boolean,
): Promise<boolean> {
  await lockTally(tx, event);
  const changed = await tx
    .updateTable('events.enrolment')
    .set({ ask_first })
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .where('person_id', '=', person_id)
    .where('state', '=', 'waitlisted')
    .returning('person_id')
    .executeTakeFirst();
  return changed !== undefined;
}
