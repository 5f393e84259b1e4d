// Joining a series and leaving it: interested in each of its evenings, now and later. A seat still takes a tap of one's own.
import { sql } from 'kysely';
import { type EventKey, noteInterest } from '#events';
import type { Reaction } from '#kit/announce.ts';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { lockSeries, type SeriesKey } from '../series/read-series.ts';

type Person = Id<'people.person'>;
export type Joined = { is: 'joined'; new: boolean } | { refused: 'season.no_such_series' };

/** Interested in what is announced already, and in whatever will be. Joining twice changes nothing. */
export async function joinSeries(tx: Tx, key: SeriesKey, person_id: Person, now: Instant): Promise<Joined> {
  const series = await lockSeries(tx, key);
  if (!series || series.ended_at) return { refused: 'season.no_such_series' };
  const { group_id, series_id } = key;
  const added = await tx
    .insertInto('season.regular')
    .values({ group_id, series_id, person_id, joined_at: new Date(now.epochMilliseconds) })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  const isNew = Number(added.numInsertedOrUpdatedRows ?? 0) > 0;
  if (isNew) for (const event of await announcedOf(tx, key)) await noteInterest(tx, event, [person_id], true, now);
  return { is: 'joined', new: isNew };
}

/** Hears of none of its evenings any more. Seats and places in line stay. */
export async function leaveSeries(tx: Tx, key: SeriesKey, person_id: Person, now: Instant): Promise<void> {
  const gone = await tx
    .deleteFrom('season.regular')
    .where('group_id', '=', key.group_id)
    .where('series_id', '=', key.series_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  if (Number(gone.numDeletedRows) === 0) return;
  for (const event of await announcedOf(tx, key)) await noteInterest(tx, event, [person_id], false, now);
}

/** An evening of a series is announced: whoever joined it is interested, so its opening reaches them with one mail. */
export const tellRegulars: Reaction<'events.announced'> = async (tx, { event, now }) => {
  const { group_id, event_id } = event;
  // Whoever joins meanwhile holds the series, and is seen once they have; or waits, and finds the evening announced.
  await sql`
    select 1 from season.series s join season.evening v on v.group_id = s.group_id and v.series_id = s.series_id
    where v.group_id = ${group_id} and v.event_id = ${event_id} for share of s`.execute(tx);
  const { rows } = await sql<{ person_id: Person }>`
    select r.person_id from season.evening v
    join season.regular r on r.group_id = v.group_id and r.series_id = v.series_id
    where v.group_id = ${group_id} and v.event_id = ${event_id} order by r.person_id`.execute(tx);
  await noteInterest(
    tx,
    event,
    rows.map(({ person_id }) => person_id),
    true,
    now,
  );
};

/** Somebody typed the code that was mailed when they wanted to join: now they do. */
export const finishJoining: Reaction<'people.proved'> = async (tx, { challenge_id, person_id, now }) => {
  const wished = await tx
    .deleteFrom('season.joining')
    .where('challenge_id', '=', challenge_id)
    .where('person_id', '=', person_id)
    .returning(['group_id', 'series_id'])
    .execute();
  for (const key of wished) await joinSeries(tx, key, person_id, now);
};

/** Codes last minutes: a day later nobody types one any more. */
export async function sweepJoining(tx: Tx, now: Instant): Promise<void> {
  await tx
    .deleteFrom('season.joining')
    .where('asked_at', '<', new Date(now.epochMilliseconds - 86_400_000))
    .execute();
}

/** Evenings to be interested in: announced, and not open yet. */
async function announcedOf(tx: Tx, { group_id, series_id }: SeriesKey): Promise<EventKey[]> {
  const { rows } = await sql<EventKey>`
    select e.group_id, e.event_id from season.evening v
    join events.event e on e.group_id = v.group_id and e.event_id = v.event_id
    where v.group_id = ${group_id} and v.series_id = ${series_id} and e.stage = 'announced'
    order by e.event_id`.execute(tx);
  return rows;
}
