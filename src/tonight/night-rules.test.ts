// The running order as the clock and "we are late" make it.
import { describe, expect, it } from 'vitest';
import { isTheNight, minutesUntil, runningOrder, tasksOfTheNight } from './night-rules.ts';

const at = (clock: string) => new Date(`2026-11-12T${clock}:00Z`);
const item = (clock: string, minutes: number | null) => ({ starts_at: at(clock), minutes });
const agenda = [item('17:30', null), item('18:00', 10), item('18:10', 30), item('19:00', 30)];
const order = (now: string, delays: { at: Date; minutes: number }[] = []) =>
  runningOrder(agenda, at('20:00'), delays, at(now).getTime());
const states = (now: string, delays?: { at: Date; minutes: number }[]) => order(now, delays).items.map(({ is }) => is);

describe('the running order', () => {
  it.each([
    ['17:00', ['next', 'later', 'later', 'later']],
    ['17:30', ['now', 'next', 'later', 'later']],
    ['18:00', ['over', 'now', 'next', 'later']],
    ['18:39', ['over', 'over', 'now', 'next']],
    // A gap between two items: nothing is on, the next is named.
    ['18:45', ['over', 'over', 'over', 'next']],
    ['19:30', ['over', 'over', 'over', 'over']],
  ])('knows at %s what is over, on and next', (now, expected) => {
    expect(states(now)).toEqual(expected);
  });

  it('moves what had not begun when somebody said it is late, and leaves the rest', () => {
    const late = [{ at: at('18:05'), minutes: 15 }];
    const { items, late_minutes, over_minutes } = order('18:06', late);
    expect(items.map(({ starts }) => new Date(starts).toISOString().slice(11, 16))).toEqual([
      '17:30',
      '18:00',
      '18:25',
      '19:15',
    ]);
    // By the plan the welcome led straight into the talk: it now lasts until the talk.
    expect(items[1]).toMatchObject({ is: 'now', ends: at('18:25').getTime() });
    expect([late_minutes, over_minutes]).toEqual([15, 0]);
  });

  it('says by how much the last item runs over the end, and is back on time when somebody said so', () => {
    const late = [{ at: at('18:05'), minutes: 45 }];
    expect(order('18:06', late).over_minutes).toBe(15);
    expect(order('18:06', [...late, { at: at('18:06'), minutes: -45 }])).toMatchObject({
      late_minutes: 0,
      over_minutes: 0,
    });
  });

  it('puts nothing before the moment somebody pulled it forward', () => {
    const { items } = order('18:35', [{ at: at('18:35'), minutes: -60 }]);
    expect(items[3]?.starts).toBeGreaterThan(at('18:35').getTime());
  });

  it('is empty for an evening without one', () => {
    expect(runningOrder([], at('20:00'), [], at('19:00').getTime())).toEqual({
      items: [],
      late_minutes: 0,
      over_minutes: 0,
    });
  });
});

it('counts a begun minute as one that is left', () => {
  expect(minutesUntil(61_000, 0)).toBe(2);
  expect(minutesUntil(60_000, 0)).toBe(1);
  expect(minutesUntil(0, 5)).toBe(0);
});

it('lets lateness be said from the morning of the day until the last have gone', () => {
  const evening = { starts_at: at('18:00'), ends_at: at('20:00') };
  expect(['05:59', '06:00', '23:59'].map((now) => isTheNight(evening, at(now).getTime()))).toEqual([false, true, true]);
  expect(isTheNight(evening, at('20:00').getTime() + 5 * 3_600_000)).toBe(false);
});

it('shows open tasks due by the morning, and what was ticked just now', () => {
  const evening = { starts_at: at('18:00'), ends_at: at('20:00') };
  const task = (name: string, due: string, done: string | null) => ({
    name,
    due_at: new Date(due),
    done_at: done ? at(done) : null,
  });
  const tasks = [
    task('clean up', '2026-11-12T21:00:00Z', null),
    task('order', '2026-11-10T18:00:00Z', null),
    task('slides', '2026-11-14T18:00:00Z', null),
    task('signs', '2026-11-12T16:00:00Z', '17:50'),
    task('drinks', '2026-11-12T15:00:00Z', '15:00'),
  ];
  expect(tasksOfTheNight(tasks, evening, at('18:00').getTime()).map(({ name }) => name)).toEqual([
    'order',
    'signs',
    'clean up',
  ]);
});

it('what was to prepare the evening is gone from it once it is over', () => {
  const evening = { starts_at: at('18:00'), ends_at: at('20:00') };
  const tasks = [
    { name: 'order', due_at: at('12:00'), done_at: null, lapses_at: at('20:00') },
    { name: 'clean up', due_at: at('20:00'), done_at: null, lapses_at: null },
  ];
  const named = (now: string) => tasksOfTheNight(tasks, evening, at(now).getTime()).map(({ name }) => name);
  expect(named('19:59')).toEqual(['order', 'clean up']);
  expect(named('20:00')).toEqual(['clean up']);
});
