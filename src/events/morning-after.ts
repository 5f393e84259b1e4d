// Reads of the morning after: what the organisers noted of an evening, what they wanted to remember, what is still to note.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { ASK_DAYS } from './morning-rules.ts';
import type { DoorList, FoodLeft } from './tables.ts';
import type { EventKey } from './take-seats.ts';

export type MorningAfter = {
  door_list: DoorList;
  /** Roughly how many came; null where nobody said. Only reliable with a complete door list. */
  came: number | null;
  food_left: FoodLeft | null;
  /** For next time; for organisers alone. */
  remember: string;
  answered_at: Date;
  changed_at: Date;
};

/** What was noted of one evening; `null` while nobody has. */
export async function morningAfterOf(db: Db | Tx, event: EventKey): Promise<MorningAfter | null> {
  const row = await db
    .selectFrom('events.morning_after')
    .select(['door_list', 'came', 'food_left', 'remember', 'answered_at', 'changed_at'])
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .executeTakeFirst();
  return row ?? null;
}

/** What an evening left for the next one. */
export type EveningNote = Pick<MorningAfter, 'door_list' | 'came' | 'food_left' | 'remember'> & {
  event_id: Id<'events.event'>;
  slug: string;
  title: string;
  starts_at: Date;
  zone: string;
};

/**
 * Notes for next time of a group's evenings, the latest first: those with something to remember or a word on the food. `of`
 * asks for one evening's alone. For organisers: the law is the caller's. One statement.
 */
export async function notesFor(
  db: Db | Tx,
  group: { group_id: Id<'groups.group'> },
  options: { of?: Id<'events.event'>; most?: number } = {},
): Promise<EveningNote[]> {
  const { rows } = await sql<EveningNote>`
    select e.event_id, e.slug, e.title, e.starts_at, e.zone, m.door_list, m.came, m.food_left, m.remember
    from events.morning_after m join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
    where m.group_id = ${group.group_id} and (m.remember <> '' or m.food_left <> 'no_food')
      and (${options.of ?? null}::uuid is null or m.event_id = ${options.of ?? null}::uuid)
    order by e.starts_at desc limit ${options.most ?? 3}`.execute(db);
  return rows;
}

export type UnnotedEvening = EventKey & {
  slug: string;
  title: string;
  starts_at: Date;
  ends_at: Date;
  zone: string;
};

/** The last evening of a group that is over and that nobody has noted anything of, for two weeks; drafts, cancelled ones and the archive are left in peace. */
export async function unnotedEvening(
  db: Db | Tx,
  group_id: Id<'groups.group'>,
  now: Instant,
): Promise<UnnotedEvening | null> {
  const { rows } = await sql<UnnotedEvening>`
    select e.group_id, e.event_id, e.slug, e.title, e.starts_at, e.ends_at, e.zone from events.event e
    where e.group_id = ${group_id} and ${isUnnoted(now)} order by e.ends_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Such evenings of all groups that ended before `before`, for the mail of the next day. */
export async function unnotedEvenings(db: Db | Tx, now: Instant, before: Instant): Promise<UnnotedEvening[]> {
  const { rows } = await sql<UnnotedEvening>`
    select e.group_id, e.event_id, e.slug, e.title, e.starts_at, e.ends_at, e.zone from events.event e
    where e.ends_at <= ${new Date(before.epochMilliseconds)} and ${isUnnoted(now)}
    order by e.ends_at limit 500`.execute(db);
  return rows;
}

/** Starts within the span an index knows; nothing planned as one evening lasts longer than half a day. */
function isUnnoted(now: Instant) {
  const at = now.epochMilliseconds;
  const since = new Date(at - ASK_DAYS * 86_400_000);
  return sql`e.stage not in ('draft', 'cancelled') and e.source is null
    and e.starts_at > ${new Date(since.getTime() - 43_200_000)} and e.starts_at <= ${new Date(at)}
    and e.ends_at > ${since} and e.ends_at <= ${new Date(at)}
    and not exists (select from events.morning_after m where m.group_id = e.group_id and m.event_id = e.event_id)`;
}
