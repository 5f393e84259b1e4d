// What stands about a venue was written anew: evenings that are ahead say it from now on, those that are over keep what they said.
import { sql } from 'kysely';
import type { Reaction } from '#kit/announce.ts';
import { addressOf, toldOf } from '#venues';

/**
 * Nobody is mailed: it is the same place, better described. Calendars that follow an evening are told by its sequence when name
 * or address changed. One statement for each language in which evenings are held there.
 */
export const followVenue: Reaction<'venues.changed'> = async (tx, { venue, now }) => {
  const ahead = sql`venue_id = ${venue.venue_id} and ends_at > ${new Date(now.epochMilliseconds)} and stage <> 'cancelled'`;
  const { rows } = await sql<{ language: string }>`
    select distinct language from events.event where ${ahead}`.execute(tx);
  const [name, address] = [venue.name, addressOf(venue)];
  for (const { language } of rows) {
    await sql`
      update events.event set place_name = ${name}, place_address = ${address},
        venue_told = ${JSON.stringify(toldOf(venue, language))}::jsonb,
        sequence = sequence + case when place_name = ${name} and place_address = ${address} then 0 else 1 end
      where ${ahead} and language = ${language}`.execute(tx);
  }
};
