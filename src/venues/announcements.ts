// What this room tells the others, always inside the transaction that does it; and where they may hang something.
import type { Id } from '#kit/id.ts';
import type { Instant } from '#kit/time.ts';
import type { VenueCard } from './card.ts';

declare module '#kit/announce.ts' {
  interface Announcements {
    /** What stands about a venue was written anew. `actor`: who did it. */
    'venues.changed': { venue: VenueCard; actor: { person_id: Id<'people.person'> }; now: Instant };
  }
}

declare module '#kit/panels.ts' {
  interface PanelPlaces {
    /** On a venue's page, below what stands about it. Signed out the page is kept for everybody. */
    'venues.page': { venue_id: Id<'venues.venue'> };
  }
}
