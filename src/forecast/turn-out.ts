// How many will come to one night: a distribution, and the range that is said of it.
import { rhoOf, type ShowRate } from './cap.ts';
import { type Coins, type Counts, gammaPoisson, meanOf, mixture, plus, quantile, sumOfCoins } from './counts.ts';
import { type Cell, groupIn, type Learnt, look } from './learnt.ts';
import type { Night } from './nights.ts';
import { dot } from './solve.ts';
import { chance, usualColumns } from './traits.ts';
import { walkInsOf } from './walk-ins.ts';

export type TurnOut = {
  /** Probability of k heads. */
  counts: Counts;
  /** `p10`–`p90` hold four nights of five; `p50` is the middle, `p80` what food is ordered for. */
  p10: number;
  p50: number;
  p80: number;
  p90: number;
  mean: number;
  /** The group's nights this is learnt from; 0: from other groups and the prior alone. */
  nights: number;
};

/** Luck of a night: standard normal in slices of like width, each with its share. */
const luck = slices(15, 3.1);

/** Sign-ups that are still to come: their mean number and its variance (`sign-ups.ts`). */
export type StillToCome = { mean: number; variance: number };

/**
 * What is to be expected of `night`: each sign-up comes with a chance of its own, all share the night's luck (a logistic-normal
 * mixture of Poisson-binomials); of those still to sign up come as many as of ordinary guests; and walk-ins come on top where
 * the group counts them.
 */
export function foresee(
  learnt: Learnt,
  night: Night,
  options: { walk_ins: boolean; looked?: ReturnType<typeof look>; more?: StillToCome },
): TurnOut {
  const looked = options.looked ?? look(learnt, night);
  const seated = plus(seatedCounts(learnt, night.group, looked), moreCounts(learnt, night.group, options.more));
  const walkIns = options.walk_ins ? walkInsOf(learnt, night.group, meanOf(seated)) : { mean: 0, variance: 0 };
  const counts = plus(seated, gammaPoisson(walkIns.mean, walkIns.variance));
  return {
    counts,
    p10: quantile(counts, 0.1),
    p50: quantile(counts, 0.5),
    p80: quantile(counts, 0.8),
    p90: quantile(counts, 0.9),
    mean: meanOf(counts),
    nights: groupIn(learnt, night.group).nights,
  };
}

function seatedCounts(learnt: Learnt, group: string, { cells, log_odds, unsure }: ReturnType<typeof look>): Counts {
  const { level, variance } = learnt.drift;
  const sd = Math.sqrt(groupIn(learnt, group).spread + unsure + variance);
  return mixture(luck.map(({ z, share }) => ({ share, counts: sumOfCoins(coins(cells, log_odds, level + z * sd)) })));
}

function moreCounts(learnt: Learnt, group: string, more: StillToCome = { mean: 0, variance: 0 }): Counts {
  const share = usualChance(learnt, group);
  return gammaPoisson(more.mean * share, more.variance * share * share);
}

/** The chance that an ordinary guest of this group comes. */
export function usualChance(learnt: Learnt, group: string): number {
  return chance(dot(usualColumns, learnt.beta) + groupIn(learnt, group).effect + learnt.drift.level);
}

/** A group's show rate for ordinary guests, and how a night's guests hang together, what is not known yet included. */
export function showRate(learnt: Learnt, group: string): ShowRate {
  const { spread, variance } = groupIn(learnt, group);
  const mean = usualChance(learnt, group);
  return { mean, rho: rhoOf(mean, spread + variance + learnt.drift.variance + learnt.covariance[0]![0]!) };
}

const coins = (cells: readonly Cell[], log_odds: Float64Array, shift: number): Coins[] =>
  cells.map(({ n }, at) => ({ n, p: chance(log_odds[at]! + shift) }));

function slices(many: number, widest: number): { z: number; share: number }[] {
  const width = (2 * widest) / many;
  const all = Array.from({ length: many }, (_, i) => -widest + (i + 0.5) * width);
  const total = all.reduce((sum, z) => sum + Math.exp((-z * z) / 2), 0);
  return all.map((z) => ({ z, share: Math.exp((-z * z) / 2) / total }));
}
