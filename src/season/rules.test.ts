// When something is due, what waits for what, and what is late: cases without a database.
import { describe, expect, it } from 'vitest';
import { Temporal } from '#kit/time.ts';
import { blockersOf, dueAt, dueNext, dueWithinADay, isOverdue, placeFor, waitsForItself } from './rules.ts';

const at = (text: string) => new Date(text);
// A Monday at 18:00 in Berlin, a day after the clock went back.
const opens_at = at('2026-10-12T07:00Z');
const evening = {
  starts_at: at('2026-10-26T17:00Z'),
  ends_at: at('2026-10-26T19:00Z'),
  zone: 'Europe/Berlin',
  opens_at,
};

describe('a task is due', () => {
  it.each([
    ['two days before at the hour the evening begins', 'before', 2, 'days', '2026-10-24T16:00Z'],
    ['on the place’s clock, although it went back in between', 'before', 1, 'days', '2026-10-25T17:00Z'],
    ['two hours before, by the hour', 'before', 2, 'hours', '2026-10-26T15:00Z'],
    ['a day after it ended', 'after', 1, 'days', '2026-10-27T19:00Z'],
    ['when it ends', 'after', 0, 'hours', '2026-10-26T19:00Z'],
  ] as const)('%s', (_, side, amount, unit, due) => {
    expect(dueAt({ side, amount, unit }, evening)).toEqual(at(due));
  });

  it('over a clock that jumps ahead, at the same hour of the wall', () => {
    const spring = { ...evening, starts_at: at('2026-03-30T16:00Z'), ends_at: at('2026-03-30T18:00Z') };
    // 18:00 in summer time is 16:00 UTC, two days before it was 17:00 UTC.
    expect(dueAt({ side: 'before', amount: 2, unit: 'days' }, spring)).toEqual(at('2026-03-28T17:00Z'));
  });
});

describe('what was late is due from today on', () => {
  it.each([
    ['at the evening’s hour today, when that is still ahead', '2026-10-20T12:00Z', 6, '2026-10-20T16:00Z'],
    ['tomorrow, when today’s is past', '2026-10-20T16:30Z', 5, '2026-10-21T16:00Z'],
    // 25 hours lie between 18:00 and 18:00 that night.
    ['on the place’s clock, over the night it goes back', '2026-10-24T16:00Z', 1, '2026-10-25T17:00Z'],
    ['when the evening begins, when nothing else is left', '2026-10-26T12:00Z', 0, '2026-10-26T17:00Z'],
  ] as const)('%s', (_, now, amount, due) => {
    const offset = dueWithinADay(evening, Temporal.Instant.from(now));
    expect(offset).toEqual({ side: 'before', amount, unit: 'days' });
    expect(dueAt(offset, evening)).toEqual(at(due));
  });
});

describe('a task waits', () => {
  const all = [
    { task_id: 'a', title: 'a', needs: [], done_at: null },
    { task_id: 'b', title: 'b', needs: ['a'], done_at: null },
    { task_id: 'c', title: 'c', needs: ['a', 'b'], done_at: null },
    { task_id: 'd', title: 'd', needs: [], done_at: at('2026-01-01T00:00Z') },
  ];

  it('for what it needs and is open, not for what is done', () => {
    expect(blockersOf({ needs: ['a', 'd'] }, all).map(({ task_id }) => task_id)).toEqual(['a']);
  });

  it('never for itself, not even by way of others', () => {
    expect(waitsForItself('a', ['a'], all)).toBe(true);
    expect(waitsForItself('a', ['b'], all)).toBe(true);
    expect(waitsForItself('a', ['c'], all)).toBe(true);
    expect(waitsForItself('c', ['a', 'b'], all)).toBe(false);
    expect(waitsForItself('d', ['c'], all)).toBe(false);
  });
});

describe('of a list', () => {
  const now = Temporal.Instant.from('2026-10-25T12:00Z');
  const task = (due: string, done_at: Date | null = null) => ({ due_at: at(due), done_at });
  const list = [
    task('2026-10-26T12:00Z'),
    task('2026-10-24T12:00Z'),
    task('2026-10-23T12:00Z', at('2026-10-23T10:00Z')),
    task('2026-10-25T18:00Z'),
    task('2026-10-27T18:00Z'),
    task('2026-10-22T18:00Z'),
  ];

  it('everything overdue is shown, and the next to do, in order of their time', () => {
    const { overdue, soon } = dueNext(list, now, 2);
    expect(overdue.map(({ due_at }) => due_at.getUTCDate())).toEqual([22, 24]);
    expect(soon.map(({ due_at }) => due_at.getUTCDate())).toEqual([25, 26]);
  });

  it('what is done is never late', () => {
    expect(list.filter((one) => isOverdue(one, now))).toHaveLength(2);
  });

  it('what prepares an evening is neither late nor next once that is over', () => {
    const prepares = { due_at: at('2026-10-24T16:00Z'), done_at: null, lapses_at: evening.ends_at };
    const [before, after] = [Temporal.Instant.from('2026-10-26T18:59Z'), Temporal.Instant.from('2026-10-26T19:00Z')];
    expect([isOverdue(prepares, before), isOverdue(prepares, after)]).toEqual([true, false]);
    expect(dueNext([prepares], after, 3)).toEqual({ overdue: [], soon: [] });
    expect(isOverdue({ ...prepares, lapses_at: null }, after)).toBe(true);
  });

  it('a new task stands before the first that is due later, wherever people put that', () => {
    expect(placeFor(at('2026-10-25T00:00Z'), list)).toBe(0);
    expect(placeFor(at('2026-10-26T13:00Z'), list)).toBe(4);
    expect(placeFor(at('2026-12-01T00:00Z'), list)).toBe(6);
  });
});
