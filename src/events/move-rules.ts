// The book the desk decides from, and moving one person in it: the only place where a state changes. Pure.

import type { Hold } from './hold-rules.ts';
import type { EventState } from './rules.ts';
import { changeOf, hasSeat, takenStates } from './state-rules.ts';
import type { EnrolmentState, Via } from './tables.ts';

export type Enrolment = {
  person: string;
  state: EnrolmentState;
  party: number;
  place: number | null;
  /** Of somebody who came without a seat: where they stood before, and with which place in line. */
  came_from: EnrolmentState | null;
  came_place: number | null;
} & Line;

/** How somebody stands in line, or was asked. Times are epoch milliseconds. */
export type Line = {
  /** They want to be asked before a seat is theirs. */
  ask_first: boolean;
  /** Until when an offered seat is kept for them. */
  offered_until: number | null;
  /** They let one offer pass. */
  passed: boolean;
};

/** What the desk knows when it decides, read under the tally's lock. */
export type Book = {
  state: EventState;
  promoting: boolean;
  /** What is given back now is given back late (practice.md NUM-2). */
  late: boolean;
  /** Until when a seat offered now is kept. */
  claim_until: number;
  plus_ones: number;
  cap: number;
  taken: number;
  waiting: number;
  next_place: number;
  /** Those who ask, and the waitlist in order as far as it was read. */
  enrolments: Map<string, Enrolment>;
  waitlist: string[];
  /** Of those who ask, and all that have run out. */
  holds: Map<string, Hold>;
  now: number;
};

/** A change to write: the row after it, and what it was before. */
export type Step = {
  person: string;
  from: EnrolmentState | null;
  to: EnrolmentState;
  party: number;
  place: number | null;
  came_from: EnrolmentState | null;
  came_place: number | null;
  /** A seat given back after the cut-off. */
  late: boolean;
  via: Via;
  asker: number | null;
  name?: string | undefined;
} & Line;

/** Moves one person to a new state and keeps the counters right. Throws where the table knows no such way. */
export function move(
  book: Book,
  steps: Step[],
  change: Pick<Step, 'person' | 'to' | 'party' | 'via' | 'asker' | 'name'> & { ask_first?: boolean },
): void {
  const { person, to, party } = change;
  const before = book.enrolments.get(person);
  const from = before?.state ?? null;
  if (!changeOf(from, to)) throw new Error(`no way from ${from} to ${to}`);
  book.taken += (takes(to) ? party : 0) - (before && takes(before.state) ? before.party : 0);
  book.waiting += (to === 'waitlisted' ? 1 : 0) - (from === 'waitlisted' ? 1 : 0);
  const place = to === 'waitlisted' ? (before?.came_place ?? book.next_place++) : null;
  const came = {
    came_from: to === 'walked_in' ? from : null,
    came_place: to === 'walked_in' ? (before?.place ?? null) : null,
  };
  const line: Line = {
    ask_first: change.ask_first ?? before?.ask_first ?? false,
    offered_until: to === 'offered' ? book.claim_until : null,
    passed: to === 'waitlisted' && from === 'offered' ? true : isInLine(to) && (before?.passed ?? false),
  };
  book.enrolments.set(person, { person, state: to, party, place, ...came, ...line });
  if (from === 'waitlisted') book.waitlist.splice(book.waitlist.indexOf(person), 1);
  if (to === 'waitlisted') standInLine(book, person);
  steps.push({ ...change, from, place, ...came, ...line, late: to === 'released' && hasSeat(from) && book.late });
}

/** What was said about standing in line still holds: also for who was let in meanwhile, which may be taken back. */
function isInLine(state: EnrolmentState): boolean {
  return state === 'waitlisted' || state === 'offered' || state === 'walked_in';
}

function takes(state: EnrolmentState): boolean {
  return takenStates.includes(state);
}

/** At the end, or where they stood before they were let in without a seat and that was taken back. */
function standInLine({ waitlist, enrolments }: Book, person: string): void {
  const placeOf = (one: string | undefined) => (one && enrolments.get(one)?.place) || 0;
  const isLast = placeOf(waitlist.at(-1)) < placeOf(person);
  const at = isLast ? waitlist.length : waitlist.findIndex((other) => placeOf(other) > placeOf(person));
  waitlist.splice(at, 0, person);
}
