// Writes down what to remember next time, and other things the season knows about an evening.
import type { EventKey } from '#events';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';

/** Notes for next time: shown when the evening is cloned, or its template used again (practice.md END-11). */
export async function writeNote(
  tx: Tx,
  actor: { person_id: Id<'people.person'> },
  { group_id, event_id }: EventKey,
  note: string,
  now: Instant,
): Promise<void> {
  const noted = { note, noted_at: new Date(now.epochMilliseconds), noted_by: actor.person_id };
  await tx
    .insertInto('season.evening')
    .values({ group_id, event_id, template: null, series_id: null, series_on: null, ...noted })
    .onConflict((on) => on.columns(['group_id', 'event_id']).doUpdateSet(noted))
    .execute();
}
