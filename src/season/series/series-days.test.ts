// Which days of a series get an evening: cases over left-out days, called-off evenings and ends, without a database.
import { describe, expect, it } from 'vitest';
import { daysAhead, missingDays, type SeriesPlan } from './series-days.ts';

const plan: SeriesPlan = {
  rhythm: { every: 'month', nth: 2, weekday: 3, not_in: [8, 12] },
  starts_on: '2027-01-01',
  ends_on: null,
  most: null,
  ahead: 3,
};
const none: ReadonlySet<string> = new Set();
const on = (series_on: string, is_off = false) => ({ series_on, is_off });

describe('a series', () => {
  it('has its next three evenings, however long ago it began', () => {
    expect(missingDays(plan, [], none, '2027-01-05')).toEqual(['2027-01-13', '2027-02-10', '2027-03-10']);
    expect(missingDays(plan, [], none, '2029-06-20')).toEqual(['2029-07-11', '2029-09-12', '2029-10-10']);
  });

  it('makes only what is missing, and nothing for days that are past or today', () => {
    const made = [on('2027-01-13'), on('2027-02-10'), on('2027-03-10')];
    expect(missingDays(plan, made, none, '2027-01-12')).toEqual([]);
    expect(missingDays(plan, made, none, '2027-01-13')).toEqual(['2027-04-14']);
  });

  it('leaves out a day that is skipped, and makes one more at the end instead', () => {
    expect(missingDays(plan, [], new Set(['2027-02-10']), '2027-01-05')).toEqual([
      '2027-01-13',
      '2027-03-10',
      '2027-04-14',
    ]);
  });

  it('does not make an evening again that was called off, but the one after it', () => {
    const made = [on('2027-01-13', true), on('2027-02-10'), on('2027-03-10')];
    expect(missingDays(plan, made, none, '2027-01-05')).toEqual(['2027-04-14']);
  });

  it('ends on its last day, and after as many evenings as were wanted', () => {
    expect(missingDays({ ...plan, ends_on: '2027-02-10' }, [], none, '2027-01-05')).toEqual([
      '2027-01-13',
      '2027-02-10',
    ]);
    const made = [on('2027-01-13'), on('2027-02-10', true)];
    expect(missingDays({ ...plan, most: 2 }, made, none, '2027-01-20')).toEqual(['2027-03-10']);
    expect(missingDays({ ...plan, most: 1 }, made, none, '2027-01-20')).toEqual([]);
  });

  it('counts every second Tuesday from its first, also years later', () => {
    const weekly: SeriesPlan = { ...plan, rhythm: { every: 'week', weeks: 2, weekday: 2, not_in: [] }, ahead: 2 };
    expect(missingDays(weekly, [], none, '2027-01-05')).toEqual(['2027-01-19', '2027-02-02']);
    expect(missingDays(weekly, [], none, '2028-01-05')).toEqual(['2028-01-18', '2028-02-01']);
  });

  it('says of every day to come what became of it', () => {
    const days = daysAhead({ ...plan, ahead: 2 }, [on('2027-01-13')], new Set(['2027-02-10']), '2027-01-05', 5);
    expect(days).toEqual([
      { day: '2027-01-13', is: 'made' },
      { day: '2027-02-10', is: 'skipped' },
      { day: '2027-03-10', is: 'missing' },
      { day: '2027-04-14', is: 'later' },
      { day: '2027-05-12', is: 'later' },
    ]);
  });
});
