// When a task of a pattern is due at one evening: as the pattern says, unless sign-up opens too late for it. Pure.
import type { EventDraft } from '#events';
import { instantOf, shiftDays } from '#kit/time.ts';
import type { PatternTask } from './pattern.ts';
import { dueAt, type Offset } from './rules.ts';

type Evening = Pick<EventDraft, 'starts_at' | 'ends_at' | 'zone' | 'opens_at'>;

/**
 * The tasks as they are due at `evening`. One that asks for an open sign-up is due a day after it opens on the place's clock;
 * where sign-up opens less than a day before the evening, when it opens.
 */
export function tasksAt<T extends PatternTask>(tasks: readonly T[], evening: Evening): T[] {
  return tasks.map((task) => (task.after_opening ? { ...task, ...afterOpening(task, evening) } : task));
}

function afterOpening({ side, amount, unit }: Offset, evening: Evening): Offset {
  const { starts_at, opens_at, zone } = evening;
  const earliest = shiftDays(instantOf(opens_at), 1, zone).epochMilliseconds;
  const isOpenBy = (offset: Offset) => dueAt(offset, evening).getTime() >= earliest;
  if (isOpenBy({ side, amount, unit })) return { side, amount, unit };
  const hours = Math.floor((starts_at.getTime() - opens_at.getTime()) / 3_600_000);
  let days = Math.ceil(hours / 24);
  while (days > 0 && !isOpenBy({ side: 'before', amount: days, unit: 'days' })) days--;
  return days > 0
    ? { side: 'before', amount: days, unit: 'days' }
    : { side: 'before', amount: Math.max(0, hours), unit: 'hours' };
}
