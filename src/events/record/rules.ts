// What became of somebody's evening, as they are told it themselves. Pure.
import { hasSeat } from '../state-rules.ts';
import type { EnrolmentState, Stage, Via } from '../tables.ts';

/** How far back one's own record goes (practice.md NUM-8). */
export const RECORD_DAYS = 365;

/** The last seat or place in line somebody gave up: where they stood, through which door it went, and whether late. */
export type GivenUp = { from_state: EnrolmentState; via: Via; late: boolean };

export type Standing = { stage: Stage; state: EnrolmentState; given_up: GivenUp | null };

/**
 * `not_noted`: had a seat, and no complete door list says whether they came. `early`, `late`: gave it back. `freed`: an organiser
 * gave it to others. `unconfirmed`: so did the clock, because nobody said yes once more. `waited`: stood in line, however long.
 */
export type Outcome =
  | 'came'
  | 'walked_in'
  | 'missed'
  | 'excused'
  | 'not_noted'
  | 'early'
  | 'late'
  | 'freed'
  | 'unconfirmed'
  | 'waited'
  | 'cancelled';

/** What became of an evening that is over; `null` where there was neither a seat nor a place in line, only an interest. */
export function outcomeOf({ stage, state, given_up }: Standing): Outcome | null {
  const outcome = standingOutcome(state, given_up);
  return outcome !== null && stage === 'cancelled' ? 'cancelled' : outcome;
}

function standingOutcome(state: EnrolmentState, given_up: GivenUp | null): Outcome | null {
  switch (state) {
    case 'checked_in':
      return 'came';
    case 'walked_in':
    case 'missed':
    case 'excused':
      return state;
    case 'going':
      return 'not_noted';
    case 'offered':
    case 'waitlisted':
      return 'waited';
    case 'released':
    case 'interested':
    case 'entered':
      return given_up && givenUpOutcome(given_up);
  }
}

function givenUpOutcome({ from_state, via, late }: GivenUp): Outcome {
  if (!hasSeat(from_state)) return 'waited';
  if (via === 'organiser') return 'freed';
  if (via === 'clock') return 'unconfirmed';
  return late ? 'late' : 'early';
}
