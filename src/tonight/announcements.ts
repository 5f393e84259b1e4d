// Where other rooms may hang something on this room's pages.
import type { ShownEvent } from '#events';
import type { Role } from '#groups';
import type { Id } from '#kit/id.ts';

declare module '#kit/panels.ts' {
  interface PanelPlaces {
    /** On the team's page of the night, beside how many have a seat. The page is small: a figure, a line, one button. */
    'tonight.page': { shown: ShownEvent; role: Role; person_id: Id<'people.person'> };
  }
}
