// What a group's numbers are made from, read in one statement: its counted evenings with what was special about each, how
// sign-ups came in, who came again. Of people only how many.
import { sql } from 'kysely';
import { seatStates } from '#events';
import type { Id } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { type Counted, countedRows } from '../facts.ts';
import type { CurveFacts } from './curve-rules.ts';

/** A counted evening; what only an evening from here knows is null for others. */
export type CountedHere = Counted & {
  /** Its address; null: it was elsewhere. */
  slug: string | null;
  /** Days between the opening of sign-up and the start. */
  open_days: number | null;
  /** Whether guests were mailed and asked whether they still come. */
  was_asked: boolean | null;
  /** Seats given back within a day after that mail. */
  back_after_asking: number | null;
  /** Seats given back on all other days sign-up was open. */
  back_else: number | null;
  waited: number | null;
  promoted: number | null;
};

/**
 * Guests of one evening of whom the door knows whether they came, alike ones together. `said`: they were asked whether they
 * still come, and said yes; null: nobody asked them.
 */
export type Alike = {
  starts_at: number;
  lead: 'day' | 'days' | 'week' | 'weeks';
  said: boolean | null;
  signed_up: number;
  came: number;
};

/** Of everybody with a seat at an evening of the last year. */
export type WhoComes = { seats: number; first_time: number; people: number; came_again: number };

export type GroupFacts = { evenings: CountedHere[]; alike: Alike[]; curves: CurveFacts[]; who: WhoComes };

/** Evenings that were whose sign-ups are drawn, beside the next one ahead: more lines than this are a thicket. */
const CURVES = 7;

/** One statement. */
export async function groupFacts(db: Db, group_id: Id<'groups.group'>, now: Instant): Promise<GroupFacts> {
  const at = new Date(now.epochMilliseconds);
  const year = new Date(now.epochMilliseconds - 370 * 86_400_000);
  const years = new Date(now.epochMilliseconds - 5 * 370 * 86_400_000);
  const [came, missed] = ['checked_in', 'missed'] as const;
  const seats = sql`${seatStates}::text[]`;
  const opened = sql`
    select e.group_id, e.event_id, e.title, e.starts_at, e.zone from events.event e
    where e.group_id = ${group_id} and e.source is null and e.opened_at is not null and e.stage in ('open', 'closed')`;
  const { rows } = await sql<GroupFacts>`
    select
      (select coalesce(json_agg(to_json(c) order by c.starts_at), '[]') from (
        select c.*, x.slug, x.open_days, x.was_asked, x.back_after_asking, x.back_else, x.waited, x.promoted
        from (${countedRows(group_id, null, 0)}) c
        left join lateral (
          select e.slug, (extract(epoch from e.starts_at - coalesce(e.opened_at, e.opens_at)) / 86400)::float8 as open_days,
            a.at is not null as was_asked, l.*
          from events.event e
          left join lateral (
            select min(r.at) as at from events.reminder_round r
            where r.group_id = e.group_id and r.event_id = e.event_id and r.step = 'confirm' and r.told > 0
          ) a on true
          cross join lateral (
            select
              (count(*) filter (where l.from_state = 'going' and l.to_state = 'released' and l.at < e.starts_at
                and l.at >= a.at and l.at < a.at + interval '1 day'))::int as back_after_asking,
              (count(*) filter (where l.from_state = 'going' and l.to_state = 'released' and l.at < e.starts_at
                and (a.at is null or l.at < a.at or l.at >= a.at + interval '1 day')))::int as back_else,
              count(distinct l.person_id) filter (where l.to_state = 'waitlisted')::int as waited,
              count(distinct l.person_id) filter (where l.from_state in ('waitlisted', 'offered') and l.to_state = 'going')::int as promoted
            from events.enrolment_log l where l.group_id = e.group_id and l.event_id = e.event_id
          ) l
          where e.group_id = ${group_id} and e.event_id = c.event_id
        ) x on true
      ) c) as evenings,
      (select coalesce(json_agg(k), '[]') from (
        select (extract(epoch from e.starts_at) * 1000)::float8 as starts_at,
          case when n.asked_at > e.starts_at - interval '2 days' then 'day' when n.asked_at > e.starts_at - interval '7 days' then 'days'
            when n.asked_at > e.starts_at - interval '14 days' then 'week' else 'weeks' end as lead,
          case when n.asked_at < a.at and coalesce(w.at <= a.at, true) and (n.via <> 'import' or exists (
            select from people.person p where p.person_id = n.person_id and p.proved_at <= a.at)) then n.confirmed_at is not null end as said,
          sum(n.party)::int as signed_up, (coalesce(sum(n.party) filter (where n.state = ${came}), 0))::int as came
        from events.enrolment n
        join events.morning_after m on m.group_id = n.group_id and m.event_id = n.event_id and m.door_list = 'yes'
        join events.event e on e.group_id = n.group_id and e.event_id = n.event_id
        left join lateral (
          select min(r.at) as at from events.reminder_round r
          where r.group_id = e.group_id and r.event_id = e.event_id and r.step = 'confirm' and r.told > 0
            and r.for_on = (e.starts_at at time zone e.zone)::date
        ) a on true
        -- Whoever waited then was not asked: their seat came later.
        left join (
          select l.event_id, l.person_id, max(l.at) as at from events.enrolment_log l
          where l.group_id = ${group_id} and l.from_state in ('waitlisted', 'offered') and l.to_state = any(${seats}) group by 1, 2
        ) w on w.event_id = n.event_id and w.person_id = n.person_id
        where n.group_id = ${group_id} and n.state in (${came}, ${missed}) and e.starts_at > ${years}
        group by e.event_id, e.starts_at, 2, 3
      ) k) as alike,
      (select coalesce(json_agg(v order by v.starts_at), '[]') from (
        select e.event_id, e.title, (extract(epoch from e.starts_at) * 1000)::float8 as starts_at, e.zone,
          (select coalesce(json_agg(s), '[]') from (
            select floor(extract(epoch from e.starts_at - l.at) / 86400)::int as days_before,
              sum(case when l.to_state = any(${seats}) then l.party else 0 end
                - case when l.from_state = any(${seats}) then l.party else 0 end)::int as heads
            from events.enrolment_log l
            where l.group_id = e.group_id and l.event_id = e.event_id and l.at < e.starts_at group by 1
          ) s) as steps
        from (
          (${opened} and e.starts_at <= ${at} order by e.starts_at desc limit ${CURVES})
          union all
          (${opened} and e.starts_at > ${at} order by e.starts_at limit 1)
        ) e
      ) v) as curves,
      (select json_build_object('seats', count(*), 'first_time', count(*) filter (where s.nth = 1),
          'people', count(distinct s.person_id), 'came_again', count(distinct s.person_id) filter (where s.nth > 1))
        from (
          select n.person_id, e.starts_at, row_number() over (partition by n.person_id order by e.starts_at) as nth
          from events.enrolment n join events.event e on e.group_id = n.group_id and e.event_id = n.event_id
          where n.group_id = ${group_id} and n.state = any(${seats}) and e.stage in ('open', 'closed') and e.ends_at <= ${at}
        ) s where s.starts_at > ${year}
      ) as who`.execute(db);
  return rows[0] ?? { evenings: [], alike: [], curves: [], who: { seats: 0, first_time: 0, people: 0, came_again: 0 } };
}
