// Reads of this room, as nouns. A page costs one of them.
import { sql } from 'kysely';
import type { Role } from '#groups';
import type { Id } from '#kit/id.ts';
import type { ReadAlong } from '#kit/panels.ts';
import type { Db, Row, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { AgendaType, EnrolmentState } from './tables.ts';
import type { EventKey } from './take-seats.ts';

type Person = Id<'people.person'>;

export type AgendaItem = {
  starts_at: Date;
  minutes: number | null;
  type: AgendaType;
  title: string;
  who: string;
  note: string;
  /** Where its slides are, once somebody typed it in. */
  slides_url: string | null;
};
export type Counts = { cap: number; taken: number; waiting: number };
/** `said`: whether they said yes once more, after they were asked; `null` before. `offered_until`: how long an offer is kept. */
export type MySeat = {
  state: EnrolmentState;
  party: number;
  rank: number | null;
  said: 'confirmed' | 'unanswered' | null;
  ask_first: boolean;
  offered_until: Date | null;
};
/** Seats kept for the asker's address until then, whoever typed it. */
export type MyHold = { party: number; until: Date };
/** The group as an evening's page needs it. */
export type EventGroup = {
  group_id: Id<'groups.group'>;
  slug: string;
  name: string;
  color: string;
  language: string;
  place: string;
  country: string | null;
  mark_kind: 'svg' | 'png' | null;
  mark_hash: string | null;
  state: string;
  conduct_version: number | null;
};
export type Event = Row<'events.event'>;
export type ShownEvent = {
  event: Event;
  group: EventGroup;
  counts: Counts;
  interested: number;
  agenda: AgendaItem[];
  /** What rooms above had read along for their panels. */
  along: Partial<ReadAlong>;
  mine: MySeat | null;
  held: MyHold | null;
  /** The asker's role in the group. */
  role: Role | null;
};

/** Every column of an evening `e` but its search words. */
export const eventText = `
  e.group_id, e.event_id, e.slug, e.title, e.about, e.language, e.stage, e.kind, e.starts_at, e.ends_at, e.zone, e.opens_at,
  e.closes_at, e.place_name, e.place_address, e.place_arrival, e.door_number, e.online_url, e.room_capacity, e.plus_ones, e.posture,
  e.posture_note, e.confirmation, e.sequence, e.created_by, e.created_at, e.announced_at, e.opened_at, e.cancelled_at,
  e.cancelled_why, e.source, e.source_key, e.source_url, e.past_going, e.past_waiting, e.came,
  e.venue_id, e.venue_told`;
/** The group `g` as JSON, an `EventGroup`. */
export const groupText = `
  json_build_object('group_id', g.group_id, 'slug', g.slug, 'name', g.name, 'color', g.color, 'language', g.language,
  'place', g.place, 'country', g.country, 'mark_kind', g.mark_kind, 'mark_hash', g.mark_hash, 'state', g.state,
  'conduct_version', g.conduct_version)`;
const eventColumns = sql.raw(eventText);
const groupObject = sql.raw(groupText);

/** The ids of the evening at an address. */
export async function eventKeyAt(db: Db | Tx, group: string, slug: string): Promise<EventKey | null> {
  const { rows } = await sql<EventKey>`
    /*events.at*/ select e.group_id, e.event_id from groups.slug s join events.event e on e.group_id = s.group_id and e.slug = ${slug}
    where s.slug = ${group}`.execute(db);
  return rows[0] ?? null;
}

/** One evening by its ids, for mails and jobs. */
export async function eventByKey(
  db: Db | Tx,
  { group_id, event_id }: EventKey,
): Promise<{ event: Event; group: EventGroup } | null> {
  const { rows } = await sql<Event & { grp: EventGroup }>`
    /*events.by-key*/ select ${eventColumns}, ${groupObject} as grp
    from events.event e join groups."group" g on g.group_id = e.group_id
    where e.group_id = ${group_id} and e.event_id = ${event_id}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const { grp, ...event } = row;
  return { event, group: grp };
}

/** One person's seat at one evening. */
export async function enrolmentOf(
  db: Db | Tx,
  { group_id, event_id }: EventKey,
  person_id: Person,
): Promise<Row<'events.enrolment'> | undefined> {
  return db
    .selectFrom('events.enrolment')
    .selectAll()
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
}

/** Until when a seat is kept for an address nobody has proved yet; `null` when none is. */
export async function heldUntil(
  db: Db | Tx,
  { group_id, event_id }: EventKey,
  person_id: Person,
  now: Instant,
): Promise<Date | null> {
  const row = await db
    .selectFrom('events.hold')
    .select('until')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .where('person_id', '=', person_id)
    .where('until', '>', new Date(now.epochMilliseconds))
    .executeTakeFirst();
  return row?.until ?? null;
}

/** An evening in a list. */
export type ListedEvent = Pick<
  Event,
  | 'group_id'
  | 'event_id'
  | 'slug'
  | 'title'
  | 'stage'
  | 'kind'
  | 'starts_at'
  | 'ends_at'
  | 'zone'
  | 'opens_at'
  | 'closes_at'
  | 'place_name'
  | 'past_going'
> &
  Counts & { grp: EventGroup; mine: EnrolmentState | null };

const listedColumns = sql.raw(
  `e.group_id, e.event_id, e.slug, e.title, e.stage, e.kind, e.starts_at, e.ends_at, e.zone, e.opens_at, e.closes_at,
  e.place_name, e.past_going, t.cap, t.taken, t.waiting`,
);

/** A group's evenings for its page: those to come (soonest first) and `most` that were (latest first). Drafts for organisers only. */
export async function eventsOfGroup(
  db: Db | Tx,
  group_id: Id<'groups.group'>,
  options: { now: Instant; drafts: boolean; person: Person | null; most?: number },
): Promise<{ coming: ListedEvent[]; before: ListedEvent[] }> {
  const now = new Date(options.now.epochMilliseconds);
  const most = options.most ?? 12;
  const { rows } = await sql<ListedEvent & { is_coming: boolean }>`
    with chosen as (
      (select * from events.event where group_id = ${group_id} and ends_at > ${now}
        and (stage <> 'draft' or ${options.drafts}) order by starts_at limit 30)
      union all
      (select * from events.event where group_id = ${group_id} and ends_at <= ${now} and stage not in ('draft')
        order by starts_at desc limit ${most})
    )
    select ${listedColumns}, ${groupObject} as grp, e.ends_at > ${now} as is_coming, m.state as mine
    from chosen e
    join groups."group" g on g.group_id = e.group_id
    join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'
    left join events.enrolment m on m.group_id = e.group_id and m.event_id = e.event_id and m.person_id = ${options.person}::uuid
    order by e.starts_at, e.event_id`.execute(db);
  return { coming: rows.filter((row) => row.is_coming), before: rows.filter((row) => !row.is_coming).reverse() };
}

/** Evenings everybody may see that are ahead at a venue, soonest first. One statement. */
export async function eventsAtVenue(db: Db | Tx, venue_id: Id<'venues.venue'>, now: Instant): Promise<ListedEvent[]> {
  const { rows } = await sql<ListedEvent>`
    select ${listedColumns}, ${groupObject} as grp, null as mine
    from events.event e
    join groups."group" g on g.group_id = e.group_id
    join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'
    where e.venue_id = ${venue_id} and e.ends_at > ${new Date(now.epochMilliseconds)}
      and e.stage in ('announced', 'open', 'closed')
    order by e.starts_at, e.event_id limit 30`.execute(db);
  return rows;
}

/** Whether the group has planned anything at all. */
export async function hasEvenings(db: Db | Tx, group_id: Id<'groups.group'>): Promise<boolean> {
  const row = await db
    .selectFrom('events.event')
    .select('event_id')
    .where('group_id', '=', group_id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Evenings a person has something to do with, soonest first: to come, or the last `most` that were. */
export async function eventsOfPerson(
  db: Db | Tx,
  person: Person,
  options: { now: Instant; past?: boolean; most?: number },
): Promise<ListedEvent[]> {
  const now = new Date(options.now.epochMilliseconds);
  const { rows } = await sql<ListedEvent>`
    select ${listedColumns}, ${groupObject} as grp, m.state as mine
    from events.enrolment m
    join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
    join groups."group" g on g.group_id = e.group_id
    join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'
    where m.person_id = ${person} and m.state <> 'released'
      and (e.ends_at > ${now}) = ${!options.past}
    order by ${options.past ? sql`e.starts_at desc` : sql`e.starts_at`} limit ${options.most ?? 50}`.execute(db);
  return rows;
}

/** Every evening of a group that is not a draft, for its feeds: the last year and all to come. */
export async function eventsForFeed(db: Db | Tx, group_id: Id<'groups.group'>, now: Instant): Promise<Event[]> {
  const since = new Date(now.epochMilliseconds - 365 * 86_400_000);
  const { rows } = await sql<Event>`
    select ${eventColumns} from events.event e
    where e.group_id = ${group_id} and e.stage <> 'draft' and e.starts_at > ${since}
    order by e.starts_at limit 300`.execute(db);
  return rows;
}

/** Slugs of a group's evenings of one day, to keep a new one apart. */
export async function slugsLike(db: Db | Tx, group_id: Id<'groups.group'>, start: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('events.event')
    .select('slug')
    .where('group_id', '=', group_id)
    .where('slug', 'like', `${start}%`)
    .execute();
  return new Set(rows.map((row) => row.slug));
}
