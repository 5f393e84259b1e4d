// What a forecast is made from, read in one statement: the group's evenings that were counted, and who has a seat at this one.
import { sql } from 'kysely';
import type { EventKey } from '#events';
import { seatStates } from '#events';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { FoodLeft } from './food/food-rules.ts';
import type { MealKind } from './tables.ts';

type Posture = 'free' | 'fee' | 'deposit' | 'elsewhere';

/** An evening that was, with its count. Times are epoch milliseconds. */
export type Counted = {
  /** Says which one it is, here and in the reckoning. */
  night: string;
  /** '' where nobody typed one. */
  title: string;
  starts_at: number;
  ends_at: number;
  zone: string;
  posture: Posture;
  online: boolean;
  signed_up: number;
  came: number;
  food_left: FoodLeft | null;
  /** Portions that were ordered, where somebody noted it; and who ate beside the guests. */
  ordered: number | null;
  helpers: number;
  /** Sign-ups as they stood as long before that evening as this one is away, and a week before then; null: nobody knows. */
  now: number | null;
  week_before: number | null;
};

/**
 * Those with a seat, alike ones together: heads who asked at `asked_at`. `questioned`: they had it when the mail left that asks
 * whether they still come, and it went to them.
 */
export type Seated = { asked_at: number; questioned: boolean; confirmed: boolean; promoted: boolean; heads: number };

/** How the evening's food is ordered; null while nobody has said. */
export type Meal = {
  enough: number;
  helpers: number;
  kind: MealKind;
  cost_cents: number | null;
  currency: string | null;
  /** `2026-12-08` */
  order_on: string | null;
  ordered: number | null;
};

export type NumberFacts = { counted: Counted[]; seated: Seated[]; meal: Meal | null };

/** Evenings further back say nothing any more (practice.md NUM-3: half as much after six). */
const MOST_EVENINGS = 60;

/**
 * Counted are evenings whose organisers said the next morning how many came, from a door list kept the whole time or partly
 * (practice.md NUM-2), and those they typed in or brought along; oldest first. Of a day with both, the one counted here: no
 * evening counts twice. Counts alone: no person is looked at.
 */
export async function numberFacts(
  db: Db | Tx,
  event: { group_id: Id<'groups.group'>; event_id: Id<'events.event'> },
  days_left: number,
): Promise<NumberFacts> {
  const { rows } = await sql<NumberFacts>`
    select
      (${countedSql(event.group_id, event.event_id, days_left)}) as counted,
      (select coalesce(json_agg(g), '[]') from (
        select (extract(epoch from date_trunc('hour', n.asked_at)) * 1000)::float8 as asked_at,
          coalesce(n.changed_at <= q.at and (n.via <> 'import' or p.proved_at <= q.at), false) as questioned,
          n.confirmed_at is not null as confirmed, n.via = 'waitlist' as promoted, sum(n.party)::int as heads
        from events.enrolment n join people.person p on p.person_id = n.person_id
        cross join (
          select max(r.at) as at from events.reminder_round r
          join events.event e on e.group_id = r.group_id and e.event_id = r.event_id
          where r.group_id = ${event.group_id} and r.event_id = ${event.event_id} and r.step = 'confirm' and r.told > 0
            and r.for_on = (e.starts_at at time zone e.zone)::date) q
        where n.group_id = ${event.group_id} and n.event_id = ${event.event_id} and n.state = any(${seatStates}::text[])
        group by 1, 2, 3, 4
        union all
        select (extract(epoch from date_trunc('hour', x.added_at)) * 1000)::float8, false, false, false, sum(x.party)::int
        from events.elsewhere x where x.group_id = ${event.group_id} and x.event_id = ${event.event_id} group by 1
      ) g) as seated,
      (select json_build_object('enough', o.enough, 'helpers', o.helpers, 'kind', o.kind, 'cost_cents', o.cost_cents,
          'currency', o.currency, 'order_on', o.order_on, 'ordered', o.ordered)
        from numbers.meal o where o.group_id = ${event.group_id} and o.event_id = ${event.event_id}) as meal`.execute(
    db,
  );
  return rows[0] ?? { counted: [], seated: [], meal: null };
}

