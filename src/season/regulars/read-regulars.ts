// Series as guests see them: their evenings to come, whose they are, and which somebody joined. Reads.
import { sql } from 'kysely';
import type { Event } from '#events';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import { patternShape } from '../pattern.ts';
import { type Rhythm, rhythmShape } from '../rhythm.ts';
import { type SeriesKey, seriesOf, seriesText } from '../series/read-series.ts';

/** A series in a list: enough to say what it is and lead there. */
export type ListedSeries = {
  slug: string;
  title: string;
  rhythm: Rhythm;
  pattern: { starts: string };
  is_regular: boolean;
  group: string;
  group_name: string;
  language: string;
};

type Raw = Parameters<typeof seriesOf>[0] & Pick<ListedSeries, 'is_regular' | 'group' | 'group_name' | 'language'>;

const columns = sql.raw(seriesText);

function listed(rows: readonly Raw[]): ListedSeries[] {
  return rows.map((row) => {
    const { is_regular, group, group_name, language } = row;
    const { slug, title, rhythm, pattern } = seriesOf(row);
    return { slug, title, rhythm, pattern, is_regular, group, group_name, language };
  });
}

/** Its evenings everybody may know of: not over by more than a year, soonest first. One statement. */
export async function publicEvenings(db: Db | Tx, { group_id, series_id }: SeriesKey, now: Date): Promise<Event[]> {
  const { rows } = await sql<Event>`
    select e.* from season.evening v
    join events.event e on e.group_id = v.group_id and e.event_id = v.event_id
    where v.group_id = ${group_id} and v.series_id = ${series_id} and e.stage <> 'draft'
      and e.starts_at > ${new Date(now.getTime() - 365 * 86_400_000)}
    order by e.starts_at limit 300`.execute(db);
  return rows;
}

/** Series of a group that go on and are no secret. One statement. */
export async function seriesOfGroup(
  db: Db | Tx,
  group_id: Id<'groups.group'>,
  person_id: Id<'people.person'> | null,
): Promise<ListedSeries[]> {
  const { rows } = await sql<Raw>`
    select ${columns}, g.slug as "group", g.name as group_name, g.language, r.person_id is not null as is_regular
    from season.series s join groups."group" g on g.group_id = s.group_id
    left join season.regular r on r.group_id = s.group_id and r.series_id = s.series_id and r.person_id = ${person_id}::uuid
    where s.group_id = ${group_id} and s.ended_at is null and exists (
      select from season.evening v join events.event e on e.group_id = v.group_id and e.event_id = v.event_id
      where v.group_id = s.group_id and v.series_id = s.series_id and e.stage <> 'draft')
    order by s.made_at, s.series_id limit 20`.execute(db);
  return listed(rows);
}

/** What is read along with an evening of the series it belongs to, as it stands in the table. */
export type SeriesAlong = Pick<Raw, 'slug' | 'title' | 'rhythm' | 'pattern'>;

/** For an evening `e`: a `SeriesAlong` of a series that goes on. */
export const seriesAlong = `
  (select json_build_object('slug', s.slug, 'title', s.title, 'rhythm', s.rhythm, 'pattern', s.pattern)
    from season.evening v join season.series s on s.group_id = v.group_id and s.series_id = v.series_id
    where v.group_id = e.group_id and v.event_id = e.event_id and s.ended_at is null)`;

/** The same checked, for a list that says nothing of who joined. */
export function listedAlong(
  { slug, title, rhythm, pattern }: SeriesAlong,
  group: { slug: string; name: string; language: string },
): ListedSeries {
  const checked = { rhythm: rhythmShape.parse(rhythm), pattern: patternShape.parse(pattern) };
  return {
    slug,
    title,
    ...checked,
    is_regular: false,
    group: group.slug,
    group_name: group.name,
    language: group.language,
  };
}

/** What somebody joined, over all groups. One statement. */
export async function seriesOfPerson(db: Db | Tx, person_id: Id<'people.person'>): Promise<ListedSeries[]> {
  const { rows } = await sql<Raw>`
    select ${columns}, g.slug as "group", g.name as group_name, g.language, true as is_regular
    from season.regular r
    join season.series s on s.group_id = r.group_id and s.series_id = r.series_id
    join groups."group" g on g.group_id = s.group_id
    where r.person_id = ${person_id} and s.ended_at is null order by s.title, s.series_id limit 100`.execute(db);
  return listed(rows);
}
