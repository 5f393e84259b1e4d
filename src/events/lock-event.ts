// Takes hold of an evening before changing it: the tally first, as the desk does, so that nobody is seated in between.
import type { Tx } from '#kit/tables.ts';
import { type Event, eventByKey } from './queries.ts';
import { type EventKey, lockTally, NoSuchEvent } from './seat-book.ts';

/** Locks the tally, then reads the evening as it is now. Who is seated cannot change until `tx` ends. */
export async function lockEvent(tx: Tx, event: EventKey): Promise<Event> {
  await lockTally(tx, event);
  const found = await eventByKey(tx, event);
  if (!found) throw new NoSuchEvent('no such event');
  return found.event;
}
