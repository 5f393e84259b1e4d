// "We are late": kept beside the plan, which stays as it is.
import type { Event, EventKey } from '#events';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { type Delay, EARLY_MS, isTheNight } from './night-rules.ts';

/** A tap may come this much later than it was made: the network was away. Older ones count from now. */
const KEPT_MS = 6 * 3_600_000;

/** What was said of this night so far, the first first; of a night it was put off from nothing. One statement. */
export async function delaysOf(
  db: Db | Tx,
  { group_id, event_id, starts_at }: EventKey & Pick<Event, 'starts_at'>,
): Promise<Delay[]> {
  return db
    .selectFrom('tonight.delay')
    .select(['at', 'minutes'])
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .where('at', '>', new Date(starts_at.getTime() - EARLY_MS - KEPT_MS))
    .orderBy('at')
    .execute();
}

export type Said = { is: 'said' } | { refused: 'tonight.not_the_night' };

/**
 * Everything that had not begun comes so many minutes later; negative: earlier. `delay_id` is made by the page, so a tap that
 * is sent twice counts once. `tapped_at`: when it was made, where that was before it was sent. Refused on another day.
 */
export async function sayLate(
  tx: Tx,
  event: Event,
  said: { delay_id: Id<'tonight.delay'>; minutes: number; tapped_at: number | null },
  now: Instant,
): Promise<Said> {
  const at = now.epochMilliseconds;
  if (event.stage === 'cancelled' || !isTheNight(event, at)) return { refused: 'tonight.not_the_night' };
  const { delay_id, minutes, tapped_at } = said;
  const isKept = tapped_at !== null && tapped_at <= at && tapped_at > at - KEPT_MS;
  await tx
    .insertInto('tonight.delay')
    .values({
      group_id: event.group_id,
      event_id: event.event_id,
      delay_id,
      at: new Date(isKept ? tapped_at : at),
      minutes,
    })
    .onConflict((on) => on.doNothing())
    .execute();
  return { is: 'said' };
}
