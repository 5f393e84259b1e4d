// Who signed up elsewhere by name only, and later here under the same name: perhaps one person who counts twice.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';
import { guestName } from '../guest-name.ts';
import { seatStates } from '../state-rules.ts';
import type { EventKey } from '../take-seats.ts';
import { nameKey } from './rules.ts';

/** A name from elsewhere beside the guest it may be, with how many each comes. */
export type Pair = { signup_id: Id<'events.elsewhere'>; guest: string; party: number };

/**
 * Each name with one guest and each guest with one name. Only guests who have a seat: taking the name off costs them nothing.
 * Whoever was here before the name came was compared then. One statement.
 */
export async function likelyPairs(db: Db, { group_id, event_id }: EventKey): Promise<Pair[]> {
  const { rows } = await sql<Pair & { name: string; person_id: string }>`
    select x.signup_id, x.name, g.person_id, g.guest, g.party from events.elsewhere x
    cross join lateral (
      select e.person_id, e.party, ${guestName('e', 'p')} as guest
      from events.enrolment e join people.person p on p.person_id = e.person_id
      where e.group_id = x.group_id and e.event_id = x.event_id and e.state = any(${seatStates}::text[])
        and e.asked_at > x.added_at) g
    where x.group_id = ${group_id} and x.event_id = ${event_id} and x.name <> '' and g.guest <> ''
    order by x.added_at, x.signup_id, g.person_id`.execute(db);
  const [names, guests] = [new Set<string>(), new Set<string>()];
  return rows.flatMap(({ name, person_id, ...pair }) => {
    if (nameKey(name) !== nameKey(pair.guest) || names.has(pair.signup_id) || guests.has(person_id)) return [];
    names.add(pair.signup_id);
    guests.add(person_id);
    return [pair];
  });
}
