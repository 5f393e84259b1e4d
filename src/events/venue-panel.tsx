// What this room hangs on a venue's page: the evenings ahead there.
import type { Panel as Hung } from '#kit/panels.ts';
import { Rows } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { EventRow } from './pages/event-row.tsx';
import { eventsAtVenue } from './queries.ts';
import { words } from './words.ts';

/** One statement; nothing while none is ahead. */
export const venueEvenings: Hung<'venues.page'> = async (db, view, { venue_id }) => {
  const evenings = await eventsAtVenue(db, venue_id, view.now);
  if (evenings.length === 0) return null;
  return (
    <Section title={words(view.lang)('venue.evenings')}>
      <Rows>
        {evenings.map((event, at) => (
          <EventRow key={event.event_id} view={view} event={event} withGroup odd={at % 2 === 1} />
        ))}
      </Rows>
    </Section>
  );
};
