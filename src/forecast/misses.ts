// How far past forecasts were off: the honest ground for spread and drift.
import type { Cell, Seen } from './learnt.ts';
import { chance } from './traits.ts';

/** One night's count beside its forecast. `information` is the variance chance alone gives it. */
export type Miss = {
  group: string;
  n: number;
  came: number;
  expected: number;
  miss: number;
  information: number;
  unsure: number;
};

/** A night's miss, by what had been forecast before anybody knew. */
export function missOf({ group, cells, foreseen, unsure }: Seen): Miss {
  const odds = Array.from(foreseen, chance);
  const expected = cells.reduce((sum, { n }, at) => sum + n * odds[at]!, 0);
  const came = cells.reduce((sum, cell) => sum + cell.came, 0);
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  return { group, n, came, expected, miss: came - expected, information: informationOf(cells, odds), unsure };
}

/** Variance of a count of unequal coins: Σ n p (1 − p). */
export const informationOf = (cells: readonly Cell[], odds: ArrayLike<number>): number =>
  cells.reduce((sum, { n }, at) => sum + n * odds[at]! * (1 - odds[at]!), 0);

/** The nights are read back until this many sign-ups: older ones no longer change anything. */
const MOST_SIGN_UPS = 120_000;

/** The latest nights, oldest first. */
export function latest(seen: readonly Seen[]): Seen[] {
  let sum = 0;
  let from = seen.length;
  while (from > 0 && sum < MOST_SIGN_UPS) sum += seen[--from]!.cells.length;
  return seen.slice(from);
}
