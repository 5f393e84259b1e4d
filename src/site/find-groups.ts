// Finds groups by words and place: the directory.
import { sql } from 'kysely';
import type { Group } from '#groups';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { readCursor, type Search, writeCursor } from './forms.ts';
import { groupIsClose, groupMatches } from './match.ts';
import { searchWords } from './rules.ts';

export type ListedGroup = Pick<
  Group,
  | 'group_id'
  | 'slug'
  | 'name'
  | 'place'
  | 'country'
  | 'zone'
  | 'language'
  | 'color'
  | 'lead'
  | 'mark_kind'
  | 'mark_hash'
  | 'state'
> & {
  /** When its next evening begins, and when its last one did; on whose clock. */
  next_at: Date | null;
  last_at: Date | null;
  at_zone: string | null;
};

export type FoundGroups = {
  groups: ListedGroup[];
  /** Nothing has these words; these come close to them. */
  are_close: boolean;
  /** How many there are on all pages. */
  total: number;
  /** How many of those with these words are in each country, whichever was asked for. */
  countries: { country: string; n: number }[];
  next: string | null;
};

type Found = {
  groups: (Omit<ListedGroup, 'next_at' | 'last_at'> & {
    next_at: string | null;
    last_at: string | null;
    name_key: string;
    rank: number;
  })[];
  are_close: boolean;
  total: number;
  countries: { country: string; n: number }[];
};

/**
 * Groups with every word of the search in their name, place, country or first sentence; when there is none, those that come
 * close. Those with an evening to come first, soonest first; then by their last one; then by name. One statement.
 */
export async function findGroups(
  db: Db | Tx,
  search: Pick<Search, 'q' | 'country' | 'after'>,
  now: Instant,
  most = 40,
): Promise<FoundGroups> {
  const words = searchWords(search.q);
  const after = readCursor(search.after, 1);
  const at = new Date(now.epochMilliseconds);
  const close =
    words.length > 0
      ? sql`union all
          select g.group_id, g.country, true from groups."group" g
          where not exists (select from exact) and ${groupIsClose(words)}`
      : sql``;

  // A number that puts them in order: seconds to the next evening, then back from the last one, then those without any.
  const { rows } = await sql<Found>`
    with exact as materialized (
      select g.group_id, g.country, false as is_close from groups."group" g where ${groupMatches(words)}
    ), found as materialized (select * from exact ${close}),
    ranked as (
      select g.group_id, g.slug, g.name, g.name_key, g.place, g.country, g.zone, g.language, g.color, g.lead, g.mark_kind,
        g.mark_hash, g.state, n.starts_at as next_at, l.starts_at as last_at,
        coalesce(n.zone, l.zone) as at_zone,
        coalesce(extract(epoch from n.starts_at), 10000000000 - extract(epoch from l.starts_at), 20000000000)::bigint as rank
      from found f
      join groups."group" g on g.group_id = f.group_id
      left join lateral (
        select starts_at, zone from events.event
        where group_id = g.group_id and ends_at > ${at} and stage in ('announced', 'open', 'closed')
        order by starts_at limit 1) n on true
      left join lateral (
        select starts_at, zone from events.event
        where group_id = g.group_id and ends_at <= ${at} and stage not in ('draft', 'cancelled')
        order by starts_at desc limit 1) l on n.starts_at is null
      where ${search.country ? sql`f.country = ${search.country}` : sql`true`}
    ), page as (
      select * from ranked
      where ${after ? sql`(rank, name_key, group_id) > (${after.rank}, ${after.texts[0]}, ${after.id}::uuid)` : sql`true`}
      order by rank, name_key, group_id limit ${most + 1}
    )
    select
      coalesce((select json_agg(p order by rank, name_key, group_id) from page p), '[]') as groups,
      coalesce((select bool_or(is_close) from found), false) as are_close,
      (select count(*) from ranked) as total,
      coalesce((select json_agg(c) from (
        select country, count(*)::int as n from found where country is not null group by country) c), '[]') as countries
  `.execute(db);

  const { groups, ...rest } = rows[0] as Found;
  const shown = groups.slice(0, most);
  const last = shown.at(-1);
  return {
    ...rest,
    groups: shown.map(({ rank: _rank, name_key: _key, ...group }) => ({
      ...group,
      next_at: group.next_at === null ? null : new Date(group.next_at),
      last_at: group.last_at === null ? null : new Date(group.last_at),
    })),
    next: groups.length > most && last ? writeCursor([last.rank, last.name_key, last.group_id]) : null,
  };
}
