// A group's evenings as a table to take along: what was special about each, what was forecast, how many came.
import { type Cell, writeCsv } from '#kit/csv.ts';
import { instantOf, wallClock } from '#kit/time.ts';
import type { CountedHere } from './group-facts.ts';
import type { JudgedEvening } from './group-rules.ts';

const header = [
  'day',
  'weekday',
  'evening',
  'posture',
  'online',
  'sign_up_open_days',
  'asked_still_coming',
  'signed_up',
  'came',
  'forecast_low',
  'forecast_most_likely',
  'forecast_high',
  'waited',
  'promoted',
  'given_back_after_asking',
  'food_ordered',
  'food_left',
];

/** Oldest first; weekdays from 1 Monday to 7 Sunday. Unknown is empty. */
export function groupCsv(evenings: readonly CountedHere[], judged: readonly JudgedEvening[]): string {
  const forecast = new Map(judged.map((one) => [one.night, one]));
  return writeCsv(
    header,
    evenings.map((one): Cell[] => {
      const at = instantOf(new Date(one.starts_at));
      const said = forecast.get(one.night);
      return [
        wallClock(at, one.zone).date,
        at.toZonedDateTimeISO(one.zone).dayOfWeek,
        one.title,
        one.posture,
        one.online,
        one.open_days === null ? null : Math.round(one.open_days),
        one.was_asked,
        one.signed_up,
        one.came,
        said?.low,
        said?.middle,
        said?.high,
        one.waited,
        one.promoted,
        one.back_after_asking,
        one.ordered,
        one.food_left,
      ];
    }),
  );
}
