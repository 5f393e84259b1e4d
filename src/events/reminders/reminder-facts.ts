// What a reminder tells beyond what every mail of an evening does, read when it leaves. One statement.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';
import type { Via } from '../tables.ts';
import type { EventKey } from '../take-seats.ts';
import type { ReminderKind } from './tables.ts';

export type ReminderFacts = {
  /** The organisers' own words. Empty for somebody who never came here themselves: those get what is always said. */
  text: string;
  confirmed_at: Date | null;
  changed_at: Date | null;
  via: Via | null;
  /** How many parties are in line. */
  waiting: number;
  /** When doors open and the first talk begins, where the agenda says so. */
  doors_at: Date | null;
  first_at: Date | null;
  /** When guests were asked about this day, and asked once more. */
  asked_at: Date | null;
  second_at: Date | null;
};

const talks = ['talk', 'lightning', 'workshop', 'discussion', 'unconference'];

/** The same for a preview: `person_id` null is anybody. */
export async function reminderFacts(
  db: Db,
  { group_id, event_id }: EventKey,
  { person_id, kind, for_on }: { person_id: Id<'people.person'> | null; kind: ReminderKind; for_on: string },
): Promise<ReminderFacts> {
  const { rows } = await sql<ReminderFacts>`
    select case when p.proved_at is null and p.person_id is not null then '' else coalesce(r.text, '') end as text,
      n.confirmed_at, n.changed_at, n.via, t.waiting,
      (select min(i.starts_at) from events.agenda_item i
        where i.group_id = t.group_id and i.event_id = t.event_id and i.type = 'doors') as doors_at,
      (select min(i.starts_at) from events.agenda_item i
        where i.group_id = t.group_id and i.event_id = t.event_id and i.type = any(${talks}::text[])) as first_at,
      (select o.at from events.reminder_round o where o.group_id = t.group_id and o.event_id = t.event_id
        and o.step = 'confirm' and o.for_on = ${for_on}::date) as asked_at,
      (select o.at from events.reminder_round o where o.group_id = t.group_id and o.event_id = t.event_id
        and o.step = 'second' and o.for_on = ${for_on}::date) as second_at
    from events.tally t
    left join events.reminder r on r.group_id = t.group_id and r.event_id = t.event_id and r.kind = ${kind}
    left join people.person p on p.person_id = ${person_id}::uuid
    left join events.enrolment n
      on n.group_id = t.group_id and n.event_id = t.event_id and n.person_id = ${person_id}::uuid
    where t.group_id = ${group_id} and t.event_id = ${event_id} and t.class = 'seat'`.execute(db);
  return rows[0] as ReminderFacts;
}
