// Reads what a signed-in person's first page shows: their evenings, their groups, what is on near them.
import { type RawBuilder, sql } from 'kysely';
import type { ListedEvent } from '#events';
import type { Group, Role } from '#groups';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { eveningsOn, isAhead, unseen } from './coming.ts';
import { groupOf, listedColumns, listedOf } from './find-evenings.ts';

type Asking = { person_id: Id<'people.person'>; zone: string | null };

const MINE_MOST = 20;
const NEAR_MOST = 8;
const GROUPS_MOST = 30;
/** However many of them are mine, enough are left. */
const SOONEST = MINE_MOST + NEAR_MOST;
const NEAR_GROUPS = 20;
/** Days for which the first page asks how an evening was; its own page and a mail ask longer. */
const HOW_WAS_IT_DAYS = 4;

export type HomeEvenings = {
  /** A seat, a place on the waitlist, or an interest; soonest first. */
  mine: ListedEvent[];
  /** Of my groups, then in their countries and zones or in mine, then anywhere; chosen in that order, shown soonest first. */
  near: ListedEvent[];
  /** False when none of `near` has anything to do with where the person's groups are, or the person. */
  is_near: boolean;
};

/**
 * Near is found among the soonest evenings of all, and the next ones of so many groups of the same country: enough of them are
 * near where there are many groups, and where there are few these are all. One statement, whose cost does not grow with either.
 */
export async function homeEvenings(db: Db | Tx, { person_id, zone }: Asking, now: Instant): Promise<HomeEvenings> {
  const at = new Date(now.epochMilliseconds);
  const who = sql`(select ${person_id}::uuid)`;
  const soon = (from: RawBuilder<unknown>, time: RawBuilder<boolean>) => sql`(
    select e.group_id, e.event_id, e.starts_at from ${from} e where ${time} order by e.starts_at limit ${sql.lit(SOONEST)})`;
  const ofGroup = sql`
    select e.group_id, e.event_id, e.starts_at from events.event e
    where e.group_id = g.group_id and e.ends_at > ${unseen(at)} and e.stage in ('announced', 'open', 'closed')
    order by e.starts_at limit ${sql.lit(NEAR_MOST)}`;
  const { rows } = await sql<ListedEvent & { is_mine: boolean; distance: number }>`/*site.home*/
    with mygroup as (
      select g.group_id, g.country, g.zone from groups."group" g
      where g.group_id in (
        select group_id from groups.member where person_id = ${who}
        union select group_id from groups.organiser where person_id = ${who})
    ), mine as materialized (
      select m.group_id, m.event_id, m.state, true as is_mine, 0 as distance
      from events.enrolment m join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
      where m.person_id = ${who} and m.state <> 'released'
        and e.ends_at > ${unseen(at)} and e.stage <> 'draft'
      order by e.starts_at limit ${sql.lit(MINE_MOST)}
    ), soon as materialized (
      ${soon(eveningsOn(at), sql`true`)} union all ${soon(sql`events.event`, isAhead(at))}
    ), of_mine as (
      select c.* from mygroup g cross join lateral (${ofGroup}) c
    ), of_place as (
      select c.* from (
        select group_id from groups."group" where country in (select country from mygroup) limit ${sql.lit(NEAR_GROUPS)}) g
      cross join lateral (${ofGroup}) c
    ), near as (
      select e.group_id, e.event_id, null as state, false as is_mine,
        case when e.group_id in (select group_id from mygroup) then 0
          when g.country in (select country from mygroup) or g.zone in (select zone from mygroup) or g.zone = ${zone} then 1
          else 2 end as distance
      from (select * from of_mine union select * from of_place union select * from soon) e
      cross join lateral ${groupOf} g
      where not exists (select from mine where mine.group_id = e.group_id and mine.event_id = e.event_id)
      order by distance, e.starts_at, e.event_id limit ${sql.lit(NEAR_MOST)}
    )
    select ${listedColumns}, c.state as mine, c.is_mine, c.distance
    from (select * from mine union all select * from near) c
    ${listedOf}
    order by e.starts_at, e.event_id`.execute(db);
  const near = rows.filter((row) => !row.is_mine);
  const close = near.filter(({ distance }) => distance < 2);
  // What is far away fills the list only when nothing is near.
  return { mine: rows.filter((row) => row.is_mine), near: close.length > 0 ? close : near, is_near: close.length > 0 };
}

