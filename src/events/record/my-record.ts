// One person's own record: the evenings of the last year they had a seat at or waited for, and who else knows of each.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { type EventGroup, groupText } from '../queries.ts';
import { returnableStates } from '../state-rules.ts';
import { type Outcome, outcomeOf, RECORD_DAYS, type Standing } from './rules.ts';

export type RecordedEvening = {
  event_id: Id<'events.event'>;
  slug: string;
  title: string;
  starts_at: Date;
  zone: string;
  group: EventGroup;
  outcome: Outcome;
};

/** Those who read what became of a seat on their own group's guest list: how many there are. */
export type Reader = { group: EventGroup; organisers: number };

type Found = Omit<RecordedEvening, 'outcome'> & Standing & { organisers: number };

/** More evenings than anybody goes to in a year. */
const MOST = 400;

/**
 * The latest first. Only what seats and their log hold anyway, and for that person alone: the law is the caller's. One
 * statement.
 */
export async function myRecord(
  db: Db | Tx,
  person_id: Id<'people.person'>,
  now: Instant,
): Promise<{ evenings: RecordedEvening[]; readers: Reader[] }> {
  const at = new Date(now.epochMilliseconds);
  const since = new Date(now.epochMilliseconds - RECORD_DAYS * 86_400_000);
  const { rows } = await sql<Found>`
    select e.event_id, e.slug, e.title, e.stage, e.starts_at, e.zone, ${sql.raw(groupText)} as "group", m.state,
      (select json_build_object('from_state', l.from_state, 'via', l.via, 'late', l.late) from events.enrolment_log l
        where l.group_id = m.group_id and l.event_id = m.event_id and l.person_id = m.person_id
          and l.to_state = 'released' and l.from_state = any(${returnableStates}::text[])
        order by l.log_id desc limit 1) as given_up,
      (select count(*)::int from groups.organiser o
        where o.group_id = m.group_id and o.role in ('owner', 'organiser') and o.person_id <> ${person_id}) as organisers
    from events.enrolment m
    join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
    join groups."group" g on g.group_id = m.group_id
    where m.person_id = ${person_id} and e.stage <> 'draft' and e.ends_at <= ${at} and e.starts_at > ${since}
    order by e.starts_at desc, e.event_id limit ${MOST}`.execute(db);
  const readers = new Map<string, Reader>();
  const evenings = rows.flatMap(({ stage, state, given_up, organisers, ...evening }): RecordedEvening[] => {
    const outcome = outcomeOf({ stage, state, given_up });
    if (outcome === null) return [];
    readers.set(evening.group.group_id, { group: evening.group, organisers });
    return [{ ...evening, outcome }];
  });
  return { evenings, readers: [...readers.values()] };
}
