// Distributions over heads: against what a hand reckons, and what a leader of a big group wrote down.
import { describe, expect, test } from 'vitest';
import {
  betaBinomial,
  chanceOfMoreThan,
  gammaPoisson,
  meanOf,
  normalUpTo,
  plus,
  quantile,
  sumOfCoins,
} from './counts.ts';

const sum = (counts: Float64Array) => counts.reduce((total, p) => total + p, 0);

describe('a count of heads', () => {
  test('of two unequal coins is what a hand reckons', () => {
    const counts = sumOfCoins([
      { n: 1, p: 0.5 },
      { n: 1, p: 0.2 },
    ]);
    expect([...counts].map((p) => p.toFixed(3))).toEqual(['0.400', '0.500', '0.100']);
  });

  test('of very many coins is a normal curve that hardly differs from the exact sum', () => {
    const exact = sumOfCoins([{ n: 1_500, p: 0.3 }]);
    const wide = sumOfCoins([{ n: 1_501, p: 0.3 }]);
    expect(sum(wide)).toBeCloseTo(1, 6);
    expect(Math.abs(quantile(wide, 0.1) - quantile(exact, 0.1))).toBeLessThanOrEqual(1);
    expect(Math.abs(quantile(wide, 0.9) - quantile(exact, 0.9))).toBeLessThanOrEqual(1);
  });

  test('that is drawn anew each night spreads wider, around the same mean', () => {
    const calm = betaBinomial(100, 0.5, 0);
    const wild = betaBinomial(100, 0.5, 0.02);
    expect(meanOf(wild)).toBeCloseTo(meanOf(calm), 6);
    expect(chanceOfMoreThan(wild, 60)).toBeGreaterThan(2 * chanceOfMoreThan(calm, 60));
  });

  test('of walk-ins adds up to one, has the mean asked for, and is nobody where nobody is expected', () => {
    const counts = gammaPoisson(4, 6);
    expect(sum(counts)).toBeCloseTo(1, 9);
    expect(meanOf(counts)).toBeCloseTo(4, 5);
    expect([...gammaPoisson(0, 0)]).toEqual([1]);
  });

  test('of two kinds together has both means', () => {
    expect(meanOf(plus(sumOfCoins([{ n: 10, p: 0.5 }]), gammaPoisson(3, 0)))).toBeCloseTo(8, 5);
  });

  test('is read off by the smallest number that enough nights stay below', () => {
    expect(quantile(Float64Array.of(0.1, 0.4, 0.5), 0.5)).toBe(1);
    expect(quantile(Float64Array.of(0.1, 0.4, 0.5), 0.51)).toBe(2);
  });

  test('uses a normal curve that agrees with its tables', () => {
    expect(normalUpTo(0)).toBeCloseTo(0.5, 6);
    expect(normalUpTo(1.2816)).toBeCloseTo(0.9, 4);
    expect(normalUpTo(-1.96)).toBeCloseTo(0.025, 4);
  });
});

// practice.md NUM-3 and §2.3: what a leader of a big group wrote down over ten years.
describe('a big group with a show rate of its own', () => {
  test.each([
    [250, 0.28, 48, 93],
    [300, 0.25, 50, 101],
  ])('of %i sign-ups at %f expects between %i and %i', (n, rate, low, high) => {
    const counts = betaBinomial(n, rate, 0.02);
    expect(Math.abs(quantile(counts, 0.1) - low)).toBeLessThanOrEqual(1);
    expect(Math.abs(quantile(counts, 0.9) - high)).toBeLessThanOrEqual(1);
  });
});
