// The one a signed link of a reminder names, and where they stand with the evening. One statement.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import { guestName } from '../guest-name.ts';
import type { EventKey } from '../seat-book.ts';
import type { EnrolmentState, Via } from '../tables.ts';
import { dayOf, type Evening, wordOf } from './rules.ts';

export type Holder = {
  person_id: Id<'people.person'>;
  /** As they call themselves, or as an organiser called them; '' when neither did. */
  name: string;
  state: EnrolmentState | null;
  said: 'confirmed' | 'unanswered' | null;
  rank: number | null;
  /** How many seats they have, or had. */
  party: number;
  changed_at: Date | null;
};

/** `null` when they have been erased. */
export async function holderOf(
  db: Db | Tx,
  event: EventKey & Evening,
  person_id: Id<'people.person'>,
): Promise<Holder | null> {
  type Found = Holder & { confirmed_at: Date | null; via: Via | null; asked_at: Date | null };
  const { rows } = await sql<Found>`
    select p.person_id, n.state, n.confirmed_at, n.changed_at, n.via,
      coalesce(n.party, 1) as party,
      ${guestName('n', 'p')} as name,
      case when n.place is not null then (select count(*)::int from events.enrolment w
        where w.group_id = n.group_id and w.event_id = n.event_id and w.class = n.class and w.place <= n.place) end as rank,
      (select r.at from events.reminder_round r where r.group_id = ${event.group_id} and r.event_id = ${event.event_id}
        and r.step = 'confirm' and r.for_on = ${dayOf(event)}::date) as asked_at
    from people.person p
    left join events.enrolment n
      on n.group_id = ${event.group_id} and n.event_id = ${event.event_id} and n.person_id = p.person_id
    where p.person_id = ${person_id}`.execute(db);
  const found = rows[0];
  if (!found) return null;
  const { confirmed_at, via, asked_at, ...holder } = found;
  const { state, changed_at } = holder;
  const said = state && changed_at && via ? wordOf({ state, confirmed_at, changed_at, via }, asked_at) : null;
  return { ...holder, said };
}
