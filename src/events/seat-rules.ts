// Who gets a seat: the pure heart of the desk. Facts in, decisions out; no database, no clock.
import { changedHolds, type Hold, letGo, letLapse } from './hold-rules.ts';
import type { EventState } from './rules.ts';
import type { EnrolmentState, Via } from './tables.ts';

/** What somebody asks of the desk. Times are epoch milliseconds. */
export type Ask =
  /**
   * A seat for a proven person, or the end of the waitlist. `force`: an organiser adds them although sign-up is closed or full,
   * and `name` is what the organiser calls somebody who has not named themself.
   */
  | { kind: 'take'; person: string; party: number; via: Via; force?: boolean | undefined; name?: string | undefined }
  /** A seat kept until then for whoever proves this address. Where its owner stands with the evening is not touched. */
  | { kind: 'hold'; person: string; party: number; until: number }
  | { kind: 'release'; person: string; via: Via }
  | { kind: 'interest'; person: string; on: boolean }
  /** Changes the seats offered. Drops nobody. */
  | { kind: 'recap'; cap: number }
  /** Nothing but what the clock brings: lapsed holds, freed seats to the waitlist. */
  | { kind: 'tend' };

export type Answer =
  | { is: 'going'; new: boolean }
  | { is: 'waitlisted'; place: number; new: boolean }
  | { is: 'held'; until: number }
  | { is: 'interested' | 'not_interested' | 'released' | 'nothing_to_release' | 'tended' }
  /** `over`: seats taken beyond the new cap. `moved_up`: how many of the waitlist got a seat at once. */
  | { is: 'recapped'; over: number; moved_up: number }
  /** Nothing is free to hold: they prove their address first and then join the waitlist. */
  | { is: 'full' }
  | { refused: 'events.not_open_yet' | 'events.closed' | 'events.over' | 'events.cancelled' | 'events.not_public' }
  | { refused: 'events.party_too_big'; most: number };

type Refusal = Extract<Answer, { refused: string }>;

export type Enrolment = {
  person: string;
  state: EnrolmentState;
  party: number;
  place: number | null;
};

/** What the desk knows when it decides, read under the tally's lock. */
export type Book = {
  state: EventState;
  promoting: boolean;
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
  via: Via;
  asker: number | null;
  name?: string | undefined;
};

export type Decision = {
  answers: Answer[];
  steps: Step[];
  /** Holds to write by person; `null`: to let go. */
  holds: Map<string, Hold | null>;
  cap: number;
  taken: number;
  waiting: number;
  next_place: number;
};

/**
 * Decides a batch in the order asked. Holds that ran out are let go first; after each ask a freed seat goes to the first waiting
 * party that fits. `book` is used up. `taken` never grows past `cap`, except where an organiser forces it.
 */
export function decideSeats(book: Book, asks: readonly Ask[]): Decision {
  const steps: Step[] = [];
  const found = new Map(book.holds);
  letLapse(book);
  fillFromWaitlist(book, steps);
  const answers = asks.map((ask, asker) => {
    const answer = decideOne(book, steps, ask, asker);
    const moved_up = fillFromWaitlist(book, steps);
    return 'is' in answer && answer.is === 'recapped' ? { ...answer, moved_up } : answer;
  });
  const { cap, taken, waiting, next_place } = book;
  return { answers, steps, holds: changedHolds(found, book.holds), cap, taken, waiting, next_place };
}

function decideOne(book: Book, steps: Step[], ask: Ask, asker: number): Answer {
  switch (ask.kind) {
    case 'take':
      return take(book, steps, ask, asker);
    case 'hold':
      return hold(book, ask);
    case 'release':
      return release(book, steps, ask, asker);
    case 'interest':
      return interest(book, steps, ask, asker);
    case 'recap':
      book.cap = ask.cap;
      return { is: 'recapped', over: Math.max(0, book.taken - book.cap), moved_up: 0 };
    case 'tend':
      return { is: 'tended' };
  }
}

function take(book: Book, steps: Step[], ask: Ask & { kind: 'take' }, asker: number): Answer {
  const mine = book.enrolments.get(ask.person);
  const held = book.holds.get(ask.person);
  if (mine?.state === 'going') {
    letGo(book, ask.person);
    return { is: 'going', new: false };
  }
  if (mine?.state === 'waitlisted' && !ask.force && !held)
    return { is: 'waitlisted', place: placeInLine(book, mine), new: false };
  const refusal = ask.force ? refuseForced(book) : refuse(book, ask.party);
  // A seat that was held before sign-up closed is kept for them.
  const isKept = held !== undefined && book.state === 'closed';
  if (refusal && !isKept) return refusal;

  letGo(book, ask.person);
  const { person, via, name } = ask;
  const fits = !isKept && book.taken + ask.party <= book.cap;
  if (!fits && !held && !ask.force) {
    move(book, steps, { person, to: 'waitlisted', party: ask.party, via, asker });
    return { is: 'waitlisted', place: book.waiting, new: true };
  }
  // Anybody could have typed this address; how many come is what the proven person says.
  const party = fits || !held ? ask.party : Math.min(ask.party, held.party);
  move(book, steps, { person, to: 'going', party, via, asker, name });
  return { is: 'going', new: true };
}

