// Writes imported evenings, any number with two statements.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { PastEvent } from './read-events.ts';

/** Where the ids of imported evenings come from. */
export const SOURCE = 'meetup.com';

export type EventRow = PastEvent & {
  group_id: Id<'groups.group'>;
  event_id: Id<'events.event'>;
  slug: string;
  language: string;
  zone: string;
};

/**
 * Makes those that are not here, and changes of the others what the file says otherwise; a slug stays. The answer says which
 * by group and key (`<group_id> <source_key>`); the rest was the same. No key may come twice.
 */
export async function writeEvents(
  tx: Tx,
  now: Instant,
  rows: readonly EventRow[],
): Promise<Map<string, 'made' | 'changed'>> {
  if (rows.length === 0) return new Map();
  const list = <T>(of: (row: EventRow) => T) => rows.map(of);
  const { rows: written } = await sql<{ group_id: string; event_id: string; source_key: string; going: number }>`
    insert into events.event as e (group_id, event_id, slug, title, about, language, stage, kind, starts_at, ends_at, zone,
      opens_at, closes_at, place_name, place_address, created_at, announced_at, opened_at, cancelled_at, source, source_key,
      source_url, past_going, past_waiting)
    select group_id, event_id, slug, title, about, language, stage, kind, starts_at, ends_at, zone, opens_at, starts_at,
      place_name, place_address, ${new Date(now.epochMilliseconds)}::timestamptz, opens_at, opens_at,
      case when stage = 'cancelled' then starts_at end, ${SOURCE}::text, source_key, source_url, past_going, past_waiting
    from unnest(
      ${list((row) => row.group_id)}::uuid[], ${list((row) => row.event_id)}::uuid[], ${list((row) => row.slug)}::text[],
      ${list((row) => row.title)}::text[], ${list((row) => row.about)}::text[], ${list((row) => row.language)}::text[],
      ${list((row) => (row.is_cancelled ? 'cancelled' : 'closed'))}::text[], ${list((row) => row.kind)}::text[],
      ${list((row) => row.starts_at)}::timestamptz[], ${list((row) => row.ends_at)}::timestamptz[],
      ${list((row) => row.zone)}::text[], ${list((row) => row.opens_at)}::timestamptz[],
      ${list((row) => row.place_name)}::text[], ${list((row) => row.place_address)}::text[],
      ${list((row) => row.source_key)}::text[], ${list((row) => row.source_url)}::text[],
      ${list((row) => row.past_going)}::int[], ${list((row) => row.past_waiting)}::int[]
    ) as r(group_id, event_id, slug, title, about, language, stage, kind, starts_at, ends_at, zone, opens_at, place_name,
      place_address, source_key, source_url, past_going, past_waiting)
    on conflict (group_id, source, source_key) do update set
      title = excluded.title, about = excluded.about, stage = excluded.stage, kind = excluded.kind,
      starts_at = excluded.starts_at, ends_at = excluded.ends_at, zone = excluded.zone, opens_at = excluded.opens_at,
      closes_at = excluded.closes_at, place_name = excluded.place_name, place_address = excluded.place_address,
      cancelled_at = excluded.cancelled_at, source_url = excluded.source_url, past_going = excluded.past_going,
      past_waiting = excluded.past_waiting
    where (e.title, e.about, e.stage, e.kind, e.starts_at, e.ends_at, e.zone, e.opens_at, e.place_name, e.place_address,
        e.source_url, e.past_going, e.past_waiting)
      is distinct from (excluded.title, excluded.about, excluded.stage, excluded.kind, excluded.starts_at, excluded.ends_at,
        excluded.zone, excluded.opens_at, excluded.place_name, excluded.place_address, excluded.source_url,
        excluded.past_going, excluded.past_waiting)
    returning e.group_id, e.event_id, e.source_key, coalesce(e.past_going, 0) as going`.execute(tx);
  // Seats offered: as many as were taken. It counts no one, so that nothing here says somebody sits who is not enrolled.
  await sql`
    insert into events.tally as t (group_id, event_id, cap)
    select * from unnest(${written.map((row) => row.group_id)}::uuid[], ${written.map((row) => row.event_id)}::uuid[],
      ${written.map((row) => row.going)}::int[])
    on conflict (group_id, event_id, class) do update set cap = excluded.cap where t.cap <> excluded.cap`.execute(tx);
  const fresh = new Set<string>(rows.map((row) => row.event_id));
  return new Map(
    written.map((row) => [`${row.group_id} ${row.source_key}`, fresh.has(row.event_id) ? 'made' : 'changed'] as const),
  );
}
