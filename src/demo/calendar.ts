// Which day an evening is on, counted from the day the town is built. Pure.
import { type Instant, resolveLocal, Temporal } from '#kit/time.ts';

/** Days from the building of the town to the next evening, at least: its sign-up opened a few days ago, nothing is due today. */
const SOONEST_DAYS = 6;

const TURN_DAYS = 28;

/**
 * `2026-12-09`: the first such weekday at least six days after `today`, `turn` times four weeks on, and `later` days more.
 * Nobody meets around New Year: what would fall there is a week or two later, but for the next one, which must be near.
 */
export function dayOfTurn(today: string, weekday: number, turn: number, later = 0): string {
  const soonest = Temporal.PlainDate.from(today).add({ days: SOONEST_DAYS });
  const next = soonest.add({ days: (weekday - soonest.dayOfWeek + 7) % 7 });
  let day = next.add({ days: turn * TURN_DAYS });
  while (turn !== 0 && isHoliday(day)) day = day.add({ days: 7 });
  return day.add({ days: later }).toString();
}

function isHoliday({ month, day }: Temporal.PlainDate): boolean {
  return (month === 12 && day >= 22) || (month === 1 && day <= 3);
}

/** The moment of a wall-clock time; a time that never comes is moved to the next that does. */
export function momentAt(day: string, time: string, zone: string): Instant {
  const found = resolveLocal(day, time, zone);
  return found.kind === 'once' ? found.instant : found.kind === 'twice' ? found.first : found.after;
}

/** `18:05` + 25 → `18:30` */
export function laterBy(time: string, minutes: number): string {
  return Temporal.PlainTime.from(time).add({ minutes }).toString({ smallestUnit: 'minute' });
}

/** Minutes a zone's clock is ahead of UTC at a moment. */
export function offsetMinutes(at: Instant, zone: string): number {
  return at.toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000;
}
