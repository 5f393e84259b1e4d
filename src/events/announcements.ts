// What this room tells the others, always inside the transaction that does it; and where they may hang something.
import type { Role } from '#groups';
import type { Values } from '#kit/form.ts';
import type { Id } from '#kit/id.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import type { AgendaItem, Event, ShownEvent } from './queries.ts';
import type { EventKey } from './take-seats.ts';

type Told = { event: EventKey; now: Instant };
type Typed = Told & { form: unknown; actor: { person_id: Id<'people.person'> }; lang: Lang; said: string[] };

declare module '#kit/announce.ts' {
  interface Announcements {
    /** A draft became public. Told once in an evening's life; `events.opened` follows at once when its opening had passed. */
    'events.announced': Told;
    /** Sign-up opened, by hand or by the clock. `first`: it was never open before. */
    'events.opened': Told & { first: boolean };
    /** Time, place or kind of a public evening changed, and its guests were told. */
    'events.moved': Told & { before: Event };
    /** An evening was called off, and its guests were told. */
    'events.cancelled': Told & { why: string };
    /** The description of an evening was written anew, a draft's too: what hangs on its times is to be worked out again. */
    'events.changed': Told & { before: Event };
    /**
     * An organiser changed an evening with its form; `before` is how it was. Rooms above read of `form` what they hung into it
     * (`events.edit`), and add what they did to `said`, in sentences of `lang`.
     */
    'events.edited': Typed & { before: Event };
    /** The same of its agenda. */
    'events.agenda_written': Typed & { before: AgendaItem[] };
    /** A draft is about to be thrown away: let go of what belongs to it before its row goes. */
    'events.discarded': Told;
  }
}

type EveningForTeam = { shown: ShownEvent; role: Role; person_id: Id<'people.person'> };

declare module '#kit/panels.ts' {
  interface PanelPlaces {
    /** In the forms that change an evening and its agenda, above their button; `values` are what was typed. */
    'events.edit': { event: Event; values: Values };
    /** On the organisers' page of one evening, below its numbers. */
    'events.manage': EveningForTeam;
    /** On the same page: what the night and the morning after ask for; above the numbers while it comes first. */
    'events.manage_next': EveningForTeam;
    /**
     * On an evening's public page, below its text. Signed out the page is kept for everybody: a piece for `person_id` null
     * may show nothing that differs from one visitor to the next.
     */
    'events.page': { shown: ShownEvent; role: Role | null; person_id: Id<'people.person'> | null };
  }
}
