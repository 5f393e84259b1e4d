// What this room tells the others, and where they may hang something.
import type { EventKey, ShownEvent } from '#events';
import type { Role } from '#groups';
import type { Id } from '#kit/id.ts';
import type { Instant } from '#kit/time.ts';

declare module '#kit/announce.ts' {
  interface Announcements {
    /** The one mail of thanks to everybody who was there is on its way. */
    'tonight.thanked': { event: EventKey; actor: { person_id: Id<'people.person'> }; now: Instant };
  }
}

declare module '#kit/panels.ts' {
  interface PanelPlaces {
    /** On the team's page of the night, beside how many have a seat. The page is small: a figure, a line, one button. */
    'tonight.page': { shown: ShownEvent; role: Role; person_id: Id<'people.person'> };
  }
}
