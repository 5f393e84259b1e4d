// What to order: the Midwest lunch, pizza for a hundred, what too little and too much come to, and what was left.
import { describe, expect, test } from 'vitest';
import { betaBinomial } from '#forecast';
import { appetiteOf, foodFor, tradeOffLine, tradeOffs, usualOrder } from './food-rules.ts';

// practice.md §11.O-2, MV-CDAY: lunch was estimated at 130 and exactly 130 were brought.
test('the Midwest lunch is ordered for four days in five, not for the mean', () => {
  const counts = betaBinomial(145, 130 / 145, 0.02);
  const food = foodFor(counts, usualOrder);
  expect(food.heads).toBeGreaterThan(130);
  expect(food.short).toBeLessThanOrEqual(0.2);
  // One that orders the mean is short nearly every other time.
  expect(foodFor(counts, { ...usualOrder, enough: 0.5 }).short).toBeGreaterThan(0.35);
});

test('helpers eat too, and three slices a head of eight a pizza are 38 pizzas for a hundred', () => {
  const sure = Float64Array.from({ length: 97 }, (_, k) => (k === 96 ? 1 : 0));
  expect(foodFor(sure, { ...usualOrder, helpers: 4 })).toMatchObject({
    heads: 100,
    pizzas: 38,
    left_over: 0,
    short: 0,
  });
});

describe('what is left and what is missing', () => {
  const counts = betaBinomial(120, 0.6, 0.02);

  test('trade against each other: the surer, the more is left and the less is missing', () => {
    const rows = tradeOffs(counts, usualOrder);
    expect(rows.map(({ share }) => share)).toEqual([50, 60, 70, 80, 90, 95]);
    for (const [at, row] of rows.entries()) {
      const next = rows[at + 1];
      expect(row.short).toBeLessThanOrEqual(1 - row.share / 100);
      if (!next) continue;
      expect(next.portions).toBeGreaterThan(row.portions);
      expect(next.left_over).toBeGreaterThan(row.left_over);
      expect(next.missing).toBeLessThan(row.missing);
    }
  });

  test('differ by what is ordered beyond the mean, whatever is ordered', () => {
    const by = { enough: 0.8, helpers: 5, appetite: 0.9 };
    const mean = (120 * 0.6 + 5) * 0.9;
    for (const { portions, left_over, missing } of tradeOffLine(counts, by))
      expect(left_over - missing).toBeCloseTo(portions - mean, 6);
    const { portions, left_over, missing } = foodFor(counts, by);
    expect(left_over - missing).toBeCloseTo(portions - mean, 6);
  });

  test('can be drawn for an evening to which nobody comes', () => {
    const line = tradeOffLine(Float64Array.of(1), usualOrder);
    expect(line.length).toBeGreaterThan(0);
    expect(foodFor(Float64Array.of(1), usualOrder)).toMatchObject({ portions: 0, pizzas: 0, left_over: 0, missing: 0 });
  });
});

describe('how much each eats', () => {
  const half = { ordered: 100, fed: 100, left: 'half' as const };

  test('is one portion until an order was noted', () => {
    expect(appetiteOf([])).toEqual({ a_head: 1, evenings: 0 });
    expect(appetiteOf([{ ordered: 50, fed: 40, left: 'no_food' }])).toEqual({ a_head: 1, evenings: 0 });
  });

  test('moves little with one evening and far with many, and newer ones count more', () => {
    expect(appetiteOf([half]).a_head).toBeCloseTo(0.875, 3);
    const many = appetiteOf(Array(12).fill(half)).a_head;
    expect(many).toBeGreaterThan(0.6);
    expect(many).toBeLessThan(0.75);
    const full = { ...half, left: 'just_right' as const };
    expect(appetiteOf([half, half, full, full]).a_head).toBeGreaterThan(appetiteOf([full, full, half, half]).a_head);
  });

  test('goes up where it was gone early, and nowhere absurd', () => {
    expect(appetiteOf([{ ordered: 50, fed: 50, left: 'none_early' }]).a_head).toBeGreaterThan(1);
    const typo = { ordered: 1000, fed: 10, left: 'just_right' as const };
    expect(appetiteOf(Array(30).fill(typo)).a_head).toBe(1.3);
  });
});
