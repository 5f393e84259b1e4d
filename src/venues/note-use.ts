// A group uses a venue: from then on it is among those its organisers choose from.
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { cardColumns, type VenueCard } from './card.ts';

/** The one used last stands first; used again, it does so again. */
export async function noteUse(tx: Tx, group_id: Id<'groups.group'>, venue: VenueCard, now: Instant): Promise<void> {
  const used_at = new Date(now.epochMilliseconds);
  const { venue_id } = venue;
  // Column by column: whoever hands in a whole row must not send its contact along.
  const card = JSON.stringify(Object.fromEntries(cardColumns.map((name) => [name, venue[name]])));
  await tx
    .insertInto('venues.used')
    .values({ group_id, venue_id, used_at, card })
    .onConflict((on) => on.columns(['group_id', 'venue_id']).doUpdateSet({ used_at, card }))
    .execute();
}
