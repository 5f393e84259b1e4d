// Leaves a day of a series out, takes it back in, and ends a series.
import { discardEvent } from '#events';
import { audit } from '#groups';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { eveningsOfSeries, lockSeries, type Series, type SeriesKey } from './read-series.ts';
import { topUp } from './top-up.ts';

type Actor = { person_id: Id<'people.person'> };
type NoSeries = { refused: 'season.no_such_series' };
/** An evening everybody knows of is called off on its own page, where its guests are told why. */
export type Skipped = { is: 'skipped' | 'back' } | NoSeries | { refused: 'season.announced_already'; slug: string };

/** Leaves `day` out; a draft for it is thrown away, and one more is made at the end instead. */
export async function skipDay(tx: Tx, actor: Actor, key: SeriesKey, day: string, now: Instant): Promise<Skipped> {
  const series = await lockSeries(tx, key);
  if (!series || series.ended_at) return { refused: 'season.no_such_series' };
  const { evenings } = await eveningsOfSeries(tx, key);
  const evening = evenings.find(({ series_on }) => series_on === day);
  if (evening && evening.stage !== 'draft') return { refused: 'season.announced_already', slug: evening.slug };
  await addSkip(tx, key, day, now);
  if (evening) await discardEvent(tx, { group_id: key.group_id, event_id: evening.event_id }, now);
  await topUp(tx, key, now);
  await log(tx, actor, series, 'season.series.skipped', now, { day });
  return { is: 'skipped' };
}

/** The day is one of the series again. */
export async function unskipDay(tx: Tx, actor: Actor, key: SeriesKey, day: string, now: Instant): Promise<Skipped> {
  const series = await lockSeries(tx, key);
  if (!series || series.ended_at) return { refused: 'season.no_such_series' };
  await tx
    .deleteFrom('season.skip')
    .where('group_id', '=', key.group_id)
    .where('series_id', '=', key.series_id)
    .where('skip_on', '=', day)
    .execute();
  await topUp(tx, key, now);
  await log(tx, actor, series, 'season.series.unskipped', now, { day });
  return { is: 'back' };
}

/** Notes that there is no evening on `day`. */
export async function addSkip(tx: Tx, { group_id, series_id }: SeriesKey, day: string, now: Instant): Promise<void> {
  await tx
    .insertInto('season.skip')
    .values({ group_id, series_id, skip_on: day, skipped_at: new Date(now.epochMilliseconds) })
    .onConflict((on) => on.doNothing())
    .execute();
}

export type EndedSeries = { is: 'ended'; discarded: number } | NoSeries;

/** No more evenings are made. What is announced stays; drafts to come are thrown away unless they are to stay. */
export async function endSeries(
  tx: Tx,
  actor: Actor,
  key: SeriesKey,
  drafts: 'discard' | 'keep',
  now: Instant,
): Promise<EndedSeries> {
  const series = await lockSeries(tx, key);
  if (!series || series.ended_at) return { refused: 'season.no_such_series' };
  await tx
    .updateTable('season.series')
    .set({ ended_at: new Date(now.epochMilliseconds) })
    .where('group_id', '=', key.group_id)
    .where('series_id', '=', key.series_id)
    .execute();
  const { evenings } = await eveningsOfSeries(tx, key);
  const gone = drafts === 'keep' ? [] : evenings.filter(({ stage }) => stage === 'draft');
  for (const { event_id } of gone) await discardEvent(tx, { group_id: key.group_id, event_id }, now);
  await log(tx, actor, series, 'season.series.ended', now);
  return { is: 'ended', discarded: gone.length };
}

function log(tx: Tx, actor: Actor, { group_id, slug, title }: Series, what: string, now: Instant, more = {}) {
  return audit(tx, { group_id, actor, what, about: { series: slug, title, ...more }, now });
}
