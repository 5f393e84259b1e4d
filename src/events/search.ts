// Finds evenings by words and place over all groups.
import { sql } from 'kysely';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { ListedEvent } from './queries.ts';

export type EventSearch = {
  q: string;
  when: 'coming' | 'before';
  country?: string | undefined;
  near?: { latitude: number; longitude: number } | undefined;
};

export const EVENINGS_PER_PAGE = 40;

/**
 * Evenings that are not drafts, by words in title, place, text, or the group's name and place. Soonest first (latest first for
 * those that were); `after` is the last row's `cursor`. One statement.
 */
export async function searchEvents(
  db: Db | Tx,
  search: EventSearch,
  now: Instant,
  after: { at: Date; id: string } | null,
): Promise<{ events: ListedEvent[]; next: { at: Date; id: string } | null }> {
  const at = new Date(now.epochMilliseconds);
  const coming = search.when === 'coming';
  const words = search.q.trim();
  const like = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<ListedEvent>`
    select e.group_id, e.event_id, e.slug, e.title, e.stage, e.kind, e.starts_at, e.ends_at, e.zone, e.opens_at, e.closes_at,
      e.place_name, e.past_going, t.cap, t.taken, t.waiting, null as mine,
      json_build_object('group_id', g.group_id, 'slug', g.slug, 'name', g.name, 'color', g.color, 'language', g.language,
        'place', g.place, 'country', g.country, 'mark_kind', g.mark_kind, 'mark_hash', g.mark_hash, 'state', g.state,
        'conduct_version', g.conduct_version) as grp
    from events.event e
    join groups."group" g on g.group_id = e.group_id
    join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'
    where e.stage <> 'draft' and (e.stage <> 'cancelled' or not ${coming})
      and ${coming ? sql`e.ends_at > ${at}` : sql`e.ends_at <= ${at}`}
      and (${words} = '' or e.search @@ websearch_to_tsquery('simple', ${words})
        or lower(g.name) like ${like} or lower(g.place) like ${like} or lower(e.place_name) like ${like})
      and ${search.country ? sql`g.country = ${search.country}` : sql`true`}
      and ${after === null ? sql`true` : coming ? sql`(e.starts_at, e.event_id) > (${after.at}, ${after.id}::uuid)` : sql`(e.starts_at, e.event_id) < (${after.at}, ${after.id}::uuid)`}
    order by ${coming ? sql`e.starts_at, e.event_id` : sql`e.starts_at desc, e.event_id desc`}
    limit ${EVENINGS_PER_PAGE + 1}`.execute(db);
  const events = rows.slice(0, EVENINGS_PER_PAGE);
  const last = events.at(-1);
  return { events, next: rows.length > EVENINGS_PER_PAGE && last ? { at: last.starts_at, id: last.event_id } : null };
}
