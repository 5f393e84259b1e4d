// What a forecast is made from, read in one statement: the group's evenings that were counted, and who has a seat at this one.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';

type Posture = 'free' | 'fee' | 'deposit' | 'elsewhere';

/** An evening that was, with its count. Times are epoch milliseconds. */
export type Counted = {
  event_id: Id<'events.event'>;
  title: string;
  starts_at: number;
  ends_at: number;
  zone: string;
  posture: Posture;
  online: boolean;
  signed_up: number;
  came: number;
  food_left: 'no_food' | 'none_early' | 'just_right' | 'quarter' | 'half' | null;
  /** Sign-ups as they stood as long before that evening as this one is away, and a week before then. */
  now: number;
  week_before: number;
};

/** Those with a seat, alike ones together: heads who asked at `asked_at`. */
export type Seated = { asked_at: number; confirmed: boolean; promoted: boolean; heads: number };

export type NumberFacts = { counted: Counted[]; seated: Seated[] };

/** Evenings further back say nothing any more (practice.md NUM-3: half as much after six). */
const MOST_EVENINGS = 60;

/**
 * Counted are evenings whose organisers said the next morning how many came, from a door list kept the whole time or partly
 * (practice.md NUM-2); oldest first. Counts alone: no person is looked at.
 */
export async function numberFacts(
  db: Db | Tx,
  event: { group_id: Id<'groups.group'>; event_id: Id<'events.event'> },
  days_left: number,
): Promise<NumberFacts> {
  const minutes = Math.max(0, Math.round(days_left * 1440));
  const { rows } = await sql<NumberFacts>`
    select
      (select coalesce(json_agg(c order by c.starts_at), '[]') from (
        select e.event_id, e.title, (extract(epoch from e.starts_at) * 1000)::float8 as starts_at,
          (extract(epoch from e.ends_at) * 1000)::float8 as ends_at, e.zone, e.posture, e.kind = 'online' as online,
          s.signed_up, m.came, m.food_left, s.now, s.week_before
        from events.morning_after m
        join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
        cross join lateral (
          select coalesce(sum(n.party), 0)::int as signed_up,
            coalesce(sum(n.party) filter (where n.asked_at <= e.starts_at - make_interval(mins => ${minutes})), 0)::int as now,
            coalesce(sum(n.party)
              filter (where n.asked_at <= e.starts_at - make_interval(mins => ${minutes + 7 * 1440})), 0)::int as week_before
          from events.enrolment n
          where n.group_id = e.group_id and n.event_id = e.event_id and n.state = 'going'
        ) s
        where m.group_id = ${event.group_id} and m.event_id <> ${event.event_id}
          and m.came is not null and m.door_list <> 'no' and s.signed_up > 0
        order by e.starts_at desc limit ${MOST_EVENINGS}
      ) c) as counted,
      (select coalesce(json_agg(g), '[]') from (
        select (extract(epoch from date_trunc('hour', n.asked_at)) * 1000)::float8 as asked_at,
          n.confirmed_at is not null as confirmed, n.via = 'waitlist' as promoted, sum(n.party)::int as heads
        from events.enrolment n
        where n.group_id = ${event.group_id} and n.event_id = ${event.event_id} and n.state = 'going'
        group by 1, 2, 3
      ) g) as seated`.execute(db);
  return rows[0] ?? { counted: [], seated: [] };
}
