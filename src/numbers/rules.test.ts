// What follows from an evening's facts: Chicago in January 2018, and a group on its first day.
import { describe, expect, test } from 'vitest';
import type { Counted, NumberFacts } from './facts.ts';
import { outlook, type Tonight, usualChoices } from './rules.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2018, 0, 15, 18);

const evening = (months_ago: number, signed_up: number, came: number): Counted => ({
  night: `e${months_ago}`,
  title: `Evening ${months_ago}`,
  starts_at: NOW - months_ago * 30 * DAY,
  ends_at: NOW - months_ago * 30 * DAY + DAY / 8,
  zone: 'America/Chicago',
  posture: 'free',
  online: false,
  signed_up,
  came,
  food_left: 'just_right',
  ordered: null,
  helpers: 0,
  now: Math.round(signed_up * 0.8),
  week_before: Math.round(signed_up * 0.5),
});

const tonight: Tonight = {
  group: '',
  starts_at: NOW + 2 * DAY,
  posture: 'free',
  online: false,
  room: 100,
  cap: 250,
  announced: false,
  open: false,
  opened_at: NOW - 12 * DAY,
  answers_due: false,
  now: NOW,
};

const seated = (heads: number): NumberFacts['seated'] => [
  { asked_at: NOW - 5 * DAY, questioned: true, confirmed: false, promoted: false, heads },
];

// practice.md §11.O-1 and §1.3: over 200 signed up for rooms of 100, and "only about 40 %" came.
describe('Chicago, January 2018', () => {
  const past = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((ago) => evening(ago, 200 + ago * 3, 80 + ((ago * 7) % 13)));

  test('is told a range around two in five, not two hundred', () => {
    const found = outlook(tonight, { counted: past, seated: seated(200), meal: null }, usualChoices);
    expect(found.range.p10).toBeGreaterThan(55);
    expect(found.range.p90).toBeLessThan(112);
    expect(Math.abs(found.range.p50 - 82)).toBeLessThan(9);
    expect(found.evenings).toBe(9);
  });

  test('is told to offer about twice its room, which fills it and overflows on one evening in twenty at most', () => {
    const { seats } = outlook(tonight, { counted: past, seated: seated(200), meal: null }, usualChoices);
    expect(seats!.cap).toBeGreaterThan(150);
    expect(seats!.cap).toBeLessThan(230);
    expect(seats!.risk).toBeLessThanOrEqual(0.05);
    expect(seats!.naive).toBeGreaterThan(seats!.cap);
    expect(seats!.naive_risk).toBeGreaterThan(0.3);
  });

  test('sees how good the forecast was on each evening of the last year that had one before it', () => {
    const { year } = outlook(tonight, { counted: past, seated: seated(200), meal: null }, usualChoices);
    expect(year).toHaveLength(8);
    expect(year.every(({ low, high, middle }) => low <= middle && middle <= high)).toBe(true);
    expect(year.map(({ title }) => title)[0]).toBe('Evening 8');
  });
});

describe('a group on its first day', () => {
  const nothing: NumberFacts = { counted: [], seated: [], meal: null };

  test('is told what all seats offered would bring, as a wide range from others’ evenings', () => {
    const found = outlook({ ...tonight, cap: 60, room: 60, announced: true }, nothing, usualChoices);
    expect(found.evenings).toBe(0);
    expect(found.range.p90 - found.range.p10).toBeGreaterThan(15);
    expect(Math.abs(found.range.p50 - 35)).toBeLessThan(5);
    expect(found.year).toEqual([]);
  });

  test('is told nothing of when people signed up while nobody could, and the heads still add up', () => {
    const past = [3, 2, 1].map((ago) => evening(ago, 90 - ago * 9, 40));
    const facts = { counted: past, seated: [], meal: null };
    const { reasons, range } = outlook({ ...tonight, announced: true }, facts, usualChoices);
    expect(reasons.map(({ reason }) => reason)).not.toContain('lead');
    expect(reasons.reduce((sum, { heads }) => sum + heads, 0)).toBe(range.p50);
    const open = outlook({ ...tonight, cap: 82 }, { ...facts, seated: seated(82) }, usualChoices);
    expect(open.reasons.reduce((sum, { heads }) => sum + heads, 0)).toBe(open.range.p50);
  });

  test('is not told to offer seats while nobody said what the room holds', () => {
    expect(outlook({ ...tonight, room: null }, nothing, usualChoices).seats).toBeNull();
  });

  test('is told to offer no more than the room where people pay', () => {
    expect(outlook({ ...tonight, posture: 'deposit' }, nothing, usualChoices).seats!.cap).toBe(100);
  });
});