/**
 * Whoever typed this address has not proven it, so where its owner stands is not even looked at: the answer, the numbers and
 * what the next one hears are the same for somebody seated, waiting, interested and unknown.
 */
function hold(book: Book, ask: Ask & { kind: 'hold' }): Answer {
  const refusal = refuse(book, ask.party);
  if (refusal) return refusal;
  const before = book.holds.get(ask.person);
  const fits = book.taken - (before?.party ?? 0) + ask.party <= book.cap;
  if (!fits && !before) return { is: 'full' };
  letGo(book, ask.person);
  const party = fits ? ask.party : (before?.party ?? ask.party);
  book.holds.set(ask.person, { party, until: ask.until });
  book.taken += party;
  return { is: 'held', until: ask.until };
}

function release(book: Book, steps: Step[], ask: Ask & { kind: 'release' }, asker: number): Answer {
  // Who came is not undone afterwards by an old link.
  if (book.state === 'done') return { refused: 'events.over' };
  const mine = book.enrolments.get(ask.person);
  const wasHeld = letGo(book, ask.person);
  if (mine?.state !== 'going' && mine?.state !== 'waitlisted')
    return { is: wasHeld ? 'released' : 'nothing_to_release' };
  move(book, steps, { person: ask.person, to: 'released', party: mine.party, via: ask.via, asker });
  return { is: 'released' };
}

function interest(book: Book, steps: Step[], ask: Ask & { kind: 'interest' }, asker: number): Answer {
  const mine = book.enrolments.get(ask.person);
  if (ask.on) {
    if (book.state !== 'announced') return refuse(book, 1) ?? { is: 'not_interested' };
    if (!mine || mine.state === 'released')
      move(book, steps, { person: ask.person, to: 'interested', party: 1, via: 'page', asker });
    return { is: 'interested' };
  }
  if (mine?.state === 'interested')
    move(book, steps, { person: ask.person, to: 'released', party: 1, via: 'page', asker });
  return { is: 'not_interested' };
}

/** Even an organiser seats nobody at an evening that is not announced, cancelled or over. */
function refuseForced(book: Book): Refusal | null {
  if (book.state === 'draft') return { refused: 'events.not_public' };
  if (book.state === 'cancelled') return { refused: 'events.cancelled' };
  if (book.state === 'done') return { refused: 'events.over' };
  return null;
}

/** What an ask for a seat hears before anything is looked up about the person. */
export function refuse(book: Pick<Book, 'state' | 'plus_ones'>, party: number): Refusal | null {
  if (book.state === 'draft') return { refused: 'events.not_public' };
  if (book.state === 'cancelled') return { refused: 'events.cancelled' };
  if (book.state === 'announced') return { refused: 'events.not_open_yet' };
  if (book.state === 'closed') return { refused: 'events.closed' };
  if (book.state === 'live' || book.state === 'done') return { refused: 'events.over' };
  if (party > 1 + book.plus_ones) return { refused: 'events.party_too_big', most: 1 + book.plus_ones };
  return null;
}

/** The first waiting party that fits is seated; a smaller one behind a larger one does not wait for it. Gives how many were. */
function fillFromWaitlist(book: Book, steps: Step[]): number {
  if (!book.promoting) return 0;
  let seated = 0;
  for (const person of [...book.waitlist]) {
    if (book.taken >= book.cap) break;
    const waiting = book.enrolments.get(person);
    if (waiting?.state === 'waitlisted' && book.taken + waiting.party <= book.cap) {
      move(book, steps, { person, to: 'going', party: waiting.party, via: 'waitlist', asker: null });
      seated++;
    }
  }
  return seated;
}

/** How many stand in line before and with this one, as far as the waitlist was read. */
function placeInLine(book: Book, mine: Enrolment): number {
  const at = book.waitlist.indexOf(mine.person);
  return at >= 0 ? at + 1 : Math.max(1, book.waiting);
}

/** Moves one person to a new state and keeps the counters right. */
function move(book: Book, steps: Step[], change: Omit<Step, 'from' | 'place'>): void {
  const { person, to, party } = change;
  const before = book.enrolments.get(person);
  const from = before?.state ?? null;
  book.taken += (to === 'going' ? party : 0) - (from === 'going' ? (before?.party ?? 0) : 0);
  book.waiting += (to === 'waitlisted' ? 1 : 0) - (from === 'waitlisted' ? 1 : 0);
  const place = to === 'waitlisted' ? book.next_place++ : null;
  book.enrolments.set(person, { person, state: to, party, place });
  if (from === 'waitlisted') book.waitlist.splice(book.waitlist.indexOf(person), 1);
  if (to === 'waitlisted') book.waitlist.push(person);
  steps.push({ ...change, from, place });
}
