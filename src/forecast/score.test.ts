// Scores of forecasts: on forecasts whose worth is plain.
import { describe, expect, test } from 'vitest';
import { betaBinomial } from './counts.ts';
import { crps, distanceFromUniform, draws, pit, range80, ratioInterval } from './score.ts';

describe('a forecast is scored', () => {
  test('0 when it was sure and right, and by its distance when it was sure and wrong', () => {
    const sure = Float64Array.of(0, 0, 0, 1);
    expect(crps(sure, 3)).toBe(0);
    expect(crps(sure, 1)).toBe(2);
    expect(crps(sure, 5)).toBe(2);
  });

  test('better for a range that holds the night than for a narrow one that does not', () => {
    expect(crps(betaBinomial(100, 0.5, 0.02), 62)).toBeLessThan(crps(betaBinomial(100, 0.5, 0), 62));
  });

  test('by whether its range of four nights in five held the night, and by what it claimed for that range', () => {
    const counts = Float64Array.of(0.05, 0.1, 0.5, 0.3, 0.05);
    expect(range80(counts, 2)).toMatchObject({ low: 1, high: 3, hit: true });
    expect(range80(counts, 2).nominal).toBeCloseTo(0.9, 9);
    expect(range80(counts, 4).hit).toBe(false);
  });

  test('by where nights fall: evenly over the whole range when it is right, at one end when it is wrong', () => {
    const draw = draws(3);
    const fair = Array.from({ length: 2_000 }, () => {
      const came = Array.from({ length: 50 }, () => (draw() < 0.6 ? 1 : 0)).reduce<number>((a, b) => a + b, 0);
      return { right: pit(betaBinomial(50, 0.6, 0), came, draw()), wrong: pit(betaBinomial(50, 0.7, 0), came, draw()) };
    });
    expect(distanceFromUniform(fair.map(({ right }) => right))).toBeLessThan(0.04);
    expect(distanceFromUniform(fair.map(({ wrong }) => wrong))).toBeGreaterThan(0.3);
  });

  test('with an interval that a clear difference keeps below one, and no difference does not', () => {
    const better = Array.from({ length: 60 }, (_, i) => 1 + (i % 3) * 0.1);
    const worse = better.map((score) => score * 1.5);
    expect(ratioInterval(better, worse)[1]).toBeLessThan(1);
    const [low, high] = ratioInterval(better, [...better].reverse());
    expect(low).toBeLessThanOrEqual(1);
    expect(high).toBeGreaterThanOrEqual(1);
  });
});
