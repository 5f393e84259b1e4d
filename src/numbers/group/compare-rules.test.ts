// What made a difference: sure where it is, silent where it is chance, honest where there is too little.
import { describe, expect, test } from 'vitest';
import { compareKinds, type Sorted } from './compare-rules.ts';

/** Chance that is the same each time (mulberry32). */
function dice(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Evenings whose guests share the night's luck: the night's share strays by `strays` (sd) around `share`. */
function evenings<K extends string>(
  kind: K,
  n: number,
  share: number,
  strays: number,
  next: () => number,
): Sorted<K>[] {
  return Array.from({ length: n }, () => {
    const luck = (next() + next() + next() + next() - 2) * Math.sqrt(3) * strays;
    const night = Math.min(0.98, Math.max(0.02, share + luck));
    const signed_up = 30 + Math.floor(next() * 90);
    const came = Array.from({ length: signed_up }, next).filter((one) => one < night).length;
    return { kind, signed_up, came };
  });
}

describe('a difference', () => {
  test('that is none is called one in one comparison of twenty at most, though evenings share their luck', () => {
    const next = dice(20180119);
    let called = 0;
    for (let run = 0; run < 600; run++) {
      const kinds = compareKinds([...evenings('a', 5, 0.6, 0.1, next), ...evenings('b', 7, 0.6, 0.1, next)]);
      if (kinds.some(({ sure }) => sure === 'more' || sure === 'fewer')) called++;
    }
    expect(called / 600).toBeLessThan(0.07);
  });

  test('among seven weekdays is not found just because there are seven', () => {
    const next = dice(7);
    let called = 0;
    for (let run = 0; run < 300; run++) {
      const days = ['1', '2', '3', '4', '5', '6', '7'].flatMap((day) => evenings(day, 4, 0.6, 0.08, next));
      if (compareKinds(days).some(({ sure }) => sure === 'more' || sure === 'fewer')) called++;
    }
    expect(called / 300).toBeLessThan(0.09);
  });

  test('that is there and large is found nearly always, in the right direction', () => {
    const next = dice(42);
    let found = 0;
    for (let run = 0; run < 200; run++) {
      const kinds = compareKinds([...evenings('paid', 8, 0.86, 0.05, next), ...evenings('free', 10, 0.58, 0.07, next)]);
      const paid = kinds.find(({ kind }) => kind === 'paid');
      if (paid?.sure === 'more' && paid.apart!.low > 0.05) found++;
    }
    expect(found / 200).toBeGreaterThan(0.95);
  });

  test('holds the true one within its interval nineteen times of twenty, or oftener', () => {
    const next = dice(99);
    let held = 0;
    for (let run = 0; run < 400; run++) {
      const [a] = compareKinds([...evenings('a', 6, 0.7, 0.06, next), ...evenings('b', 6, 0.6, 0.06, next)]);
      if (a!.apart!.low <= 0.1 && a!.apart!.high >= 0.1) held++;
    }
    expect(held / 400).toBeGreaterThan(0.93);
  });
});

describe('too little', () => {
  test('is said where a kind has fewer than three evenings, or all others together have', () => {
    const night = { signed_up: 40, came: 24 };
    const two = compareKinds([...Array(2).fill({ kind: 'a', ...night }), ...Array(9).fill({ kind: 'b', ...night })]);
    expect(two.map(({ kind, sure, apart }) => [kind, sure, apart])).toEqual([
      ['a', 'few', null],
      ['b', 'few', null],
    ]);
    const three = compareKinds([...Array(3).fill({ kind: 'a', ...night }), ...Array(3).fill({ kind: 'b', ...night })]);
    expect(three.map(({ sure }) => sure)).toEqual(['chance', 'chance']);
  });

  test('makes the bar wide: one evening of forty says little, twenty say much', () => {
    const night = { kind: 'all', signed_up: 40, came: 24 };
    const [one] = compareKinds([night]);
    const [twenty] = compareKinds(Array(20).fill(night));
    expect(one!.high - one!.low).toBeGreaterThan(0.3);
    expect(twenty!.high - twenty!.low).toBeLessThan(0.08);
    expect(twenty!.share).toBeCloseTo(0.6);
  });

  test('and evenings whose kind nobody knows, or without sign-ups, are left out', () => {
    const found = compareKinds([
      { kind: null, signed_up: 40, came: 1 },
      { kind: 'a', signed_up: 0, came: 3 },
      { kind: 'a', signed_up: 50, came: 25 },
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: 'a', evenings: 1, share: 0.5 });
    expect(compareKinds([])).toEqual([]);
  });
});

test('where all came, or more than signed up, nothing is beyond its scale', () => {
  const [all] = compareKinds(Array(4).fill({ kind: 'a', signed_up: 20, came: 23 }));
  expect(all!.share).toBeCloseTo(1.15);
  expect(all!.high).toBe(all!.share);
  expect(all!.low).toBeGreaterThan(0.9);
  const [none] = compareKinds(Array(4).fill({ kind: 'a', signed_up: 20, came: 0 }));
  expect(none).toMatchObject({ share: 0, low: 0 });
});
