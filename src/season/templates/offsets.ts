// How templates write when something is to be done.
import type { Offset } from '../rules.ts';

/** So many days before the evening begins, at its hour. */
export function daysBefore(amount: number): Offset {
  return { side: 'before', amount, unit: 'days' };
}

/** So many days after it ended, at that hour. */
export function daysAfter(amount: number): Offset {
  return { side: 'after', amount, unit: 'days' };
}

/** So many hours before it begins. */
export function hoursBefore(amount: number): Offset {
  return { side: 'before', amount, unit: 'hours' };
}
