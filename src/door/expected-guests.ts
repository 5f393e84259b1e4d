// Whom a phone at the door knows: names, how many, where they stand. No addresses.
import { sql } from 'kysely';
import type { EventKey } from '#events';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Stand } from './verdict-rules.ts';

/** As it travels: a list for each, because there may be thousands. */
export type GuestRow = [person_id: Id<'people.person'>, name: string, party: number, stand: Stand];

/** What is re-sent so that nothing written meanwhile is missed: no transaction here lasts longer. */
const OVERLAP_SECONDS = 60;

/** Everybody an evening's door may meet; with `since` those whose stand changed since, and some from shortly before. One statement. */
export async function expectedGuests(db: Db | Tx, event: EventKey, since: Date | null): Promise<GuestRow[]> {
  const from = since && new Date(since.getTime() - OVERLAP_SECONDS * 1000);
  const { rows } = await sql<{ person_id: Id<'people.person'>; name: string; party: number; stand: Stand }>`
    /*door.guests*/ select e.person_id, e.party,
      -- Whom an organiser added is called as the organiser called them: a name typed there must not tell whose address it is.
      case when e.via = 'organiser' then coalesce(e.typed_name, '')
        else coalesce(nullif(p.name, ''), e.typed_name, '') end as name,
      case when e.state in ('going', 'checked_in', 'missed', 'excused') then 'seat'
        when e.state in ('waitlisted', 'offered') then 'waits'
        when e.state like 'released%' then 'gave_back' else 'none' end as stand
    from events.enrolment e join people.person p on p.person_id = e.person_id
    where e.group_id = ${event.group_id} and e.event_id = ${event.event_id}
      and (${from}::timestamptz is null and e.state not in ('interested', 'entered') or e.changed_at > ${from})
    order by e.person_id`.execute(db);
  return rows.map(({ person_id, name, party, stand }) => [person_id, name, party, stand]);
}