export type NextEvening = {
  slug: string;
  title: string;
  starts_at: Date;
  ends_at: Date;
  zone: string;
  stage: string;
  cap: number;
  taken: number;
};

export type MyGroup = Pick<
  Group,
  'group_id' | 'slug' | 'name' | 'place' | 'zone' | 'language' | 'color' | 'mark_kind' | 'mark_hash'
> & {
  role: Role | null;
  /** The first evening to come that is announced, and the first that is still a draft. */
  next: NextEvening | null;
  draft: NextEvening | null;
  /** For its organisers: what was on last, while nobody has noted how it was. */
  been: Pick<NextEvening, 'slug' | 'title'> | null;
};

type Kept = Omit<MyGroup, 'next' | 'draft'> & { next: Written | null; draft: Written | null };
type Written = Omit<NextEvening, 'starts_at' | 'ends_at'> & { starts_at: string; ends_at: string };

/** Groups a person runs, then those they belong to, each with what is next in it. One statement. */
export async function myGroups(db: Db | Tx, { person_id }: Asking, now: Instant): Promise<MyGroup[]> {
  const at = new Date(now.epochMilliseconds);
  const who = sql`(select ${person_id}::uuid)`;
  const evening = (stages: readonly string[]) => sql`
    select json_build_object('slug', e.slug, 'title', e.title, 'starts_at', e.starts_at, 'ends_at', e.ends_at,
      'zone', e.zone, 'stage', e.stage, 'cap', t.cap, 'taken', t.taken) as evening, e.starts_at
    from events.event e
    join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'
    where e.group_id = g.group_id and e.ends_at > ${unseen(at)} and e.stage = any((select ${stages}::text[])::text[])
    order by e.starts_at limit 1`;
  const since = new Date(at.getTime() - HOW_WAS_IT_DAYS * 86_400_000);
  const { rows } = await sql<Kept>`/*site.my-groups*/
    select g.group_id, g.slug, g.name, g.place, g.zone, g.language, g.color, g.mark_kind, g.mark_hash, o.role,
      n.evening as next, d.evening as draft, b.evening as been
    from groups."group" g
    left join groups.member m on m.group_id = g.group_id and m.person_id = ${who}
    left join groups.organiser o on o.group_id = g.group_id and o.person_id = ${who}
    left join lateral (${evening(['announced', 'open', 'closed'])}) n on true
    left join lateral (${evening(['draft'])}) d on o.role in ('owner', 'organiser')
    left join lateral (
      select json_build_object('slug', e.slug, 'title', e.title) as evening from events.event e
      where e.group_id = g.group_id and e.ends_at > ${unseen(since)} and e.ends_at <= ${unseen(at)}
        and e.stage in ('announced', 'open', 'closed') and e.source is null and not exists (
          select from events.morning_after m where m.group_id = e.group_id and m.event_id = e.event_id)
      order by e.ends_at desc limit 1) b on o.role in ('owner', 'organiser')
    where g.group_id in (
      select group_id from groups.member where person_id = ${who}
      union select group_id from groups.organiser where person_id = ${who})
    order by o.role is null, n.starts_at nulls last, g.name_key, g.group_id
    limit ${sql.lit(GROUPS_MOST)}`.execute(db);
  return rows.map(({ next, draft, ...group }) => ({ ...group, next: read(next), draft: read(draft) }));
}

function read(evening: Written | null): NextEvening | null {
  return evening && { ...evening, starts_at: new Date(evening.starts_at), ends_at: new Date(evening.ends_at) };
}
