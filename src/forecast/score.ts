// How good a forecast was, once it is known what came of it.
import { type Counts, chanceOfBetween, quantile } from './counts.ts';

/**
 * Continuous ranked probability score, in heads: 0 is perfect, and a forecast of one number scores its distance
 * (Gneiting & Raftery 2007, Strictly proper scoring rules; for counts, Σ (F(k) − 1{came ≤ k})²).
 */
export function crps(counts: Counts, came: number): number {
  let upTo = 0;
  let score = 0;
  for (let k = 0; k < Math.max(counts.length, came); k++) {
    upTo += counts[k] ?? 0;
    score += (upTo - (k >= came ? 1 : 0)) ** 2;
  }
  return score;
}

/** The range printed for a night, what the forecast itself gives it, and whether the night fell into it. */
export function range80(counts: Counts, came: number): { low: number; high: number; nominal: number; hit: boolean } {
  const low = quantile(counts, 0.1);
  const high = quantile(counts, 0.9);
  return { low, high, nominal: chanceOfBetween(counts, low, high), hit: came >= low && came <= high };
}

/** Probability integral transform, made continuous by `draw` in [0, 1): uniform over nights when forecasts are right (Dawid 1984). */
export function pit(counts: Counts, came: number, draw: number): number {
  return chanceOfBetween(counts, 0, came - 1) + draw * (counts[came] ?? 0);
}

/** Greatest distance of `values` from uniform on [0, 1] (Kolmogorov–Smirnov). */
export function distanceFromUniform(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  return sorted.reduce((most, value, i) => Math.max(most, value - i / n, (i + 1) / n - value), 0);
}

/** A seeded stream of numbers in [0, 1) (mulberry32): the same file prints the same figures. */
export function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** 95 % interval of Σ above ÷ Σ below when nights are drawn again with replacement (bootstrap, 2,000 draws). */
export function ratioInterval(above: readonly number[], below: readonly number[], seed = 1): [number, number] {
  const draw = draws(seed);
  const ratios = Array.from({ length: 2_000 }, () => {
    let a = 0;
    let b = 0;
    for (let i = 0; i < above.length; i++) {
      const at = Math.floor(draw() * above.length);
      a += above[at]!;
      b += below[at]!;
    }
    return a / b;
  }).sort((x, y) => x - y);
  return [ratios[49]!, ratios[1_949]!];
}
