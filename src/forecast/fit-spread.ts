// How much nights differ from what was forecast of them, pooled and for each group.
import { groupIn, type Learnt, SPREAD } from './learnt.ts';
import { latest, type Miss, missOf } from './misses.ts';
import { chance, logit } from './traits.ts';

/** The night-to-night variance behind the honest misses, pooled and then per group, each drawn to what was believed before. */
export function fitSpread(learnt: Learnt): void {
  const misses = latest(learnt.seen).map(missOf);
  learnt.spread = spreadAfter(misses, SPREAD, 1);
  const byGroup = Map.groupBy(misses, ({ group }) => group);
  for (const [name, own] of byGroup) {
    const spread = spreadAfter(own.slice(-40), learnt.spread, 0.5);
    learnt.groups.set(name, { ...groupIn(learnt, name), spread });
  }
}

const spreads = [0.002, 0.005, 0.01, 0.02, 0.03, 0.045, 0.06, 0.08, 0.11, 0.15, 0.2, 0.3, 0.45, 0.7, 1];

/** The mean of what is believed after the misses: a best guess alone would forget how unsure few nights leave it. */
function spreadAfter(misses: readonly Miss[], believed: number, log_sd: number): number {
  const logs = spreads.map((spread) =>
    misses.reduce((log, miss) => log + logLikelihood(miss, spread), -0.5 * (Math.log(spread / believed) / log_sd) ** 2),
  );
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return spreads.reduce((sum, spread, at) => sum + spread * weights[at]!, 0) / total;
}

/**
 * Of a night's count, as if it were normal. What luck does to it is taken from one sd up and one down rather than from the
 * slope in the middle: near everybody and near nobody the count hardly moves.
 */
function logLikelihood({ n, came, expected, information, unsure }: Miss, spread: number): number {
  const share = Math.min(1 - 1e-6, Math.max(1e-6, expected / n));
  const sd = Math.sqrt(spread + unsure);
  const up = chance(logit(share) + sd);
  const down = chance(logit(share) - sd);
  // Unequal chances leave less to luck than the same number of equal ones.
  const evenness = information / (n * share * (1 - share));
  const moved = ((up - down) / 2) * n * evenness;
  const miss = came - expected - ((up + down) / 2 - share) * n * evenness;
  // The twelfth: counts are whole numbers.
  const variance = information + moved * moved + 1 / 12;
  return -0.5 * (Math.log(variance) + (miss * miss) / variance);
}