/** How an evening's food is ordered, by itself; null while nobody has said. One statement. */
export async function mealOf(db: Db | Tx, { group_id, event_id }: EventKey): Promise<Meal | null> {
  const { rows } = await sql<Meal>`
    select o.enough, o.helpers, o.kind, o.cost_cents, o.currency, o.order_on::text as order_on, o.ordered
    from numbers.meal o where o.group_id = ${group_id} and o.event_id = ${event_id}`.execute(db);
  return rows[0] ?? null;
}

/** The evenings, as one JSON column. `except`: the one they are to say something about. */
function countedSql(group_id: Id<'groups.group'>, except: Id<'events.event'>, days_left: number) {
  return sql`
    select coalesce(json_agg(c order by c.starts_at), '[]') from (${countedRows(group_id, except, days_left)}) c`;
}

/** The evenings as rows, the newest sixty; `event_id` is null for those that were elsewhere. */
export function countedRows(group_id: Id<'groups.group'>, except: Id<'events.event'> | null, days_left: number) {
  const minutes = Math.max(0, Math.round(days_left * 1440));
  return sql`
    with here as (
      select e.event_id, e.event_id::text as night, e.title, e.starts_at, e.ends_at, e.zone, e.posture, e.kind = 'online' as online,
        u.signed_up, m.came, m.food_left, o.ordered, coalesce(o.helpers, 0) as helpers,
        case when s.heads > 0 then round(s.now * u.signed_up::numeric / s.heads)::int end as now,
        case when s.heads > 0 then round(s.week_before * u.signed_up::numeric / s.heads)::int end as week_before
      from events.morning_after m
      join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
      join events.tally t on t.group_id = m.group_id and t.event_id = m.event_id and t.class = 'seat'
      left join numbers.meal o on o.group_id = m.group_id and o.event_id = m.event_id
      cross join lateral (
        select coalesce(sum(n.party) filter (where not n.is_offered), 0)::int as heads,
          coalesce(sum(n.party) filter (where n.is_offered), 0)::int as offered,
          coalesce(sum(n.party) filter (where not n.is_offered
            and n.asked_at <= e.starts_at - make_interval(mins => ${minutes})), 0)::int as now,
          coalesce(sum(n.party) filter (where not n.is_offered
            and n.asked_at <= e.starts_at - make_interval(mins => ${minutes + 7 * 1440})), 0)::int as week_before
        from (
          select party, asked_at, state = 'offered' as is_offered from events.enrolment
          where group_id = e.group_id and event_id = e.event_id and state = any(array_append(${seatStates}::text[], 'offered'))
          union all
          select party, added_at, false from events.elsewhere where group_id = e.group_id and event_id = e.event_id
        ) n
      ) s
      -- Whoever was forgotten since had signed up all the same: the tally of an evening that is over knows of them, and they are
      -- taken to have asked when the others did.
      cross join lateral (select greatest(s.heads, t.taken - s.offered) as signed_up) u
      where m.group_id = ${group_id} and m.came is not null and m.door_list <> 'no' and u.signed_up > 0
        and (${except}::uuid is null or e.event_id <> ${except})
    ), elsewhere as (
      -- Nobody says at what hour: an evening is taken to begin at six.
      select null::uuid as event_id, x.held_on::text as night, x.title, (x.held_on + time '18:00') at time zone g.zone as starts_at,
        (x.held_on + time '21:00') at time zone g.zone as ends_at, g.zone, x.posture, false as online,
        x.signed_up, x.came, null as food_left, null::int as ordered, 0 as helpers, null::int as now, null::int as week_before
      from numbers.past_evening x join groups."group" g on g.group_id = x.group_id
      where x.group_id = ${group_id} and x.came is not null and x.signed_up > 0
        and not exists (select 1 from here h where (h.starts_at at time zone h.zone)::date = x.held_on)
        and not exists (select 1 from events.event e
          where e.group_id = ${group_id} and e.event_id = ${except} and (e.starts_at at time zone e.zone)::date = x.held_on)
    )
    select event_id, night, title, (extract(epoch from starts_at) * 1000)::float8 as starts_at,
      (extract(epoch from ends_at) * 1000)::float8 as ends_at, zone, posture, online,
      signed_up, came, food_left, ordered, helpers, now, week_before
    from (select * from here union all select * from elsewhere) both_kinds
    order by starts_at desc limit ${MOST_EVENINGS}`;
}
