// Which days of a rhythm get an evening, and which evenings a change of their series reaches. Pure.
import { daysOf, type Rhythm } from '../rhythm.ts';

/** The plan of a series; days are `2026-12-09`. */
export type SeriesPlan = {
  rhythm: Rhythm;
  /** Weeks are counted from here. */
  starts_on: string;
  /** Its last day, or how many evenings in all; neither: until somebody ends it. */
  ends_on: string | null;
  most: number | null;
  /** So many evenings to come are always there. */
  ahead: number;
};

/** An evening of the series, by the day of the rhythm it stands for. `is_off`: it was called off. */
export type MadeDay = { series_on: string; is_off: boolean };

/** A day of the rhythm to come, and what became of it. */
export type SeriesDay = { day: string; is: 'made' | 'skipped' | 'missing' | 'later' };

/**
 * Days of the rhythm after `today`, at most `most_shown`: those with an evening, those left out, those whose evening is
 * missing although it is one of the next `ahead`, and those whose turn comes later. An evening that was called off is not
 * made again, and does not count as one of the next.
 */
export function daysAhead(
  plan: SeriesPlan,
  made: readonly MadeDay[],
  skips: ReadonlySet<string>,
  today: string,
  most_shown: number,
): SeriesDay[] {
  const there = new Map(made.map((one) => [one.series_on, one]));
  let all = made.filter(({ is_off }) => !is_off).length;
  let ahead = 0;
  const days: SeriesDay[] = [];
  for (const day of daysOf(plan.rhythm, plan.starts_on)) {
    if (days.length >= most_shown || (plan.ends_on !== null && day > plan.ends_on)) break;
    if (day <= today) continue;
    const one = there.get(day);
    if (skips.has(day)) days.push({ day, is: 'skipped' });
    else if (one) {
      days.push({ day, is: 'made' });
      if (!one.is_off) ahead++;
    } else {
      if (plan.most !== null && all >= plan.most) continue;
      const is = ahead < plan.ahead ? 'missing' : 'later';
      days.push({ day, is });
      all++;
      ahead++;
    }
  }
  return days;
}

/** Days that should have an evening by now and have none. */
export function missingDays(
  plan: SeriesPlan,
  made: readonly MadeDay[],
  skips: ReadonlySet<string>,
  today: string,
): string[] {
  // Long enough for every evening ahead, with a summer of days left out in between.
  const days = daysAhead(plan, made, skips, today, plan.ahead + skips.size + made.length);
  return days.filter(({ is }) => is === 'missing').map(({ day }) => day);
}
