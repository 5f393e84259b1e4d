// Months and days as they stand in an address, and how they lie in a week. Pure.
import { type Instant, sayTime, Temporal } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';

/** `2026-12` */
export type Month = string;
/** `2026-12-09` */
export type Day = string;

/** Before and after these years nothing is looked up: nobody plans there, and every month links to the next. */
const YEARS = { first: 2000, last: 2100 };

/** The month or the day an address names; null for what is neither. */
export function readWhen(text: string): { month: Month; day: Day | null } | null {
  const found = /^(\d{4})-(\d{2})(-\d{2})?$/.exec(text);
  if (!found || Number(found[1]) < YEARS.first || Number(found[1]) > YEARS.last) return null;
  try {
    if (!found[3]) return { month: Temporal.PlainYearMonth.from(text, { overflow: 'reject' }).toString(), day: null };
    return { month: text.slice(0, 7), day: Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() };
  } catch {
    return null;
  }
}

/** The month it is at a moment, by the clock of the whole world: a page is the same for everybody. */
export function monthAt(now: Instant): Month {
  return now.toString().slice(0, 7);
}

/** The month before and the one after; null beyond the years there are. */
export function monthsBeside(month: Month): { before: Month | null; after: Month | null } {
  const beside = (months: number) => {
    const text = Temporal.PlainYearMonth.from(month).add({ months }).toString();
    return readWhen(text) && text;
  };
  return { before: beside(-1), after: beside(1) };
}

/** Its days in order, each with its place in the week: 1 Monday to 7 Sunday. */
export function daysOfMonth(month: Month): { day: Day; weekday: number }[] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  return Array.from({ length: first.daysInMonth }, (_, days) => {
    const date = first.add({ days });
    return { day: date.toString(), weekday: date.dayOfWeek };
  });
}

/** `December 2026` */
export function sayMonth(month: Month, lang: Lang): string {
  return sayTime(Temporal.Instant.from(`${month}-15T12:00Z`), 'UTC', lang, 'month');
}
