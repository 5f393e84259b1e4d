// Finds evenings by words and place over all groups.
import { sql } from 'kysely';
import type { ListedEvent } from '#events';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { readCursor, type Search, writeCursor } from './forms.ts';
import { eveningIsClose, eveningMatches } from './match.ts';
import { searchWords } from './rules.ts';

export type FoundEvenings = {
  evenings: ListedEvent[];
  /** Nothing has these words; these come close to them. */
  are_close: boolean;
  /** Where the next page begins. */
  next: string | null;
};

/** What a list of evenings shows of each; `e`, `g` and `t` are evening, group and tally. */
export const listedColumns = sql.raw(
  `e.group_id, e.event_id, e.slug, e.title, e.stage, e.kind, e.starts_at, e.ends_at, e.zone, e.opens_at, e.closes_at,
  e.place_name, e.past_going, t.cap, t.taken, t.waiting,
  json_build_object('group_id', g.group_id, 'slug', g.slug, 'name', g.name, 'color', g.color, 'language', g.language,
    'place', g.place, 'country', g.country, 'mark_kind', g.mark_kind, 'mark_hash', g.mark_hash, 'state', g.state,
    'conduct_version', g.conduct_version) as grp`,
);

/** Close matches are few and unsure: one page of them is enough. */
const CLOSE_MOST = 20;

/**
 * Public evenings with every word of the search in their title, text or place or in their group's name, place or country; when
 * there is none, those that come close. To come: soonest first; those that were: latest first. One statement.
 */
export async function findEvenings(db: Db | Tx, search: Search, now: Instant, most = 40): Promise<FoundEvenings> {
  const coming = search.when === 'coming';
  const words = searchWords(search.q);
  const after = readCursor(search.after, 0);
  const at = new Date(now.epochMilliseconds);

  const time = coming
    ? sql`e.ends_at > ${at} and e.stage in ('announced', 'open', 'closed')`
    : sql`e.ends_at <= ${at} and e.stage <> 'draft'`;
  const country = search.country ? sql`g.country = ${search.country}` : sql`true`;
  const from = sql`events.event e join groups."group" g on g.group_id = e.group_id`;
  const order = coming ? sql`starts_at, event_id` : sql`starts_at desc, event_id desc`;
  const key = after && sql`(${new Date(after.rank)}::timestamptz, ${after.id}::uuid)`;
  const page = key
    ? coming
      ? sql`(e.starts_at, e.event_id) > ${key}`
      : sql`(e.starts_at, e.event_id) < ${key}`
    : sql`true`;
  const close =
    words.length > 0 && !after
      ? sql`union all (
          select e.group_id, e.event_id, e.starts_at, true from ${from}
          where not exists (select from exact) and ${time} and ${country} and ${eveningIsClose(words)}
          order by ${order} limit ${CLOSE_MOST})`
      : sql``;

  const { rows } = await sql<ListedEvent & { is_close: boolean }>`
    with exact as materialized (
      select e.group_id, e.event_id, e.starts_at, false as is_close from ${from}
      where ${time} and ${country} and ${page} and ${eveningMatches(words)}
      order by ${order} limit ${most + 1}
    ), found as (select * from exact ${close})
    select ${listedColumns}, null as mine, f.is_close
    from found f
    join events.event e on e.group_id = f.group_id and e.event_id = f.event_id
    join groups."group" g on g.group_id = e.group_id
    join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'
    order by ${coming ? sql`e.starts_at, e.event_id` : sql`e.starts_at desc, e.event_id desc`}`.execute(db);

  const evenings = rows.slice(0, most);
  const last = evenings.at(-1);
  return {
    evenings,
    are_close: rows[0]?.is_close ?? false,
    next: rows.length > most && last && !last.is_close ? writeCursor([last.starts_at.getTime(), last.event_id]) : null,
  };
}

/** Countries that have groups, for the list to choose from. One statement. */
export async function countriesOfGroups(db: Db | Tx): Promise<string[]> {
  const rows = await db
    .selectFrom('groups.group')
    .select('country')
    .distinct()
    .where('country', 'is not', null)
    .execute();
  return rows.map(({ country }) => country as string);
}
