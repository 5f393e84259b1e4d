// Distributions over how many: an array whose k-th number is the probability of k heads.

/** Probabilities of 0, 1, 2 … heads; they add up to 1. */
export type Counts = Float64Array;

/** Heads above which the exact sum is replaced by a normal curve: it would cost seconds, and nobody could see the difference. */
const EXACT_UP_TO = 1_500;

/** Some of `n` coins that each fall with `p`. */
export type Coins = { n: number; p: number };

/** How many of many unequal coins fall (Poisson-binomial), by convolution one coin at a time. */
export function sumOfCoins(coins: readonly Coins[]): Counts {
  const most = coins.reduce((sum, { n }) => sum + n, 0);
  if (most > EXACT_UP_TO) return normalCounts(coins, most);
  const counts = new Float64Array(most + 1);
  counts[0] = 1;
  let upTo = 0;
  for (const { n, p } of coins) {
    for (let i = 0; i < n; i++) {
      upTo++;
      for (let k = upTo; k > 0; k--) counts[k] = counts[k]! * (1 - p) + counts[k - 1]! * p;
      counts[0] = counts[0]! * (1 - p);
    }
  }
  return counts;
}

function normalCounts(coins: readonly Coins[], most: number): Counts {
  const mean = coins.reduce((sum, { n, p }) => sum + n * p, 0);
  const sd = Math.sqrt(coins.reduce((sum, { n, p }) => sum + n * p * (1 - p), 0)) || 1e-9;
  const counts = new Float64Array(most + 1);
  let before = 0;
  for (let k = 0; k <= most; k++) {
    const upTo = k === most ? 1 : normalUpTo((k + 0.5 - mean) / sd);
    counts[k] = upTo - before;
    before = upTo;
  }
  return counts;
}

/** Φ(z), to 1.5e-7 (Abramowitz & Stegun 1964, 7.1.26). */
export function normalUpTo(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (poly * Math.exp(-x * x)) / 2;
  return z < 0 ? tail : 1 - tail;
}

/**
 * Poisson spread wider by what is not known of its own mean: a gamma mean of `mean` heads and variance `variance`, then
 * Poisson (negative binomial). `variance` 0 is a plain Poisson. Cut where what is left is below 1e-9.
 */
export function gammaPoisson(mean: number, variance: number): Counts {
  if (mean <= 0) return Float64Array.of(1);
  const size = variance > 1e-12 ? (mean * mean) / variance : Number.POSITIVE_INFINITY;
  const counts: number[] = [Number.isFinite(size) ? (size / (size + mean)) ** size : Math.exp(-mean)];
  let sum = counts[0]!;
  for (let k = 1; sum < 1 - 1e-9 && k < 20_000; k++) {
    const step = Number.isFinite(size) ? ((k - 1 + size) / k) * (mean / (size + mean)) : mean / k;
    counts.push(counts[k - 1]! * step);
    sum += counts[k]!;
  }
  return Float64Array.from(counts, (p) => p / sum);
}

/** The sum of two independent counts. */
export function plus(a: Counts, b: Counts): Counts {
  if (b.length === 1) return a;
  const sum = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    const p = a[i]!;
    if (p === 0) continue;
    for (let j = 0; j < b.length; j++) sum[i + j] = sum[i + j]! + p * b[j]!;
  }
  return sum;
}

/** One of several distributions, each with its share; shares add up to 1. */
export function mixture(parts: readonly { share: number; counts: Counts }[]): Counts {
  const mixed = new Float64Array(Math.max(...parts.map(({ counts }) => counts.length)));
  for (const { share, counts } of parts) {
    for (let k = 0; k < counts.length; k++) mixed[k] = mixed[k]! + share * counts[k]!;
  }
  return mixed;
}

/** `n` heads that come with a chance drawn anew each night: beta with mean `p` and correlation `rho` (beta-binomial). */
export function betaBinomial(n: number, p: number, rho: number): Counts {
  if (rho <= 0) return sumOfCoins([{ n, p }]);
  const a = p * (1 / rho - 1);
  const b = (1 - p) * (1 / rho - 1);
  const counts = new Float64Array(n + 1);
  // P(0) = B(a, n+b) / B(a, b), as a product; then each from the one before.
  let log = 0;
  for (let i = 0; i < n; i++) log += Math.log((b + i) / (a + b + i));
  for (let k = 0; k <= n; k++) {
    counts[k] = Math.exp(log);
    log += Math.log(((n - k) * (a + k)) / ((k + 1) * (b + n - k - 1)));
  }
  return counts;
}

/** The mean number of heads. */
export function meanOf(counts: Counts): number {
  return counts.reduce((sum, p, k) => sum + k * p, 0);
}

/** The smallest number that at least `share` (0 to 1) of the nights stay at or below. */
export function quantile(counts: Counts, share: number): number {
  let sum = 0;
  for (let k = 0; k < counts.length; k++) {
    sum += counts[k]!;
    if (sum >= share - 1e-12) return k;
  }
  return counts.length - 1;
}

/** How likely more than `most` come. */
export function chanceOfMoreThan(counts: Counts, most: number): number {
  let sum = 0;
  for (let k = Math.max(0, most + 1); k < counts.length; k++) sum += counts[k]!;
  return sum;
}

/** How likely it is between `low` and `high`, both included. */
export function chanceOfBetween(counts: Counts, low: number, high: number): number {
  let sum = 0;
  for (let k = Math.max(0, low); k <= Math.min(high, counts.length - 1); k++) sum += counts[k]!;
  return sum;
}
