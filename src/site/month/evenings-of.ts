// The evenings of a month or a day over all groups, each on the day it is where it takes place.
import { type RawBuilder, sql } from 'kysely';
import type { ListedEvent } from '#events';
import type { Db, Tx } from '#kit/tables.ts';
import { Temporal } from '#kit/time.ts';
import { listedColumns } from '../find-evenings.ts';
import { readCursor, type Search, writeCursor } from '../forms.ts';
import { eveningMatches } from '../match.ts';
import { searchWords } from '../rules.ts';
import type { Day, Month } from './calendar.ts';

/** So many of a day stand in the month; the rest is on the day's own page. */
export const DAY_MOST = 4;
/** So many stand on a page of a day. */
const PAGE = 100;

export type MonthEvening = {
  day: Day;
  slug: string;
  title: string;
  starts_at: Date;
  zone: string;
  language: string;
  kind: ListedEvent['kind'];
  place_name: string;
  group_slug: string;
  group_name: string;
  group_place: string;
  /** How many there are on that day. */
  of_day: number;
};

type Filter = Pick<Search, 'q' | 'country'>;

/** The first few of each day, soonest first. One statement, whose rows are no more than `DAY_MOST` for a day. */
export async function eveningsOfMonth(db: Db | Tx, month: Month, filter: Filter): Promise<MonthEvening[]> {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const { rows } = await sql<MonthEvening>`
    with found as (
      select e.group_id, e.event_id, ${localDay} as day,
        row_number() over (partition by ${localDay} order by e.starts_at, e.event_id) as place,
        count(*) over (partition by ${localDay})::int as of_day
      from events.event e join groups."group" g on g.group_id = e.group_id
      where ${between(first, first.add({ months: 1 }))} and ${fits(filter)})
    select f.day::text as day, f.of_day, e.slug, e.title, e.starts_at, e.zone, e.language, e.kind, e.place_name,
      g.slug as group_slug, g.name as group_name, g.place as group_place
    from found f
    join events.event e on e.group_id = f.group_id and e.event_id = f.event_id
    join groups."group" g on g.group_id = e.group_id
    where f.place <= ${DAY_MOST} order by f.day, f.place`.execute(db);
  return rows;
}

/** All of a day, a page at a time, soonest first. One statement. */
export async function eveningsOfDay(
  db: Db | Tx,
  day: Day,
  { after: from, ...filter }: Filter & Pick<Search, 'after'>,
): Promise<{ evenings: ListedEvent[]; next: string | null }> {
  const first = Temporal.PlainDate.from(day);
  const after = readCursor(from, 0);
  const page = after
    ? sql`(e.starts_at, e.event_id) > (${new Date(after.rank)}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  const { rows } = await sql<ListedEvent>`
    select ${listedColumns}, null as mine
    from events.event e join groups."group" g on g.group_id = e.group_id
    join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'
    where ${between(first, first.add({ days: 1 }))} and ${fits(filter)} and ${page}
    order by e.starts_at, e.event_id limit ${PAGE + 1}`.execute(db);
  const evenings = rows.slice(0, PAGE);
  const last = evenings.at(-1);
  return {
    evenings,
    next: rows.length > PAGE && last ? writeCursor([last.starts_at.getTime(), last.event_id]) : null,
  };
}

const localDay = sql`(e.starts_at at time zone e.zone)::date`;

/** On the place's clock; and so that an index finds them, within the hours any clock of the world is away from that. */
function between(first: Temporal.PlainDate, end: Temporal.PlainDate): RawBuilder<boolean> {
  const at = (date: Temporal.PlainDate, hours: number) =>
    new Date(date.toZonedDateTime('UTC').add({ hours }).epochMilliseconds);
  return sql`e.starts_at >= ${at(first, -14)} and e.starts_at < ${at(end, 14)}
    and ${localDay} >= ${first.toString()}::date and ${localDay} < ${end.toString()}::date`;
}

/** What everybody may see and was not called off. */
function fits({ q, country }: Filter): RawBuilder<boolean> {
  return sql`e.stage in ('announced', 'open', 'closed') and ${eveningMatches(searchWords(q))}
    and ${country ? sql`g.country = ${country}` : sql`true`}`;
}
