// What stands about a venue was written anew: evenings that are ahead say it from now on, those that are over keep what they said.
import { sql } from 'kysely';
import { audit } from '#groups';
import type { Reaction } from '#kit/announce.ts';
import type { Id } from '#kit/id.ts';
import { addressOf, toldOf } from '#venues';

/**
 * Nobody is mailed: it is the same place, better described. Calendars that follow an evening are told by its sequence when name
 * or address changed. Each group's log says it, evening by evening. One statement for each language evenings are held in there.
 */
export const followVenue: Reaction<'venues.changed'> = async (tx, { venue, actor, now }) => {
  const ahead = sql`venue_id = ${venue.venue_id} and ends_at > ${new Date(now.epochMilliseconds)} and stage <> 'cancelled'`;
  const { rows } = await sql<{ group_id: Id<'groups.group'>; slug: string; title: string; language: string }>`
    select group_id, slug, title, language from events.event where ${ahead} order by group_id, event_id`.execute(tx);
  const [name, address] = [venue.name, addressOf(venue)];
  for (const language of new Set(rows.map((row) => row.language))) {
    await sql`
      update events.event set place_name = ${name}, place_address = ${address},
        venue_told = ${JSON.stringify(toldOf(venue, language))}::jsonb,
        sequence = sequence + case when place_name = ${name} and place_address = ${address} then 0 else 1 end
      where ${ahead} and language = ${language}`.execute(tx);
  }
  for (const { group_id, slug, title } of rows) {
    await audit(tx, { group_id, actor, what: 'events.event.followed_venue', about: { event: slug, title }, now });
  }
};
