// The laws of the night and the day after it. Pure.
import { type Instant, instantOf, resolveLocal, shiftDays, wallClock } from '#kit/time.ts';

type Times = { starts_at: Date; ends_at: Date; zone: string };

/** When organisers are asked, on the place's clock: awake, and not at work yet. */
const ASK_AT = '09:00';

/** Whoever set up the server today is not asked about last week. */
const ASK_HOURS = 72;

/** Whoever meets before noon is on the way at nine: told so long before the start. */
const TOLD_BEFORE_MS = 3 * 3_600_000;

/** True on the day an evening begins, on the place's clock, and after midnight until it has ended. */
export function isOnTheDay({ starts_at, ends_at, zone }: Times, now: Instant): boolean {
  const day = (at: Instant) => wallClock(at, zone).date;
  const at = now.epochMilliseconds;
  return day(now) === day(instantOf(starts_at)) || (at >= starts_at.getTime() && at < ends_at.getTime());
}

/** True on the day from nine, or three hours before when it begins before noon, until the start. */
export function isTimeToCall({ starts_at, zone }: Times, now: Instant): boolean {
  const nine = clockOn(wallClock(instantOf(starts_at), zone).date, zone);
  const from = Math.min(nine.epochMilliseconds, starts_at.getTime() - TOLD_BEFORE_MS);
  return now.epochMilliseconds >= from && now.epochMilliseconds < starts_at.getTime();
}

/** Whether a call at `at` was for this day: an evening that was put off is told of once more. */
export function wasCalledFor(evening: Times, at: Instant): boolean {
  const day = (moment: Instant) => wallClock(moment, evening.zone).date;
  return day(at) === day(instantOf(evening.starts_at)) || isTimeToCall(evening, at);
}

/** True from nine on the day after an evening began, for three days. */
export function isTimeToAsk({ starts_at, ends_at, zone }: Times, now: Instant): boolean {
  const day = wallClock(shiftDays(instantOf(starts_at), 1, zone), zone).date;
  const from = clockOn(day, zone);
  const at = now.epochMilliseconds;
  return at >= from.epochMilliseconds && at >= ends_at.getTime() && at < from.epochMilliseconds + ASK_HOURS * 3_600_000;
}

/** Nine o'clock of a day, or the moment after the gap where there is none. */
function clockOn(day: string, zone: string): Instant {
  const found = resolveLocal(day, ASK_AT, zone);
  return found.kind === 'once' ? found.instant : found.kind === 'twice' ? found.first : found.after;
}
