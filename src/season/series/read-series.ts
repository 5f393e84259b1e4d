// A series as it stands: reads, with its rhythm and pattern checked on the way out of the table.
import { sql } from 'kysely';
import type { Event } from '#events';
import type { Group, Role } from '#groups';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import { type Pattern, patternShape } from '../pattern.ts';
import { rhythmShape } from '../rhythm.ts';
import type { MadeDay, SeriesPlan } from './series-days.ts';

export type SeriesKey = { group_id: Id<'groups.group'>; series_id: Id<'season.series'> };

export type Series = SeriesKey &
  SeriesPlan & {
    slug: string;
    title: string;
    /** The text of each of its evenings. */
    about: string;
    pattern: Pattern;
    template: string | null;
    ended_at: Date | null;
  };

/** One of its evenings, with what organisers must know of it. */
export type SeriesEvening = {
  event_id: Id<'events.event'>;
  series_on: string;
  slug: string;
  title: string;
  stage: Event['stage'];
  starts_at: Date;
  zone: string;
};

type Raw = Omit<Series, 'rhythm' | 'pattern'> & { rhythm: unknown; pattern: unknown };

/** Every column of a series `s`. */
export const seriesText = `
  s.group_id, s.series_id, s.slug, s.title, s.about, s.rhythm, s.pattern, s.template, s.starts_on::text as starts_on,
  s.ends_on::text as ends_on, s.most, s.ahead, s.ended_at`;
const columns = sql.raw(seriesText);

/** Reads rhythm and pattern; throws for what is neither, which only a broken table holds. */
export function seriesOf({ rhythm, pattern, ...rest }: Raw): Series {
  return { ...rest, rhythm: rhythmShape.parse(rhythm), pattern: patternShape.parse(pattern) };
}

/** Takes hold of a series until `tx` ends, so that its evenings are made once; undefined when there is none. */
export async function lockSeries(tx: Tx, { group_id, series_id }: SeriesKey): Promise<Series | undefined> {
  const { rows } = await sql<Raw>`
    select ${columns} from season.series s
    where s.group_id = ${group_id} and s.series_id = ${series_id} for no key update`.execute(tx);
  return rows[0] && seriesOf(rows[0]);
}

export type FoundSeries = {
  series: Series;
  group: Group;
  role: Role | null;
  /** The asker joined it. */
  is_regular: boolean;
  /** One of its evenings was announced, so the series is no secret any more. */
  is_public: boolean;
};

/** The series at an address as it stands to whoever asks; undefined for none. One statement. */
export async function seriesAt(
  db: Db | Tx,
  at: { group: string; series: string },
  person_id: Id<'people.person'> | null,
): Promise<FoundSeries | undefined> {
  const { rows } = await sql<Raw & Pick<FoundSeries, 'role' | 'is_regular' | 'is_public'> & { grp: Group }>`
    select ${columns}, to_json(g) as grp, o.role,
      exists (select from season.regular r where r.group_id = s.group_id and r.series_id = s.series_id
        and r.person_id = ${person_id}::uuid) as is_regular,
      exists (select from season.evening v join events.event e on e.group_id = v.group_id and e.event_id = v.event_id
        where v.group_id = s.group_id and v.series_id = s.series_id and e.stage <> 'draft') as is_public
    from groups.slug a
    join groups."group" g on g.group_id = a.group_id
    join season.series s on s.group_id = a.group_id and s.slug = ${at.series}
    left join groups.organiser o on o.group_id = a.group_id and o.person_id = ${person_id}::uuid
    where a.slug = ${at.group}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { grp, role, is_regular, is_public, ...raw } = row;
  return { series: seriesOf(raw), group: grp, role, is_regular, is_public };
}

/** Its evenings, those of the past `days` and all to come, soonest first; and the days left out. One statement. */
export async function eveningsOfSeries(
  db: Db | Tx,
  { group_id, series_id }: SeriesKey,
): Promise<{ evenings: SeriesEvening[]; skips: Set<string> }> {
  const { rows } = await sql<{
    evenings: (Omit<SeriesEvening, 'starts_at'> & { starts_at: string })[] | null;
    skips: string[] | null;
  }>`
    select
      (select json_agg(json_build_object('event_id', e.event_id, 'series_on', v.series_on, 'slug', e.slug, 'title', e.title,
          'stage', e.stage, 'starts_at', e.starts_at, 'zone', e.zone) order by v.series_on)
        from season.evening v join events.event e on e.group_id = v.group_id and e.event_id = v.event_id
        where v.group_id = ${group_id} and v.series_id = ${series_id}) as evenings,
      (select json_agg(skip_on) from season.skip where group_id = ${group_id} and series_id = ${series_id}) as skips`.execute(
    db,
  );
  const { evenings, skips } = rows[0] ?? { evenings: null, skips: null };
  return {
    evenings: (evenings ?? []).map((one) => ({ ...one, starts_at: new Date(one.starts_at) })),
    skips: new Set(skips ?? []),
  };
}

/** What the rules ask of evenings. */
export function madeDays(evenings: readonly SeriesEvening[]): MadeDay[] {
  return evenings.map(({ series_on, stage }) => ({ series_on, is_off: stage === 'cancelled' }));
}
