// What this room tells the others, always inside the transaction that does it.
import type { CalendarEvent } from '#kit/ics.ts';
import type { Id } from '#kit/id.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import type { Purpose } from './tables.ts';

/** Something the person may want to settle before they leave, in a sentence, and the page where they can. */
export type Obstacle = { sentence: string; path: string };

declare module '#kit/announce.ts' {
  interface Announcements {
    /** Somebody proved an address with a code or the mailed link. `challenge_id` is the one `askForCode` returned. */
    'people.proved': {
      person_id: Id<'people.person'>;
      challenge_id: Id<'people.challenge'>;
      purpose: Purpose;
      now: Instant;
    };
    /**
     * A person wants what is known about them: add it to `into` under the room's name, their evenings to `calendar`. `secret`
     * opens what was sealed for them.
     */
    'people.export': {
      person_id: Id<'people.person'>;
      into: Record<string, unknown>;
      calendar: CalendarEvent[];
      secret: string;
    };
    /** A person thinks about leaving: add what they may want to settle first, worded in `lang`. It warns and never forbids. */
    'people.before_erasing': { person_id: Id<'people.person'>; lang: Lang; obstacles: Obstacle[] };
    /** People who never proved their address are about to be forgotten: add those a room still counts on to `needed`. */
    'people.before_forgetting': {
      person_ids: readonly Id<'people.person'>[];
      needed: Set<Id<'people.person'>>;
      now: Instant;
    };
    /** A person is going: let go of them before the row does. Also told of people who never proved their address. */
    'people.erased': { person_id: Id<'people.person'>; now: Instant };
  }
}

declare module '#kit/panels.ts' {
  interface PanelPlaces {
    /** On a person's own page, above the profile: their groups, their evenings. */
    'people.me': { person_id: Id<'people.person'> };
  }
}
