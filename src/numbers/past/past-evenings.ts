// Evenings that were before a group came here, or were never counted here: what is kept of them, and which wait for a count.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { PastSource, Posture } from '../tables.ts';

type GroupId = Id<'groups.group'>;

export type PastEvening = {
  /** `2026-03-11`, on the group's own clock. */
  held_on: string;
  title: string;
  signed_up: number;
  came: number | null;
  posture: Posture;
  source: PastSource;
  /** An evening of that day was counted here; that one counts. */
  is_counted_here: boolean;
};

/** An evening from a list that says how many signed up and not how many came. */
export type Uncounted = { held_on: string; title: string; signed_up: number };

/** Newest first; and the newest evenings from a list that wait for a count. One statement. */
export async function pastEvenings(
  db: Db | Tx,
  group_id: GroupId,
): Promise<{ evenings: PastEvening[]; uncounted: Uncounted[] }> {
  const { rows } = await sql<{ evenings: PastEvening[]; uncounted: Uncounted[] }>`
    with here as (
      select (e.starts_at at time zone e.zone)::date as held_on from events.morning_after m
      join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
      where m.group_id = ${group_id} and m.came is not null and m.door_list <> 'no'
    )
    select
      (select coalesce(json_agg(p), '[]') from (
        select x.held_on::text as held_on, x.title, x.signed_up, x.came, x.posture, x.source,
          x.held_on in (select held_on from here) as is_counted_here
        from numbers.past_evening x where x.group_id = ${group_id} order by x.held_on desc
      ) p) as evenings,
      (select coalesce(json_agg(u), '[]') from (
        select (e.starts_at at time zone e.zone)::date::text as held_on, e.title, e.past_going as signed_up
        from events.event e
        where e.group_id = ${group_id} and e.source is not null and e.past_going > 0 and e.stage <> 'cancelled'
          and not exists (select 1 from numbers.past_evening x
            where x.group_id = e.group_id and x.held_on = (e.starts_at at time zone e.zone)::date)
        order by e.starts_at desc limit 6
      ) u) as uncounted`.execute(db);
  return rows[0] ?? { evenings: [], uncounted: [] };
}

/** Which of these days have an evening here that was counted. */
export async function countedHere(tx: Tx, group_id: GroupId, days: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ held_on: string }>`
    select distinct (e.starts_at at time zone e.zone)::date::text as held_on from events.morning_after m
    join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
    where m.group_id = ${group_id} and m.came is not null and m.door_list <> 'no'
      and (e.starts_at at time zone e.zone)::date = any(${days}::date[])`.execute(tx);
  return new Set(rows.map(({ held_on }) => held_on));
}
