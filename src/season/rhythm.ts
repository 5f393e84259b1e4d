// A rhythm is a rule that names days: every second Wednesday of a month, but not in August. Pure; a day is `2026-12-09`.
import { z } from '#kit/form.ts';
import { Temporal } from '#kit/time.ts';

/** The first to fourth such weekday of a month, or its last. */
export const nthShape = z.literal([1, 2, 3, 4, 'last']);
export type Nth = z.output<typeof nthShape>;

const weekday = z.number().int().min(1).max(7);
const notIn = z.array(z.number().int().min(1).max(12)).default([]);

export const rhythmShape = z.discriminatedUnion('every', [
  /** `not_in`: months without one, 1 to 12. */
  z.object({ every: z.literal('month'), nth: nthShape, weekday, not_in: notIn }),
  /** Counted from the first day of the series. */
  z.object({ every: z.literal('week'), weeks: z.number().int().min(1).max(8), weekday, not_in: notIn }),
]);
/** Weekdays are 1 Monday to 7 Sunday (ISO 8601). */
export type Rhythm = z.output<typeof rhythmShape>;

/** Every day the rhythm names, from `from` on (that day included), for ever; a month that has none is passed over. */
export function* daysOf(rhythm: Rhythm, from: string): Generator<string> {
  // Nobody plans further than that, and a rhythm with every month left out ends.
  const end = Temporal.PlainDate.from(from).add({ years: 12 });
  for (const day of named(rhythm, Temporal.PlainDate.from(from))) {
    if (Temporal.PlainDate.compare(day, end) > 0) return;
    if (!rhythm.not_in.includes(day.month)) yield day.toString();
  }
}

function* named(rhythm: Rhythm, from: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  if (rhythm.every === 'week') {
    let day = from.add({ days: (rhythm.weekday - from.dayOfWeek + 7) % 7 });
    for (; ; day = day.add({ weeks: rhythm.weeks })) yield day;
  }
  for (let month = from.toPlainYearMonth(); ; month = month.add({ months: 1 })) {
    const day = nthOf(month, rhythm.nth, rhythm.weekday);
    if (Temporal.PlainDate.compare(day, from) >= 0) yield day;
  }
}

function nthOf(month: Temporal.PlainYearMonth, nth: Nth, weekday: number): Temporal.PlainDate {
  const first = month.toPlainDate({ day: 1 });
  const day = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
  if (nth !== 'last') return day.add({ weeks: nth - 1 });
  return day.add({ weeks: Math.floor((month.daysInMonth - day.day) / 7) });
}

/** Which weekday of its month a day is. The fifth of its kind is called the last, so that every month has one. */
export function placeInMonth(day: string): { weekday: number; nth: Nth } {
  const date = Temporal.PlainDate.from(day);
  const nth = Math.ceil(date.day / 7);
  return { weekday: date.dayOfWeek, nth: nth >= 5 ? 'last' : (nth as Nth) };
}

/** Days between today and an evening that is proposed, at least: two weeks of sign-up and one to announce it. */
const PROPOSE_AFTER_DAYS = 21;

/**
 * A day for the next evening: as the last one was placed in its month, far enough ahead to announce it, and not
 * on one of the days that are `taken`.
 */
export function proposeDay(
  place: { weekday: number | null; nth: Nth | null },
  today: string,
  last: string | null = null,
  taken: ReadonlySet<string> = new Set(),
): string | null {
  const { weekday, nth } = place;
  if (weekday === null) return null;
  const soonest = Temporal.PlainDate.from(today).add({ days: PROPOSE_AFTER_DAYS });
  const after = last && Temporal.PlainDate.from(last).add({ days: 1 });
  const from = after && Temporal.PlainDate.compare(after, soonest) > 0 ? after : soonest;
  const rhythm: Rhythm = nth
    ? { every: 'month', nth, weekday, not_in: [] }
    : { every: 'week', weeks: 1, weekday, not_in: [] };
  for (const day of daysOf(rhythm, from.toString())) if (!taken.has(day)) return day;
  return null;
}
