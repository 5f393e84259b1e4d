// What may be asked of the desk, and what it answers.
import type { EnrolmentState, Via } from './tables.ts';

/** What somebody asks of the desk. Times are epoch milliseconds. */
export type Ask =
  /**
   * A seat for a proven person, or the end of the waitlist. `force`: an organiser adds them although sign-up is closed or full,
   * and `name` is what the organiser calls somebody who has not named themself. `ask_first`: in line they want to be asked.
   */
  | {
      kind: 'take';
      person: string;
      party: number;
      via: Via;
      force?: boolean | undefined;
      ask_first?: boolean | undefined;
      name?: string | undefined;
    }
  /** A seat kept until then for whoever proves this address. Where its owner stands with the evening is not touched. */
  | { kind: 'hold'; person: string; party: number; until: number }
  | { kind: 'release'; person: string; via: Via }
  | { kind: 'interest'; person: string; on: boolean }
  /** Changes the seats offered. Drops nobody. */
  | { kind: 'recap'; cap: number }
  /** Nothing but what the clock brings: lapsed holds, freed seats to the waitlist. */
  | { kind: 'tend' }
  /** So many more, or fewer, signed up elsewhere without an address. They have a seat there: beyond the cap as well. */
  | { kind: 'elsewhere'; heads: number }
  /** The doors together saw them come in, or took all of it back. Takes nothing from the seats offered. */
  | { kind: 'arrive'; person: string; is_in: boolean }
  /** The morning after: whether it is known that whoever was not seen did not come. */
  | { kind: 'settle'; person: string; is_known: boolean; via: Via }
  /** An organiser excuses who missed it, or takes that back. Of anybody else it changes nothing. */
  | { kind: 'excuse'; person: string; is_excused: boolean };

export type Answer =
  | { is: 'going'; new: boolean }
  | { is: 'waitlisted'; place: number; new: boolean }
  | { is: 'held'; until: number }
  | { is: 'interested' | 'not_interested' | 'released' | 'nothing_to_release' | 'tended' | 'counted' }
  /** Where somebody stands after the door, the morning after or an excuse; `null`: the evening does not know them. */
  | { is: 'standing'; state: EnrolmentState | null }
  /** `over`: seats taken beyond the new cap. `moved_up`: how many of the waitlist got a seat at once. */
  | { is: 'recapped'; over: number; moved_up: number }
  /** Nothing is free to hold: they prove their address first and then join the waitlist. */
  | { is: 'full' }
  | { refused: 'events.not_open_yet' | 'events.closed' | 'events.over' | 'events.cancelled' | 'events.not_public' }
  | { refused: 'events.party_too_big'; most: number };

export type Refusal = Extract<Answer, { refused: string }>;
