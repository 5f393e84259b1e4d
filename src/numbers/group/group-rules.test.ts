// What a group's evenings say, from facts alone: whether our ranges held, guests by when they signed up, what was eaten.
import { describe, expect, test } from 'vitest';
import type { Alike, CountedHere, GroupFacts } from './group-facts.ts';
import { calibrate, groupNumbers, type JudgedEvening } from './group-rules.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 29);

const evening = (ago: number, more: Partial<CountedHere> = {}): CountedHere => ({
  night: `e${ago}`,
  title: '',
  starts_at: NOW - ago * 14 * DAY,
  ends_at: NOW - ago * 14 * DAY + DAY / 8,
  zone: 'UTC',
  posture: 'free',
  online: false,
  signed_up: 60,
  came: 36,
  food_left: null,
  ordered: null,
  helpers: 0,
  now: null,
  week_before: null,
  slug: null,
  open_days: 14,
  was_asked: null,
  back_after_asking: null,
  back_else: null,
  waited: null,
  promoted: null,
  ...more,
});
const facts = (evenings: CountedHere[], alike: Alike[] = []): GroupFacts => ({
  evenings: evenings.toSorted((a, b) => a.starts_at - b.starts_at),
  alike,
  curves: [],
  who: { seats: 0, first_time: 0, people: 0, came_again: 0 },
});
const many = (n: number, more: (i: number) => Partial<CountedHere> = () => ({})) =>
  Array.from({ length: n }, (_, i) => evening(i + 1, more(i)));

describe('whether our ranges held', () => {
  const judged = (hits: number, of: number): JudgedEvening[] =>
    Array.from({ length: of }, (_, i) => ({
      ...{ night: `e${i}`, group: '', starts_at: i, rsvps: 60, title: '', zone: 'UTC' },
      ...{ low: 30, middle: 36, high: 42, came: i < hits ? 42 : i % 2 ? 29 : 43 },
    }));

  test.each([
    [2, 2, 'few'],
    [4, 5, 'as_said'],
    [17, 20, 'as_said'],
    [11, 20, 'narrow'],
    [20, 20, 'wide'],
    [10, 10, 'as_said'],
    [60, 60, 'wide'],
  ])('%i of %i is "%s": chance explains what eight in ten would', (hits, of, verdict) => {
    expect(calibrate(judged(hits, of)).verdict).toBe(verdict);
  });

  test('and which evenings were fuller, which emptier than said, adds up', () => {
    const { hits, below, above } = calibrate(judged(7, 12));
    expect([hits, below + above]).toEqual([7, 5]);
    expect(below).toBeGreaterThan(0);
    expect(above).toBeGreaterThan(0);
  });
});

describe('guests of whom the door knows whether they came', () => {
  const alike = (night: number, lead: Alike['lead'], said: boolean | null, signed_up: number, came: number): Alike => ({
    ...{ starts_at: NOW - night * 14 * DAY, lead, said, signed_up, came },
  });
  const nights = [1, 2, 3, 4, 5, 6, 7, 8];

  test('are compared by when they signed up, and by whether they said yes once more', () => {
    const guests = nights.flatMap((night) => [
      alike(night, 'day', null, 20, 18),
      alike(night, 'weeks', true, 30, 24),
      alike(night, 'weeks', false, 30, 6),
    ]);
    const { compared } = groupNumbers(facts(many(8), guests), NOW);
    const of = (factor: string) => compared.find((one) => one.factor === factor)?.kinds;
    expect(of('lead')?.map(({ kind, evenings, sure }) => [kind, evenings, sure])).toEqual([
      ['day', 8, 'more'],
      ['weeks', 8, 'fewer'],
    ]);
    expect(of('lead')?.map(({ share }) => Math.round(share * 100))).toEqual([90, 50]);
    // Those nobody asked are no part of it.
    expect(of('said')?.map(({ kind, share }) => [kind, Math.round(share * 100)])).toEqual([
      ['yes', 80],
      ['no', 20],
    ]);
  });

  test('are not spoken of where there are none, or all are of one kind', () => {
    const factors = (guests: Alike[]) => groupNumbers(facts(many(8), guests), NOW).compared.map(({ factor }) => factor);
    expect(factors([])).toEqual(['asked', 'opening', 'weekday', 'posture']);
    expect(factors(nights.map((night) => alike(night, 'day', null, 9, 5)))).not.toContain('lead');
  });
});

describe('evenings', () => {
  test('online ones are left out of what is compared where they are the fewer', () => {
    const mixed = many(9, (i) => ({ online: i > 5, came: i > 5 ? 20 : 40, posture: i % 2 ? 'fee' : 'free' }));
    const found = groupNumbers(facts(mixed), NOW);
    expect(found.left_out).toBe(3);
    const posture = found.compared.find(({ factor }) => factor === 'posture')!;
    expect(posture.kinds.reduce((sum, { evenings }) => sum + evenings, 0)).toBe(6);
  });

  test('say how much of what was ordered was eaten, and nothing where nobody noted it', () => {
    expect(groupNumbers(facts(many(4)), NOW).eaten).toBeNull();
    const noted = many(4, (i) => ({
      ordered: 40,
      food_left: (['half', 'quarter', 'just_right', 'none_early'] as const)[i]!,
    }));
    expect(groupNumbers(facts(noted), NOW).eaten).toEqual({ evenings: 4, share: (20 + 30 + 40 + 40) / 160 });
  });

  test('tell what the mail that asks brings back, beside any other day', () => {
    const asked = many(5, () => ({ was_asked: true, back_after_asking: 6, back_else: 13, open_days: 14 }));
    expect(groupNumbers(facts(asked), NOW).back).toEqual({ evenings: 5, after: 30, else_a_day: 5 });
    expect(groupNumbers(facts(many(5)), NOW).back).toBeNull();
  });

  test('of a year fewer than ten show the emptiest and the fullest, more the eight in ten', () => {
    const few = groupNumbers(facts(many(4, (i) => ({ came: 20 + i }))), NOW).usual;
    expect(few).toEqual({ low: 20, high: 23, evenings: 4, is_all: true });
    const more = groupNumbers(facts(many(20, (i) => ({ came: 20 + i }))), NOW).usual;
    expect(more).toEqual({ low: 22, high: 37, evenings: 20, is_all: false });
  });
});