test('those still to sign up are counted while they can, and never beyond the seats there are', () => {
  const past = [4, 3, 2, 1].map((ago) => evening(ago, 100, 55));
  const facts = { counted: past, seated: seated(80), meal: null };
  const open = { ...tonight, open: true, starts_at: NOW + 7 * DAY };
  const roomy = outlook({ ...open, cap: 200 }, facts, usualChoices);
  const tight = outlook({ ...open, cap: 83 }, facts, usualChoices);
  expect(roomy.more).toBeGreaterThan(5);
  expect(tight.more).toBeLessThanOrEqual(3);
  expect(outlook({ ...open, open: false }, facts, usualChoices).more).toBe(0);
  expect(roomy.reasons.reduce((sum, { heads }) => sum + heads, 0)).toBe(roomy.range.p50);
});

test('an evening that opened this morning is not given up because nobody has read the mail yet', () => {
  const past = [4, 3, 2, 1].map((ago) => evening(ago, 100, 55));
  const facts = { counted: past, seated: [], meal: null };
  const open = { ...tonight, open: true, starts_at: NOW + 13 * DAY };
  const usual = outlook({ ...open, announced: true, cap: 100 }, facts, usualChoices).range.p50;
  const fresh = outlook({ ...open, opened_at: NOW - DAY / 4 }, facts, usualChoices);
  expect(fresh.more).toBeGreaterThan(80);
  expect(fresh.range.p50).toBeGreaterThan(usual * (2 / 3));
  expect(fresh.range.p90).toBeGreaterThanOrEqual(usual);
  expect(outlook({ ...open, opened_at: NOW - 2 * DAY }, facts, usualChoices).more).toBeLessThan(20);
  // A group without a past has nothing usual.
  expect(outlook({ ...open, opened_at: NOW }, { ...facts, counted: [] }, usualChoices).more).toBeLessThan(20);
});

describe('food', () => {
  const counted = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((ago) => evening(ago, 100, 60));
  const meal = {
    enough: 80,
    helpers: 0,
    kind: 'pizza' as const,
    cost_cents: null,
    currency: null,
    order_on: null,
    ordered: null,
  };
  const ordered = (from: Counted[], heads: number, food_left: Counted['food_left'] = 'just_right') =>
    from.map((one): Counted => ({ ...one, ordered: heads, food_left }));

  test('is ordered as its organisers chose, helpers included', () => {
    const facts = { counted, seated: seated(100), meal };
    const usual = outlook(tonight, { ...facts, meal: null }, usualChoices).food;
    expect(outlook(tonight, facts, usualChoices).food).toEqual(usual);
    const more = outlook(tonight, { ...facts, meal: { ...meal, enough: 95, helpers: 7 } }, usualChoices).food;
    expect(more.guests).toBeGreaterThan(usual.guests);
    expect(more.heads).toBe(more.guests + 7);
  });

  test('learns from what was left where the order was noted, and from nothing else', () => {
    const of = (past: Counted[]) => outlook(tonight, { counted: past, seated: seated(100), meal }, usualChoices);
    const plain = of(counted).food.portions;
    expect(of(counted.map((one): Counted => ({ ...one, food_left: 'half' }))).food.portions).toBe(plain);
    const wasted = of(ordered(counted, 80, 'quarter'));
    expect(wasted.appetite.evenings).toBe(9);
    // 80 ordered, a quarter left, 60 there: one portion each, so nothing changes.
    expect(wasted.food.portions).toBe(plain);
    expect(of(ordered(counted, 60, 'half')).food.portions).toBeLessThan(plain * 0.8);
    expect(of(ordered(counted, 60, 'none_early')).food.portions).toBeGreaterThan(plain);
  });
});

test('who was asked and did not answer counts for less once the time to answer has passed', () => {
  const facts = { counted: [], seated: seated(100), meal: null };
  const before = outlook(tonight, facts, usualChoices).range.p50;
  const after = outlook({ ...tonight, answers_due: true }, facts, usualChoices).range.p50;
  expect(after).toBeLessThan(before * 0.6);
});
