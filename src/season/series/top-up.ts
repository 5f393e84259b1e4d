// Makes the evenings of a series that should be there by now, as drafts; by itself once an hour, and whenever a series changes.
import { sql } from 'kysely';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Tx } from '#kit/tables.ts';
import { type Instant, wallClock } from '#kit/time.ts';
import { venueCard } from '#venues';
import { planEvening } from '../plan-evening.ts';
import { sweepJoining } from '../regulars/join-series.ts';
import { draftOn } from './draft-on.ts';
import { eveningsOfSeries, lockSeries, madeDays, type SeriesKey } from './read-series.ts';
import { missingDays } from './series-days.ts';

/** Makes what is missing of one series and says how many. Safe to run twice: the series' row is held meanwhile. */
export async function topUp(tx: Tx, key: SeriesKey, now: Instant): Promise<number> {
  const series = await lockSeries(tx, key);
  if (!series || series.ended_at) return 0;
  const group = await tx
    .selectFrom('groups.group')
    .select(['group_id', 'language', 'zone'])
    .where('group_id', '=', key.group_id)
    .executeTakeFirstOrThrow();
  const { evenings, skips } = await eveningsOfSeries(tx, key);
  const today = wallClock(now, series.pattern.zone ?? group.zone).date;
  const days = missingDays(series, madeDays(evenings), skips, today);
  const held = series.pattern.kind === 'online' || days.length === 0 ? null : series.pattern.venue_id;
  const venue = held ? await venueCard(tx, held) : null;
  for (const day of days) {
    await planEvening(tx, group, null, now, {
      draft: { ...draftOn(series, day, group.zone), venue },
      pattern: series.pattern,
      tasks: series.pattern.tasks,
      template: series.template,
      series: { series_id: series.series_id, series_on: day },
    });
  }
  return days.length;
}

/** Every series that goes on, each in a transaction of its own: one that fails stops no other, and is tried again. */
export async function topUpAll(ground: Ground): Promise<number> {
  const { rows } = await sql<SeriesKey>`
    select group_id, series_id from season.series where ended_at is null order by group_id, series_id`.execute(
    ground.db,
  );
  await transact(ground.db, (tx) => sweepJoining(tx, ground.now()));
  let made = 0;
  const failed: unknown[] = [];
  for (const key of rows) {
    try {
      made += await transact(ground.db, (tx) => topUp(tx, key, ground.now()));
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} series were not topped up`);
  return made;
}
