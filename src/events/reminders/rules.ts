// The laws of reminders: when each is due on the place's clock, until when it may still go, and what an answer means. Pure.
import { type Instant, instantOf, resolveLocal, shiftDays, wallClock } from '#kit/time.ts';
import type { Confirmation, EnrolmentState, Via } from '../tables.ts';
import type { ReminderStep } from './tables.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** An evening, as far as its reminders hang on it. */
export type Evening = { starts_at: Date; zone: string };
export type Offset = { before_minutes: number; at_time?: string | null | undefined };

/** The waitlist is asked whether it still wants a seat (practice.md NUM-5, CODEBAR: T-30h to T-4h; seats are given until T-6h). */
const WAITING_BEFORE = 30 * HOUR;
/** A seat nobody has confirmed by then is soft (practice.md NUM-6). */
export const SOFT_BEFORE = 36 * HOUR;
/** Whoever is asked has at least so long to answer before it means something, and as long again after the second notice. */
export const TO_ANSWER = 12 * HOUR;

/** How long after its moment a reminder is still worth sending, when the server was off: it says "in two weeks", "in a week" … */
const lateAtMost: Record<ReminderStep, number> = {
  fortnight: 3 * DAY,
  week: 3 * DAY,
  confirm: 18 * HOUR,
  // Until seats are no longer given to the waitlist.
  waiting: 24 * HOUR,
  second: 8 * HOUR,
  day: 3 * HOUR,
};

/** Somebody who has just taken their seat has just read all of it: these go to those who had it a day before. */
const freshFor: Record<ReminderStep, number> = {
  fortnight: DAY,
  week: DAY,
  confirm: 0,
  waiting: 0,
  second: 0,
  day: 0,
};

/** The day of an evening on its place's clock, `2026-12-09`: a reminder goes out once for it. */
export function dayOf({ starts_at, zone }: Evening): string {
  return wallClock(instantOf(starts_at), zone).date;
}

/**
 * When a reminder is due. Whole days go back on the place's calendar, so that 18:00 stays 18:00 over a clock change, and what
 * is left exactly. A time the clock jumps over is the one after the gap; one it strikes twice, the first.
 */
export function dueAt({ starts_at, zone }: Evening, { before_minutes, at_time }: Offset): Instant {
  const start = instantOf(starts_at);
  const day = shiftDays(start, -Math.floor(before_minutes / DAY), zone);
  if (!at_time) return day.subtract({ minutes: before_minutes % DAY });
  const at = resolveLocal(wallClock(day, zone).date, at_time, zone);
  const due = at.kind === 'once' ? at.instant : at.kind === 'twice' ? at.first : at.after;
  return due.epochMilliseconds < start.epochMilliseconds ? due : start.subtract({ minutes: before_minutes });
}

/** When the waitlist is asked. */
export function waitingAt(evening: Evening): Instant {
  return dueAt(evening, { before_minutes: WAITING_BEFORE });
}

/** When a seat whose guest was asked at `asked_at` is soft: 36 hours before, and half a day after the question. */
export function softAt(evening: Evening, asked_at: Date): Instant {
  return later(dueAt(evening, { before_minutes: SOFT_BEFORE }), instantOf(asked_at).add({ minutes: TO_ANSWER }));
}

/** When seats nobody confirms are freed: half a day after the second notice. */
export function releasedAt(second_at: Date): Instant {
  return instantOf(second_at).add({ minutes: TO_ANSWER });
}

/** Whether a round goes out now. `passed`: nobody was there to send it, and now it would only be noise. */
export function decideRound(
  step: ReminderStep,
  due: Instant,
  starts_at: Date,
  now: Instant,
): 'early' | 'now' | 'passed' {
  const late = (now.epochMilliseconds - due.epochMilliseconds) / 60_000;
  if (late < 0) return 'early';
  return late > lateAtMost[step] || now.epochMilliseconds >= starts_at.getTime() ? 'passed' : 'now';
}

/** A round concerns those whose place has been what it is since before this moment. */
export function knownBefore(step: ReminderStep, due: Instant): Instant {
  return due.subtract({ minutes: freshFor[step] });
}

/** What a guest has said after they were asked; `soft` is an unanswered question that has begun to count. */
export type Said = 'confirmed' | 'unanswered' | 'soft';
export type Seat = { state: EnrolmentState; confirmed_at: Date | null; changed_at: Date; via: Via };

/**
 * Whether the one with this seat said that they come; `null` while they have none, or were not asked. Taking a seat oneself
 * after the question is as good as an answer; one the waitlist or an organiser gave is nobody's answer.
 */
export function wordOf(seat: Seat, asked_at: Date | null): 'confirmed' | 'unanswered' | null {
  if (seat.state !== 'going') return null;
  if (seat.confirmed_at) return 'confirmed';
  if (!asked_at) return null;
  const isOwnAndLater = seat.changed_at.getTime() > asked_at.getTime() && (seat.via === 'page' || seat.via === 'mail');
  return isOwnAndLater ? 'confirmed' : 'unanswered';
}

/** The same, where silence counts: a seat that was there when `soft_at` came and is unconfirmed since is soft. */
export function saidBy(
  seat: Seat,
  question: { asked_at: Date | null; confirmation: Confirmation } & Evening,
  now: Instant,
): Said | null {
  const word = wordOf(seat, question.asked_at);
  if (word !== 'unanswered' || question.confirmation === 'off' || !question.asked_at) return word;
  const soft_at = softAt(question, question.asked_at).epochMilliseconds;
  return now.epochMilliseconds >= soft_at && seat.changed_at.getTime() < soft_at ? 'soft' : 'unanswered';
}

function later(a: Instant, b: Instant): Instant {
  return a.epochMilliseconds > b.epochMilliseconds ? a : b;
}

/** Days from `now` to the evening on the place's calendar: 0 is today, 1 tomorrow. */
export function daysUntil({ starts_at, zone }: Evening, now: Instant): number {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return today.until(instantOf(starts_at).toZonedDateTimeISO(zone).toPlainDate(), { largestUnit: 'days' }).days;
}

/** How many seats in the last two days of earlier evenings would have reached this number in line. */
export function oddsOf(rank: number, past: readonly number[]): { n: number; m: number } | null {
  if (past.length < FEWEST_EVENINGS) return null;
  return { n: past.length, m: past.filter((freed) => freed >= rank).length };
}

/** Fewer evenings say nothing about the next. */
const FEWEST_EVENINGS = 3;

/** True for a reminder that finds nobody: its moment comes before anybody can have had a seat for as long as it asks for. */
export function findsNobody(
  step: ReminderStep,
  due: Instant,
  { opens_at, opened_at }: { opens_at: Date; opened_at: Date | null },
): boolean {
  return knownBefore(step, due).epochMilliseconds <= (opened_at ?? opens_at).getTime();
}
