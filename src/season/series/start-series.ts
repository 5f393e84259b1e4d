// Starts a series, with its first evenings as drafts; evenings that stand on its days already become part of it.
import { sql } from 'kysely';
import type { EventKey } from '#events';
import { audit } from '#groups';
import { type Id, newId } from '#kit/id.ts';
import { isMostlyLatin, slugText } from '#kit/slug-text.ts';
import type { Tx } from '#kit/tables.ts';
import { type Instant, instantOf, wallClock } from '#kit/time.ts';
import type { Pattern } from '../pattern.ts';
import { daysOf } from '../rhythm.ts';
import type { SeriesKey } from './read-series.ts';
import type { SeriesPlan } from './series-days.ts';
import { topUp } from './top-up.ts';

/** So many evenings to come are always there, unless told otherwise. */
export const AHEAD = 3;

export type SeriesDraft = Omit<SeriesPlan, 'ahead'> & {
  title: string;
  about: string;
  pattern: Pattern;
  template: string | null;
};
type Group = { group_id: Id<'groups.group'>; language: string };

/** Writes the series and makes its first evenings. The group's law was asked before. */
export async function startSeries(
  tx: Tx,
  group: Group,
  actor: { person_id: Id<'people.person'> },
  now: Instant,
  { rhythm, pattern, ...draft }: SeriesDraft,
): Promise<SeriesKey & { slug: string; made: number }> {
  const key = { group_id: group.group_id, series_id: newId<'season.series'>() };
  const slug = await freeSlug(tx, group, draft.title, key.series_id);
  await tx
    .insertInto('season.series')
    .values({
      ...key,
      ...draft,
      slug,
      rhythm: JSON.stringify(rhythm),
      pattern: JSON.stringify(pattern),
      ahead: AHEAD,
      made_at: new Date(now.epochMilliseconds),
      made_by: actor.person_id,
      ended_at: null,
    })
    .execute();
  const about = { series: slug, title: draft.title };
  await audit(tx, { group_id: group.group_id, actor, what: 'season.series.started', about, now });
  await takeIn(tx, key, { rhythm, ...draft }, now);
  return { ...key, slug, made: await topUp(tx, key, now) };
}

/** Evenings to come that are in no series and stand on one of its days: nobody wants a second one that night. */
async function takeIn(tx: Tx, key: SeriesKey, plan: Omit<SeriesPlan, 'ahead'>, now: Instant): Promise<void> {
  const { rows } = await sql<EventKey & { starts_at: Date; zone: string }>`
    select e.group_id, e.event_id, e.starts_at, e.zone from events.event e
    left join season.evening v on v.group_id = e.group_id and v.event_id = e.event_id
    where e.group_id = ${key.group_id} and e.starts_at > ${new Date(now.epochMilliseconds)} and e.stage <> 'cancelled'
      and v.series_id is null
    order by e.starts_at limit 100`.execute(tx);
  const byDay = new Map(rows.map((event) => [wallClock(instantOf(event.starts_at), event.zone).date, event]));
  const last = [...byDay.keys()].at(-1);
  if (last === undefined) return;
  for (const day of daysOf(plan.rhythm, plan.starts_on)) {
    if (day > last || (plan.ends_on !== null && day > plan.ends_on)) return;
    const event = byDay.get(day);
    if (!event) continue;
    const of = { series_id: key.series_id, series_on: day };
    await tx
      .insertInto('season.evening')
      .values({ group_id: key.group_id, event_id: event.event_id, template: null, ...of })
      .onConflict((on) => on.columns(['group_id', 'event_id']).doUpdateSet(of))
      .execute();
  }
}

async function freeSlug(tx: Tx, { group_id, language }: Group, title: string, id: string): Promise<string> {
  const base = (isMostlyLatin(title) && slugText(title, language)) || `series-${id.slice(-8)}`;
  const rows = await tx
    .selectFrom('season.series')
    .select('slug')
    .where('group_id', '=', group_id)
    .where('slug', 'like', `${base}%`)
    .execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}
