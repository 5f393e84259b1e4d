// Whom an evening's door may meet: names, how many, where they stand. No addresses.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import { guestName } from './guest-name.ts';
import type { EnrolmentState } from './tables.ts';
import type { EventKey } from './take-seats.ts';

export type ExpectedGuest = {
  /** Of somebody who signed up elsewhere without an address: the id of that, which is nobody's. */
  person_id: Id<'people.person'>;
  /** As they call themselves, or as an organiser called them; '' when neither did. */
  name: string;
  party: number;
  /** Of somebody let in without a seat: where they stood before. */
  state: EnrolmentState;
};

/**
 * Everybody with a seat, in line, or who gave either back; with `since` those whose state changed after it, whatever it is, and
 * who is not known there any more. One statement.
 */
export async function expectedGuests(
  db: Db | Tx,
  event: EventKey,
  since: Date | null = null,
): Promise<ExpectedGuest[]> {
  const { rows } = await sql<ExpectedGuest>`
    /*events.expected*/ select e.person_id, e.party, coalesce(e.came_from, e.state) as state,
      ${guestName('e', 'p')} as name
    from events.enrolment e join people.person p on p.person_id = e.person_id
    where e.group_id = ${event.group_id} and e.event_id = ${event.event_id}
      and (${since}::timestamptz is null and e.state not in ('interested', 'entered') or e.changed_at > ${since})
    union all
    select x.signup_id, x.party, 'going', x.name from events.elsewhere x
    where x.group_id = ${event.group_id} and x.event_id = ${event.event_id}
      and (${since}::timestamptz is null or x.added_at > ${since})
    union all
    select x.guest_id, 1, 'released', '' from events.unlisted x
    where x.group_id = ${event.group_id} and x.event_id = ${event.event_id} and x.unlisted_at > ${since}
    order by person_id`.execute(db);
  return rows;
}
