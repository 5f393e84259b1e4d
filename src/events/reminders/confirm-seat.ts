// Says yes once more: the one with a seat still comes. Takes and frees nothing, so it does not wait for the desk.
import { sql } from 'kysely';
import { type Id, newId } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { EventKey } from '../seat-book.ts';

type Person = Id<'people.person'>;
export type Confirmed = { is: 'confirmed'; new: boolean } | { refused: 'events.no_seat' };

/**
 * Writes the answer and a line in the log, once: somebody who said yes before is left as they are (`new: false`). Refused
 * when they have no seat, or the evening is off or has begun. `since`: only for the seat they have had since then.
 */
export async function confirmSeat(
  tx: Tx,
  event: EventKey,
  person_id: Person,
  via: 'page' | 'mail',
  now: Instant,
  since?: Date,
): Promise<Confirmed> {
  const { group_id, event_id } = event;
  const at = new Date(now.epochMilliseconds);
  // Held until the end: whoever frees this seat in the same moment waits, and then finds that they still come.
  const { rows } = await sql<{ confirmed_at: Date | null; changed_at: Date; party: number }>`
    select n.confirmed_at, n.changed_at, n.party
    from events.enrolment n join events.event e on e.group_id = n.group_id and e.event_id = n.event_id
    where n.group_id = ${group_id} and n.event_id = ${event_id} and n.person_id = ${person_id} and n.state = 'going'
      and e.stage in ('announced', 'open', 'closed') and e.starts_at > ${at}
    for no key update of n`.execute(tx);
  const seat = rows[0];
  if (!seat || (since && seat.changed_at.getTime() !== since.getTime())) return { refused: 'events.no_seat' };
  if (seat.confirmed_at) return { is: 'confirmed', new: false };

  await tx
    .updateTable('events.enrolment')
    .set({ confirmed_at: at })
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .where('person_id', '=', person_id)
    .execute();
  const line = { from_state: 'going', to_state: 'going', party: seat.party, via, at, confirmed: true } as const;
  await tx
    .insertInto('events.enrolment_log')
    .values({ group_id, event_id, log_id: newId(), person_id, actor_id: null, ...line })
    .execute();
  return { is: 'confirmed', new: true };
}

/** Forgets every yes: it was said about another day. Those asked again get the question anew. */
export async function forgetConfirmations(tx: Tx, { group_id, event_id }: EventKey): Promise<void> {
  await tx
    .updateTable('events.enrolment')
    .set({ confirmed_at: null })
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .where('confirmed_at', 'is not', null)
    .execute();
}
