// Where an evening is held, as its columns: copied from the venue, so that an evening that is over keeps what it said.
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { addressOf, heldVenue, noteUse, toldOf, type VenueCard } from '#venues';

/**
 * Nothing when `venue` was not said; of a chosen one what it says at this moment, in the language of the evening. The group
 * uses it from then on.
 */
export async function placeColumns(
  tx: Tx,
  { group_id, language }: { group_id: Id<'groups.group'>; language: string },
  now: Instant,
  venue: VenueCard | null | undefined,
) {
  if (venue === undefined) return {};
  const held = venue && (await heldVenue(tx, venue.venue_id));
  if (!held) return { venue_id: null, venue_told: null };
  await noteUse(tx, group_id, held, now);
  return {
    venue_id: held.venue_id,
    venue_told: JSON.stringify(toldOf(held, language)),
    place_name: held.name,
    place_address: addressOf(held),
  };
}
