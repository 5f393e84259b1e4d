// Which days a rhythm names: cases over months, years and clock changes, without a database.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from '#kit/time.ts';
import { daysOf, placeInMonth, proposeDay, type Rhythm } from './rhythm.ts';

const first = (rhythm: Rhythm, from: string, n: number) => [...take(daysOf(rhythm, from), n)];

function* take<T>(all: Iterable<T>, n: number): Generator<T> {
  let left = n;
  for (const one of all) {
    if (left-- <= 0) return;
    yield one;
  }
}

describe('a rhythm names', () => {
  it('the second Wednesday, not in August or December', () => {
    const rhythm: Rhythm = { every: 'month', nth: 2, weekday: 3, not_in: [8, 12] };
    expect(first(rhythm, '2026-06-01', 7)).toEqual([
      '2026-06-10',
      '2026-07-08',
      '2026-09-09',
      '2026-10-14',
      '2026-11-11',
      '2027-01-13',
      '2027-02-10',
    ]);
  });

  it('the last Thursday, whether a month has four or five', () => {
    const rhythm: Rhythm = { every: 'month', nth: 'last', weekday: 4, not_in: [] };
    expect(first(rhythm, '2026-01-01', 4)).toEqual(['2026-01-29', '2026-02-26', '2026-03-26', '2026-04-30']);
  });

  it('every second Tuesday, counted from the first, over the end of a year', () => {
    const rhythm: Rhythm = { every: 'week', weeks: 2, weekday: 2, not_in: [] };
    expect(first(rhythm, '2026-12-07', 4)).toEqual(['2026-12-08', '2026-12-22', '2027-01-05', '2027-01-19']);
  });

  it('the day it begins on, when that is one of them, and none before', () => {
    const rhythm: Rhythm = { every: 'month', nth: 2, weekday: 3, not_in: [] };
    expect(first(rhythm, '2026-06-10', 1)).toEqual(['2026-06-10']);
    expect(first(rhythm, '2026-06-11', 1)).toEqual(['2026-07-08']);
  });

  it('nothing for ever when every month is left out', () => {
    const never: Rhythm = { every: 'month', nth: 1, weekday: 1, not_in: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] };
    expect(first(never, '2026-06-10', 3)).toEqual([]);
  });

  it('days of its weekday, in order, never in a month left out, whatever it is', () => {
    const nth = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const);
    const weekday = fc.integer({ min: 1, max: 7 });
    const not_in = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 8 });
    const rhythm = fc.oneof(
      fc.record({ every: fc.constant('month' as const), nth, weekday, not_in }),
      fc.record({ every: fc.constant('week' as const), weeks: fc.integer({ min: 1, max: 8 }), weekday, not_in }),
    );
    const from = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(rhythm, from, (rule, date) => {
        const start = date.toISOString().slice(0, 10);
        const days = first(rule, start, 24);
        for (const day of days) {
          const named = Temporal.PlainDate.from(day);
          expect(named.dayOfWeek).toBe(rule.weekday);
          expect(rule.not_in).not.toContain(named.month);
          expect(day >= start).toBe(true);
          if (rule.every === 'month') expect(placeInMonth(day).weekday).toBe(rule.weekday);
        }
        expect(days).toEqual([...new Set(days)].sort());
      }),
    );
  });
});

describe('a day for the next evening is proposed', () => {
  it('as the last one was placed in its month, and far enough ahead to announce it', () => {
    expect(proposeDay(placeInMonth('2026-11-11'), '2026-11-12', '2026-11-11')).toBe('2026-12-09');
    expect(proposeDay(placeInMonth('2026-11-11'), '2026-12-01', '2026-11-11')).toBe('2027-01-13');
    // A fifth Monday is called the last, so that every month has one.
    expect(proposeDay(placeInMonth('2026-11-30'), '2026-12-01', '2026-11-30')).toBe('2026-12-28');
  });

  it('after the one that is planned already', () => {
    expect(proposeDay(placeInMonth('2027-03-10'), '2026-12-01', '2027-03-10')).toBe('2027-04-14');
  });

  it('and not where an evening stands already', () => {
    const taken = new Set(['2027-01-13', '2027-02-10']);
    expect(proposeDay(placeInMonth('2026-11-11'), '2026-12-01', '2026-11-11', taken)).toBe('2027-03-10');
  });

  it('by the weekday alone, or not at all', () => {
    expect(proposeDay({ weekday: 2, nth: null }, '2026-12-01')).toBe('2026-12-22');
    expect(proposeDay({ weekday: null, nth: null }, '2026-12-01')).toBeNull();
  });
});
