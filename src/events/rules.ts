// The laws of an evening: what state it is in, and which times and numbers it may have. Pure.
import { type Instant, instantOf, shiftDays } from '#kit/time.ts';
import type { Stage } from './tables.ts';

/** What a visitor sees: what organisers decided, and what the clock made of it (practice.md NUM-1). */
export type EventState = 'draft' | 'announced' | 'open' | 'closed' | 'live' | 'done' | 'cancelled';

export type Times = { stage: Stage; starts_at: Date; ends_at: Date; opens_at: Date; closes_at: Date };

/** draft → announced → open → closed → live → done; cancelled from anywhere. */
export function stateAt(event: Times, now: Instant): EventState {
  const at = now.epochMilliseconds;
  if (event.stage === 'cancelled' || event.stage === 'draft') return event.stage;
  if (at >= event.ends_at.getTime()) return 'done';
  if (at >= event.starts_at.getTime()) return 'live';
  if (event.stage === 'closed' || at >= event.closes_at.getTime()) return 'closed';
  if (event.stage === 'open' || at >= event.opens_at.getTime()) return 'open';
  return 'announced';
}

/** Seats are held this long for somebody who has yet to type their code. */
export const HOLD_MINUTES = 15;

/** Sign-up opens two weeks before, so that a yes means yes (practice.md §11.P, MV-RESOL, COCOA, LONDON). */
export const OPENS_DAYS_BEFORE = 14;

/** Sign-up closes a day before: buildings ask for names (practice.md §11.P, MV-FAQ). */
export const CLOSES_HOURS_BEFORE = 24;

/** Nobody is called off the waitlist later than this: they would be on the train home (practice.md NUM-5). */
export const PROMOTION_STOPS_MINUTES = 6 * 60;

/** Giving a seat back later than this is late; the log says which (practice.md NUM-2). */
export const LATE_RELEASE_MINUTES = 24 * 60;

/** True once a seat given back is given back late: too late for plans made with it. */
export function isLateRelease({ starts_at }: Pick<Times, 'starts_at'>, now: Instant): boolean {
  return now.epochMilliseconds >= starts_at.getTime() - LATE_RELEASE_MINUTES * 60_000;
}

/** True while a freed seat still goes to the waitlist. */
export function isPromoting(event: Times, now: Instant): boolean {
  const state = stateAt(event, now);
  if (state !== 'open' && state !== 'closed') return false;
  return now.epochMilliseconds < event.starts_at.getTime() - PROMOTION_STOPS_MINUTES * 60_000;
}

/** The number at the door is there from this many days before the start until the end, and never else (practice.md DOOR-3). */
export const DOOR_NUMBER_DAYS = 2;

/** True while those with a seat are told the number of whoever stands at the door. */
export function showsDoorNumber(event: Times & { door_number: string; zone: string }, now: Instant): boolean {
  const state = stateAt(event, now);
  if (event.door_number === '' || state === 'draft' || state === 'cancelled' || state === 'done') return false;
  const from = shiftDays(instantOf(event.starts_at), -DOOR_NUMBER_DAYS, event.zone);
  return now.epochMilliseconds >= from.epochMilliseconds;
}

/** Links to a seat in mails end this many days after the evening: whoever finds an old mail learns nothing more from it. */
export const SEAT_LINK_DAYS = 7;

/** True once the links to its seats that were mailed have ended. */
export function seatLinksAreOver(event: Pick<Times, 'ends_at'>, now: Instant): boolean {
  return now.epochMilliseconds >= event.ends_at.getTime() + SEAT_LINK_DAYS * 86_400_000;
}

export type TimesRefusal = 'events.ends_before_start' | 'events.opens_after_start' | 'events.closes_before_opening';

/** Whether an evening's four times make sense together. */
export function refuseTimes(times: Omit<Times, 'stage'>): TimesRefusal | null {
  if (times.ends_at <= times.starts_at) return 'events.ends_before_start';
  if (times.opens_at >= times.starts_at) return 'events.opens_after_start';
  if (times.closes_at <= times.opens_at || times.closes_at > times.starts_at) return 'events.closes_before_opening';
  return null;
}
