// What the waitlist can honestly be told: how many seats reached it in the last two days of this group's evenings before.
import { sql } from 'kysely';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { EventKey } from '../seat-book.ts';

/** Evenings looked back at (practice.md §11.Q: "at the last nine evenings"). */
const EVENINGS = 9;

/**
 * For each of the group's last nine evenings that had a waitlist, the latest first: how many parties came off it in the last
 * two days, or in the `hours` before the start. Somebody with number k got in at those with at least k; more did, where others left the line before them.
 */
export async function seatsFreedBefore(
  db: Db | Tx,
  { group_id }: EventKey,
  now: Instant,
  hours = 48,
): Promise<number[]> {
  const at = new Date(now.epochMilliseconds);
  const { rows } = await sql<{ moved: number }>`
    select (select count(*)::int from events.enrolment_log l
        where l.group_id = e.group_id and l.event_id = e.event_id and l.from_state in ('waitlisted', 'offered') and l.to_state = 'going'
          and l.at >= e.starts_at - make_interval(hours => ${Math.ceil(hours)}::int)) as moved
    from events.event e
    where e.group_id = ${group_id} and e.starts_at < ${at} and e.stage not in ('draft', 'cancelled')
      and exists (select from events.enrolment_log w
        where w.group_id = e.group_id and w.event_id = e.event_id and w.to_state = 'waitlisted')
    order by e.starts_at desc limit ${EVENINGS}`.execute(db);
  return rows.map(({ moved }) => moved);
}
