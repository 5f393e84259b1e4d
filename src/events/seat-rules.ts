// Who gets a seat: the pure heart of the desk. Facts in, decisions out; no database, no clock.
import type { EventState } from './rules.ts';
import type { EnrolmentState, Via } from './tables.ts';

/** What somebody asks of the desk. Times are epoch milliseconds. */
export type Ask =
  /**
   * A seat for a proven person, or the end of the waitlist. `force`: an organiser adds them although sign-up is closed or full,
   * and `name` is what the organiser calls somebody who has not named themself.
   */
  | { kind: 'take'; person: string; party: number; via: Via; force?: boolean | undefined; name?: string | undefined }
  /** Fifteen minutes for somebody whose address is not proven yet. */
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
  | { is: 'recapped'; over: number }
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
  until: number | null;
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
  /** Those who ask, those whose hold has run out, and the waitlist in order as far as it was read. */
  enrolments: Map<string, Enrolment>;
  waitlist: string[];
  now: number;
};

/** A change to write: the row after it, and what it was before. */
export type Step = {
  person: string;
  from: EnrolmentState | null;
  to: EnrolmentState;
  party: number;
  place: number | null;
  until: number | null;
  via: Via;
  asker: number | null;
  name?: string | undefined;
};

export type Decision = {
  answers: Answer[];
  steps: Step[];
  cap: number;
  taken: number;
  waiting: number;
  next_place: number;
};

/**
 * Decides a batch in the order asked. Lapsed holds are freed first; after each ask a freed seat goes to the first waiting
 * party that fits. `book` is used up. `taken` never grows past `cap`, except where an organiser forces it.
 */
export function decideSeats(book: Book, asks: readonly Ask[]): Decision {
  const steps: Step[] = [];
  lapseHolds(book, steps);
  fillFromWaitlist(book, steps);
  const answers = asks.map((ask, asker) => {
    const answer = decideOne(book, steps, ask, asker);
    fillFromWaitlist(book, steps);
    return answer;
  });
  const { cap, taken, waiting, next_place } = book;
  return { answers, steps, cap, taken, waiting, next_place };
}

function decideOne(book: Book, steps: Step[], ask: Ask, asker: number): Answer {
  switch (ask.kind) {
    case 'take':
      return take(book, steps, ask, asker);
    case 'hold':
      return hold(book, steps, ask, asker);
    case 'release':
      return release(book, steps, ask, asker);
    case 'interest':
      return interest(book, steps, ask, asker);
    case 'recap':
      book.cap = ask.cap;
      return { is: 'recapped', over: Math.max(0, book.taken - book.cap) };
    case 'tend':
      return { is: 'tended' };
  }
}

function take(book: Book, steps: Step[], ask: Ask & { kind: 'take' }, asker: number): Answer {
  const mine = book.enrolments.get(ask.person);
  if (mine?.state === 'going') return { is: 'going', new: false };
  if (mine?.state === 'waitlisted' && !ask.force)
    return { is: 'waitlisted', place: placeInLine(book, mine), new: false };
  const refusal = ask.force ? refuseForced(book) : refuse(book, ask.party);
  // A seat that was held before sign-up closed is kept for them.
  const isKept = mine?.state === 'held' && book.state === 'closed';
  if (refusal && !isKept) return refusal;

  if (mine?.state === 'held') {
    // Anybody could have typed this address; how many come is what the proven person says.
    const fits = !isKept && book.taken - mine.party + ask.party <= book.cap;
    move(book, steps, ask.person, 'going', fits ? ask.party : Math.min(ask.party, mine.party), ask.via, asker);
    return { is: 'going', new: true };
  }
  if (ask.force || book.taken + ask.party <= book.cap) {
    move(book, steps, ask.person, 'going', ask.party, ask.via, asker, null, ask.name);
    return { is: 'going', new: true };
  }
  move(book, steps, ask.person, 'waitlisted', ask.party, ask.via, asker);
  return { is: 'waitlisted', place: book.waiting, new: true };
}

