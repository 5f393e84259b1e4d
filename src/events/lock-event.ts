// Takes hold of an evening before changing it: the tally first, as the desk does, so that nobody is seated in between.
import { sql } from 'kysely';
import type { Tx } from '#kit/tables.ts';
import { eventByKey, type Event } from './queries.ts';
import { type EventKey, NoSuchEvent } from './take-seats.ts';

/** Locks the tally, then reads the evening as it is now. Who is seated cannot change until `tx` ends. */
export async function lockEvent(tx: Tx, event: EventKey): Promise<Event> {
  await sql`select 1 from events.tally where group_id = ${event.group_id} and event_id = ${event.event_id} for no key update`.execute(tx);
  const found = await eventByKey(tx, event);
  if (!found) throw new NoSuchEvent('no such event');
  return found.event;
}
