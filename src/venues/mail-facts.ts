// What a mail of this room tells, read when it leaves and not when it was queued.
import type { Id } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';
import { findPeople } from '#people';
import { venueCard } from './queries.ts';

export type MailFacts = {
  venue: { name: string; slug: string };
  /** Who caused the mail. */
  from: { name: string; address: string };
};

/** Null once the venue or whoever caused the mail is gone. Two statements. */
export async function mailFacts(
  db: Db,
  { venue_id, by }: { venue_id: Id<'venues.venue'>; by: Id<'people.person'> },
): Promise<MailFacts | null> {
  const venue = await venueCard(db, venue_id);
  const from = (await findPeople.byIds(db, [by])).get(by);
  if (!venue || !from) return null;
  const { address } = from;
  return {
    venue: { name: oneLine(venue.name), slug: venue.slug },
    from: { name: oneLine(from.name) || address, address },
  };
}

/** A line break in a subject would be a header of its own. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