function hold(book: Book, steps: Step[], ask: Ask & { kind: 'hold' }, asker: number): Answer {
  const mine = book.enrolments.get(ask.person);
  const refusal = refuse(book, ask.party);
  if (refusal) return refusal;
  // Whoever typed this address has not proven it: what its owner has stays as it is, and the answer does not tell.
  // Nor does it tell whether they are on the list: it is what an unknown address would hear.
  if (mine?.state === 'going' || mine?.state === 'waitlisted') {
    return book.taken + ask.party > book.cap ? { is: 'full' } : { is: 'held', until: ask.until };
  }
  if (mine?.state === 'held') {
    const party = book.taken - mine.party + ask.party <= book.cap ? ask.party : mine.party;
    move(book, steps, ask.person, 'held', party, 'page', asker, ask.until);
    return { is: 'held', until: ask.until };
  }
  if (book.taken + ask.party > book.cap) return { is: 'full' };
  move(book, steps, ask.person, 'held', ask.party, 'page', asker, ask.until);
  return { is: 'held', until: ask.until };
}

function release(book: Book, steps: Step[], ask: Ask & { kind: 'release' }, asker: number): Answer {
  const mine = book.enrolments.get(ask.person);
  if (!mine || !(mine.state === 'going' || mine.state === 'waitlisted' || mine.state === 'held')) {
    return { is: 'nothing_to_release' };
  }
  move(book, steps, ask.person, 'released', mine.party, ask.via, asker);
  return { is: 'released' };
}

function interest(book: Book, steps: Step[], ask: Ask & { kind: 'interest' }, asker: number): Answer {
  const mine = book.enrolments.get(ask.person);
  if (ask.on) {
    if (book.state !== 'announced') return refuse(book, 1) ?? { is: 'not_interested' };
    if (!mine || mine.state === 'released' || mine.state === 'lapsed') {
      move(book, steps, ask.person, 'interested', 1, 'page', asker);
    }
    return { is: 'interested' };
  }
  if (mine?.state === 'interested') move(book, steps, ask.person, 'released', 1, 'page', asker);
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

function lapseHolds(book: Book, steps: Step[]): void {
  for (const [person, { state, until, party }] of book.enrolments) {
    if (state === 'held' && until !== null && until <= book.now)
      move(book, steps, person, 'lapsed', party, 'clock', null);
  }
}

/** The first waiting party that fits is seated; a smaller one behind a larger one does not wait for it. */
function fillFromWaitlist(book: Book, steps: Step[]): void {
  if (!book.promoting) return;
  for (const person of [...book.waitlist]) {
    if (book.taken >= book.cap) return;
    const waiting = book.enrolments.get(person);
    if (waiting?.state === 'waitlisted' && book.taken + waiting.party <= book.cap) {
      move(book, steps, person, 'going', waiting.party, 'waitlist', null);
    }
  }
}

/** How many stand in line before and with this one, as far as the waitlist was read. */
function placeInLine(book: Book, mine: Enrolment): number {
  const at = book.waitlist.indexOf(mine.person);
  return at >= 0 ? at + 1 : Math.max(1, book.waiting);
}

const seated = (state: EnrolmentState | null) => state === 'going' || state === 'held';

/** Moves one person to a new state and keeps the counters right. */
function move(
  book: Book,
  steps: Step[],
  person: string,
  to: EnrolmentState,
  party: number,
  via: Via,
  asker: number | null,
  until: number | null = null,
  name?: string,
): void {
  const before = book.enrolments.get(person);
  const from = before?.state ?? null;
  book.taken += (seated(to) ? party : 0) - (seated(from) ? (before?.party ?? 0) : 0);
  book.waiting += (to === 'waitlisted' ? 1 : 0) - (from === 'waitlisted' ? 1 : 0);
  const place = to === 'waitlisted' ? book.next_place++ : null;
  book.enrolments.set(person, { person, state: to, party, place, until });
  if (from === 'waitlisted') book.waitlist.splice(book.waitlist.indexOf(person), 1);
  if (to === 'waitlisted') book.waitlist.push(person);
  steps.push({ person, from, to, party, place, until, via, asker, name });
}
