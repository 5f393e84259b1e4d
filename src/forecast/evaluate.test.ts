// The forecast on made-up towns whose truth is known.
import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { evaluateCurves } from './evaluate-curves.ts';
import { countsOnly, nightsOf, type Town } from './for-tests.ts';
import { learnFrom } from './learn.ts';
import { nothingLearnt } from './learnt.ts';
import type { PastNight } from './nights.ts';
import { foresee } from './turn-out.ts';

const town: Town = {
  seed: 5,
  groups: 6,
  nights: 14,
  sign_ups: 60,
  base: 0.2,
  group_sd: 0.6,
  person_sd: 0.7,
  night_sd: 0.3,
};
const DAY = 86_400_000;

describe('tried on nights that were, the forecast', () => {
  test('misses by less than the usual share of sign-ups and than the group’s last three nights', () => {
    const { evaluation } = evaluate(nightsOf(town))!;
    expect(evaluation.crps_ratio_naive).toBeLessThan(0.8);
    expect(evaluation.crps_ratio_last3).toBeLessThan(1);
    expect(Math.abs(evaluation.cover80 - evaluation.nominal80)).toBeLessThan(0.12);
  });

  test('does so where a group only counted heads', () => {
    const { evaluation } = evaluate(countsOnly(nightsOf(town)))!;
    expect(evaluation.crps_ratio_naive).toBeLessThan(0.8);
  });

  test('prints the same figures for the same file', () => {
    const few = nightsOf({ ...town, nights: 5 });
    expect(evaluate(few)).toEqual(evaluate([...few].reverse()));
  });

  test('sees nothing that was not over two days before: a night’s own outcome, and one of the day before, change nothing', () => {
    const nights = nightsOf({ ...town, groups: 1, nights: 6 });
    const last = nights.at(-1)!;
    const yesterday: PastNight = {
      ...last,
      night: 'yesterday',
      starts_at: last.starts_at - DAY,
      ended_at: last.ended_at - DAY,
    };
    const forecast = (before: PastNight[]) => evaluate([...before, last])!.judged.at(-1)!;
    const nobody = (night: PastNight): PastNight => ({ ...night, came: (night.rsvps as unknown[]).map(() => false) });
    const plain = forecast([...nights.slice(0, -1), yesterday]);
    expect(forecast([...nights.slice(0, -1), nobody(yesterday)])).toEqual(plain);
    // It could have changed something: three days earlier it does.
    const early = { ...nobody(yesterday), starts_at: last.starts_at - 3 * DAY, ended_at: last.ended_at - 3 * DAY };
    expect(forecast([...nights.slice(0, -1), early]).middle).toBeLessThan(plain.middle);
  });

  test('has nothing to say of a single night', () => {
    expect(evaluate(nightsOf({ ...town, groups: 1, nights: 1 }))).toBeNull();
  });
});

describe('what is learnt', () => {
  const learntFrom = (nights: readonly PastNight[]) => {
    const learnt = nothingLearnt();
    for (const night of nights) learnFrom(learnt, [{ night }]);
    return learnt;
  };
  const tonight = { night: 'x', group: 'g0', starts_at: 0, posture: 'free', online: false, rsvps: 100 } as const;

  test('is nothing at first: a wide range around the prior', () => {
    const { p10, p50, p90, nights } = foresee(nothingLearnt(), tonight, { walk_ins: false });
    expect(nights).toBe(0);
    expect(Math.abs(p50 - 58)).toBeLessThanOrEqual(4);
    expect(p90 - p10).toBeGreaterThan(30);
  });

  test('is the group’s own rate after some nights, and the range is narrower', () => {
    const calm = nightsOf({ ...town, groups: 1, nights: 12, base: -1, group_sd: 0, night_sd: 0.1, person_sd: 0.1 });
    const { p10, p50, p90 } = foresee(learntFrom(calm), tonight, { walk_ins: false });
    expect(Math.abs(p50 - 24)).toBeLessThan(7);
    const prior = foresee(nothingLearnt(), tonight, { walk_ins: false });
    expect(p90 - p10).toBeLessThan(0.7 * (prior.p90 - prior.p10));
  });

  test('is how much nights differ: a group of surprises gets a wider range than a calm one', () => {
    const at = (night_sd: number) => {
      const nights = nightsOf({ ...town, groups: 1, nights: 20, group_sd: 0, person_sd: 0.1, night_sd });
      const { p10, p90 } = foresee(learntFrom(nights), tonight, { walk_ins: false });
      return p90 - p10;
    };
    expect(at(0.8)).toBeGreaterThan(1.5 * at(0.05));
  });

  test('is that deposits bring people', () => {
    const learnt = learntFrom(nightsOf({ ...town, groups: 2, nights: 14, deposits: 0.5 }));
    const free = foresee(learnt, tonight, { walk_ins: false });
    const deposit = foresee(learnt, { ...tonight, posture: 'deposit' }, { walk_ins: false });
    expect(deposit.p50).toBeGreaterThan(free.p50 + 15);
  });

  test('is how many walk in, where somebody counted', () => {
    const learnt = learntFrom(nightsOf({ ...town, groups: 1, nights: 10, walk_ins: 0.25 }));
    const without = foresee(learnt, tonight, { walk_ins: false });
    const withThem = foresee(learnt, tonight, { walk_ins: true });
    expect(withThem.mean / without.mean).toBeGreaterThan(1.15);
    expect(withThem.mean / without.mean).toBeLessThan(1.35);
  });
});

test('the curve of sign-ups beats “now × mean growth” where evenings that were busy lately go on being busy', () => {
  const curves = Array.from({ length: 30 }, (_, i) => {
    const lately = 2 + ((i * 7) % 25);
    const now = 10 + lately + ((i * 3) % 20);
    const ended_at = i * 10 * DAY;
    return { now, lately, days_left: 7, final: now + lately + (i % 3), asked_at: ended_at - 7 * DAY, ended_at };
  });
  const found = evaluateCurves(curves)!;
  expect(found.curves).toBe(29);
  expect(found.curve_ratio).toBeLessThan(0.8);
  expect(evaluateCurves(curves.slice(0, 1))).toBeNull();
});
