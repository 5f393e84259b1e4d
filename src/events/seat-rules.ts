// Who gets a seat: the pure heart of the desk. Facts in, decisions out; no database, no clock.
import { afterAnExcuse, afterTheDoor, afterTheMorning } from './attendance-rules.ts';
import { changedHolds, type Hold, letGo, letLapse } from './hold-rules.ts';
import { type Book, type Enrolment, move, type Step } from './move-rules.ts';
import { letOffersPass } from './offer-rules.ts';
import type { Answer, Ask, Refusal } from './seat-asks.ts';
import { hasSeat, returnableStates } from './state-rules.ts';
import type { EnrolmentState, Via } from './tables.ts';

export type { Answer, Ask } from './seat-asks.ts';

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
  letOffersPass(book, steps);
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
    case 'elsewhere':
      book.taken += ask.heads;
      return { is: 'counted' };
    case 'arrive':
      return attend(book, steps, ask, asker, 'door', (mine) => afterTheDoor(mine, ask.is_in));
    case 'settle':
      return attend(book, steps, ask, asker, ask.via, ({ state }) => afterTheMorning(state, ask.is_known));
    case 'excuse':
      return attend(book, steps, ask, asker, 'organiser', ({ state }) => afterAnExcuse(state, ask.is_excused));
  }
}

/** Where somebody stands by what was seen of them. Nobody is added: whom the evening does not know is nobody's guest. */
function attend(
  book: Book,
  steps: Step[],
  { person }: { person: string },
  asker: number,
  via: Via,
  next: (mine: Enrolment) => EnrolmentState,
): Answer {
  const mine = book.enrolments.get(person);
  if (!mine) return { is: 'standing', state: null };
  const to = next(mine);
  if (to !== mine.state) move(book, steps, { person, to, party: mine.party, via, asker });
  return { is: 'standing', state: to };
}

function take(book: Book, steps: Step[], ask: Ask & { kind: 'take' }, asker: number): Answer {
  const mine = book.enrolments.get(ask.person);
  const held = book.holds.get(ask.person);
  if (hasSeat(mine?.state)) {
    letGo(book, ask.person);
    return { is: 'going', new: false };
  }
  if (mine?.state === 'offered' && !refuseForced(book)) {
    letGo(book, ask.person);
    move(book, steps, { person: ask.person, to: 'going', party: mine.party, via: ask.via, asker });
    return { is: 'going', new: true };
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
    move(book, steps, { person, to: 'waitlisted', party: ask.party, via, asker, ask_first: ask.ask_first ?? false });
    return { is: 'waitlisted', place: book.waiting, new: true };
  }
  // Anybody could have typed this address; how many come is what the proven person says.
  const party = fits || !held ? ask.party : Math.min(ask.party, held.party);
  // Who is in the room already has come in on the seat they get.
  const to = mine?.state === 'walked_in' ? 'checked_in' : 'going';
  move(book, steps, { person, to, party, via, asker, name });
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
  if (!mine || !returnableStates.includes(mine.state)) return { is: wasHeld ? 'released' : 'nothing_to_release' };
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

/**
 * The first waiting party that fits is seated, or asked where it wants to be; a smaller one behind a larger one does not wait for
 * it. Gives how many were.
 */
function fillFromWaitlist(book: Book, steps: Step[]): number {
  if (!book.promoting) return 0;
  let seated = 0;
  for (const person of [...book.waitlist]) {
    if (book.taken >= book.cap) break;
    const waiting = book.enrolments.get(person);
    if (waiting?.state === 'waitlisted' && book.taken + waiting.party <= book.cap) {
      const to = waiting.ask_first ? 'offered' : 'going';
      move(book, steps, { person, to, party: waiting.party, via: 'waitlist', asker: null });
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
