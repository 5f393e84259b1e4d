// What the page for writing to guests is made from: how many there are, and whose addresses answers may go to.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';
import type { Contact } from '../mail-facts.ts';
import { seatStates } from '../state-rules.ts';
import type { ToWhom } from '../tables.ts';
import type { EventKey } from '../take-seats.ts';

export type MessageFacts = {
  /** Who would get it, by state; only those who proved their address. */
  readers: Record<Exclude<ToWhom, 'chosen'>, number>;
  /** The group's two people to turn to, as far as they are named. Their addresses are public. */
  contacts: Contact[];
  /** The writer's own address. */
  own: string;
};

/** One statement. */
export async function messageFacts(
  db: Db,
  { group_id, event_id }: EventKey,
  actor: Id<'people.person'>,
): Promise<MessageFacts> {
  const { rows } = await sql<MessageFacts['readers'] & { contacts: Contact[] | null; own: string }>`
    select count(*) filter (where e.state = any(${seatStates}::text[]))::int as going,
      count(*) filter (where e.state = 'waitlisted')::int as waitlisted,
      count(*) filter (where e.state = 'interested')::int as interested,
      (select c.contacts from groups."group" g join groups.conduct c on c.group_id = g.group_id and c.version = g.conduct_version
        where g.group_id = ${group_id}) as contacts,
      (select address from people.person where person_id = ${actor}) as own
    from events.enrolment e join people.person p on p.person_id = e.person_id
    where e.group_id = ${group_id} and e.event_id = ${event_id} and p.proved_at is not null`.execute(db);
  const { contacts, own, ...readers } = rows[0] as (typeof rows)[number];
  return { readers, contacts: contacts ?? [], own };
}
