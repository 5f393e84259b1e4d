// A task never asks for what cannot be done yet: cases without a database.
import { describe, expect, it } from 'vitest';
import { tasksAt } from './due-after-opening.ts';
import { dueAt } from './rules.ts';
import { shippedTemplate } from './templates/shipped.ts';

const at = (text: string) => new Date(text);
// A Monday at 18:00 in Berlin, a day after the clock went back.
const evening = { starts_at: at('2026-10-26T17:00Z'), ends_at: at('2026-10-26T19:00Z'), zone: 'Europe/Berlin' };
const task = { side: 'before', amount: 14, unit: 'days', title: 'Look at the seats', note: '', needs: [] } as const;
const dueOf = (opens: string, more: object = { after_opening: true }) =>
  tasksAt([{ ...task, needs: [], ...more }], { ...evening, opens_at: at(opens) }).map((one) => {
    const { amount, unit } = one;
    return { amount, unit, at: dueAt(one, evening).toISOString() };
  })[0];

describe('a task that asks for an open sign-up', () => {
  it.each([
    ['stays where it was, when that is a day after', '2026-10-11T16:00Z', 14, 'days', '2026-10-12T16:00:00.000Z'],
    ['is due a day after it opened two weeks before', '2026-10-12T16:00Z', 13, 'days', '2026-10-13T16:00:00.000Z'],
    ['a day after it opened that morning', '2026-10-12T07:00Z', 13, 'days', '2026-10-13T16:00:00.000Z'],
    ['over the night the clock goes back', '2026-10-24T16:00Z', 1, 'days', '2026-10-25T17:00:00.000Z'],
    ['when it opens, less than a day before', '2026-10-26T05:00Z', 12, 'hours', '2026-10-26T05:00:00.000Z'],
  ] as const)('%s', (_, opens, amount, unit, due) => {
    expect(dueOf(opens)).toEqual({ amount, unit, at: due });
  });

  it('is one the pattern says so of: others keep their time', () => {
    expect(dueOf('2026-10-20T16:00Z', {})?.amount).toBe(14);
    const tasks = shippedTemplate('vienna-monthly', 'en')?.pattern.tasks ?? [];
    const late = tasksAt(tasks, { ...evening, opens_at: at('2026-10-19T16:00Z') });
    expect(
      late.filter((one, n) => one.amount !== tasks[n]?.amount).map(({ title, amount }) => [title, amount]),
    ).toEqual([
      ['Look at the seats: can there be more?', 6],
      ['Remind those who are interested', 6],
    ]);
  });
});
