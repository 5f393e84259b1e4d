// How many come without having signed up, learnt from the group's own nights that counted them.
import type { Learnt } from './learnt.ts';

/** Walk-ins as a share of those who came with a seat (practice.md §11.P: 5 %; seen 9 to 28 %, DONUT and JAWS16). */
const SHARE = 0.05;

/** The prior weighs as much as this many heads of one's own; nights stray from the mean by a factor of about this sd. */
const PRIOR_HEADS = 40;
const STRAYS = 0.6;

/** Newer nights weigh more, as they do for the show rate. */
const HALF_LIFE_NIGHTS = 6;

/** Mean and variance of the mean number of walk-ins beside `seated` heads expected. */
export function walkInsOf(learnt: Learnt, group: string, seated: number): { mean: number; variance: number } {
  const nights = learnt.seen.filter((seen) => seen.group === group && seen.walk_ins !== null);
  let heads = PRIOR_HEADS;
  let walked = SHARE * PRIOR_HEADS;
  nights.forEach(({ cells, walk_ins }, at) => {
    const weight = 0.5 ** ((nights.length - 1 - at) / HALF_LIFE_NIGHTS);
    heads += weight * cells.reduce((sum, { came }) => sum + came, 0);
    walked += weight * (walk_ins ?? 0);
  });
  const mean = (seated * walked) / heads;
  return { mean, variance: (mean * STRAYS) ** 2 };
}
