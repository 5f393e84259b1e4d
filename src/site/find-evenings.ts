// Finds evenings by words and place over all groups.
import { type RawBuilder, sql } from 'kysely';
import type { ListedEvent } from '#events';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { eveningsOn, isAhead, isOn, unseen } from './coming.ts';
import { readCursor, type Search, writeCursor } from './forms.ts';
import { eveningHasWords, eveningIsClose, eveningMatches, groupHasWords } from './match.ts';
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

/** The group of an evening `e`, looked up: for some hundred evenings PostgreSQL would rather read every group there is. */
export const groupOf = sql.raw(`(select * from groups."group" where group_id = e.group_id limit 1)`);

/** Evening, tally and group of each `c`, looked up one by one; `listedColumns` takes from them. */
export const listedOf = sql.raw(`
  cross join lateral (select * from events.event where group_id = c.group_id and event_id = c.event_id limit 1) e
  cross join lateral (
    select * from events.tally where group_id = c.group_id and event_id = c.event_id and class = 'seat' limit 1) t
  cross join lateral (select * from groups."group" where group_id = c.group_id limit 1) g`);

/** Close matches are few and unsure: one page of them is enough. */
const CLOSE_MOST = 20;

/** Words that many evenings have fill a page from among so many, the nearest in time. */
const NEAR = 100;

/** Typing mistakes have no index: they are looked for among so many evenings, the nearest in time. */
const NEAREST = 2000;

/**
 * Public evenings with every word of the search in their title, text or place or in their group's name, place or country, as a
 * part of a longer one too (in the text and the country from its beginning); when there is none at all, those that come close.
 * To come: soonest first; those that were: latest first. One statement, whose cost does not grow with the years; words that fill no page from
 * among the nearest evenings are looked up in indexes.
 */
export async function findEvenings(db: Db | Tx, search: Search, now: Instant, most = 40): Promise<FoundEvenings> {
  const coming = search.when === 'coming';
  const words = searchWords(search.q);
  const after = readCursor(search.after, 0);
  const at = new Date(now.epochMilliseconds);

  const every = sql`events.event`;
  const times = coming
    ? [
        { from: eveningsOn(at), time: isOn(at) },
        { from: every, time: isAhead(at) },
      ]
    : [{ from: every, time: sql`e.ends_at <= ${unseen(at)} and e.starts_at <= ${unseen(at)} and e.stage <> 'draft'` }];
  const country = search.country ? sql`g.country = ${search.country}` : sql`true`;
  const order = coming ? sql`starts_at, event_id` : sql`starts_at desc, event_id desc`;
  const key = after && sql`(${new Date(after.rank)}::timestamptz, ${after.id}::uuid)`;
  const page = key
    ? coming
      ? sql`(e.starts_at, e.event_id) > ${key}`
      : sql`(e.starts_at, e.event_id) < ${key}`
    : sql`true`;

  /** The first of those that meet `condition`, looked up for each time by its own index. */
  const first = (condition: RawBuilder<unknown>) =>
    sql.join(
      times.map(
        ({ from, time }) => sql`(
          select e.group_id, e.event_id, e.starts_at from ${from} e join groups."group" g on g.group_id = e.group_id
          where ${time} and ${country} and ${page} and ${condition} order by ${order} limit ${sql.lit(most + 1)})`,
      ),
      sql` union `,
    );
  /** The first among the nearest in time, which are read with what the condition looks at. */
  const among = (nearest: number, condition: RawBuilder<unknown>, limit: number) => {
    const each = times.map(
      ({ from, time }) => sql`(
        select e.group_id, e.event_id, e.starts_at, e.title, e.place_name, e.search from ${from} e
        where ${time} and ${page} order by ${order} limit ${sql.lit(nearest)})`,
    );
    return sql`
      select e.group_id, e.event_id, e.starts_at
      from (select * from (${sql.join(each, sql` union all `)}) e order by ${order} limit ${sql.lit(nearest)}) e
      cross join lateral ${groupOf} g
      where ${country} and ${condition} order by ${order} limit ${sql.lit(limit)}`;
  };
  const when = sql.join(
    times.map(({ time }) => time),
    sql` or `,
  );
  // `is true` keeps the indexes of times out of it: they would be read from now to the end.
  const indexed = sql`
    select e.group_id, e.event_id, e.starts_at from events.event e join groups."group" g on g.group_id = e.group_id
    where ${eveningHasWords(words)} and ((${when}) and ${page}) is true and ${country}
    union ${first(groupHasWords(words))}`;
  const found =
    words.length === 0
      ? sql`found as (select *, false as is_close from (${first(sql`true`)}) f)`
      : sql`
        near as materialized (${among(NEAR, eveningMatches(words), most + 1)}),
        far as materialized (select * from (${indexed}) f where (select count(*) from near) <= ${sql.lit(most)}),
        close as materialized (
          select * from (${among(NEAREST, eveningIsClose(words), CLOSE_MOST)}) c
          where ${after ? sql`false` : sql`not exists (select from near) and not exists (select from far)`}),
        found as (
          select *, false as is_close from (select * from near union select * from far) f
          union all select *, true from close)`;

  // What most visitors search for; each further word, country or page is another statement, too many to keep plans of.
  const name = words.length <= 1 && !search.country && !after ? sql.raw('/*site.evenings*/') : sql``;

  const { rows } = await sql<ListedEvent & { is_close: boolean }>`${name}
    with ${found}
    select ${listedColumns}, null as mine, c.is_close
    from (select * from found order by ${order} limit ${sql.lit(most + 1)}) c
    ${listedOf}
    order by ${coming ? sql`e.starts_at, e.event_id` : sql`e.starts_at desc, e.event_id desc`}`.execute(db);

  const evenings = rows.slice(0, most);
  const last = evenings.at(-1);
  return {
    evenings,
    are_close: rows[0]?.is_close ?? false,
    next: rows.length > most && last && !last.is_close ? writeCursor([last.starts_at.getTime(), last.event_id]) : null,
  };
}

/** Countries that have groups, for the list to choose from; each is looked up, not every group. One statement. */
export async function countriesOfGroups(db: Db | Tx): Promise<string[]> {
  const { rows } = await sql<{ country: string }>`/*site.countries*/
    with recursive each as (
      select min(country) as country from groups."group" where country is not null
      union all
      select (select min(country) from groups."group" where country > each.country) from each where each.country is not null)
    select country from each where country is not null`.execute(db);
  return rows.map(({ country }) => country);
}
