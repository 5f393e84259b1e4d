// A seat that is offered: how long it is kept, and what becomes of it when nobody says yes. Pure.
import { type Book, move, type Step } from './move-rules.ts';
import { PROMOTION_STOPS_MINUTES } from './rules.ts';

const HOUR = 3_600_000;
/** An offer is kept for a day while there is time (practice.md NUM-5). */
const CLAIM_HOURS = 24;
/** In the last two days it is kept for two hours. */
const SHORT_CLAIM_HOURS = 2;
const SHRINKS_HOURS = 48;

/** Until when a seat offered at `now` is kept, in epoch milliseconds: never past the moment the waitlist stops. */
export function claimEnds(starts_at: Date, now: number): number {
  const start = starts_at.getTime();
  const hours = start - now > SHRINKS_HOURS * HOUR ? CLAIM_HOURS : SHORT_CLAIM_HOURS;
  return Math.min(now + hours * HOUR, start - PROMOTION_STOPS_MINUTES * 60_000);
}

/** Offers that have run out pass on, the oldest first: once their people go to the end of the line, and then off it. */
export function letOffersPass(book: Book, steps: Step[]): void {
  const passed = [...book.enrolments.values()]
    .filter(({ offered_until }) => offered_until !== null && offered_until <= book.now)
    .sort((a, b) => Number(a.offered_until) - Number(b.offered_until) || (a.person < b.person ? -1 : 1));
  for (const { person, party, passed: isSecond } of passed) {
    move(book, steps, { person, to: isSecond ? 'released' : 'waitlisted', party, via: 'clock', asker: null });
  }
}
