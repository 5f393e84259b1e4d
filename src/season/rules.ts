// The laws of a checklist: when something is due, what waits for what, what is late. Pure.
import { type Instant, instantOf, shiftDays, wallClock } from '#kit/time.ts';
import type { Side, Unit } from './tables.ts';

/** When something is to be done: so long before an evening begins, or after it ends. */
export type Offset = {
  side: Side;
  amount: number;
  unit: Unit;
  /** Nobody can do it before sign-up is open: it is due a day after that at the earliest. */
  after_opening?: boolean | undefined;
};
export type Times = { starts_at: Date; ends_at: Date; zone: string; opens_at: Date };

/**
 * The moment an offset means at one evening. Days are days on the place's clock: 18:00 stays 18:00 over a clock change. Where
 * sign-up opens less than a day before the evening, what asks for it is due when it opens.
 */
export function dueAt(
  { side, amount, unit, after_opening }: Offset,
  { starts_at, ends_at, zone, opens_at }: Times,
): Date {
  const from = instantOf(side === 'before' ? starts_at : ends_at);
  const signed = side === 'before' ? -amount : amount;
  const at = unit === 'days' ? shiftDays(from, signed, zone) : from.add({ hours: signed });
  const due = at.epochMilliseconds;
  if (!after_opening || side === 'after') return new Date(due);
  const dayAfter = shiftDays(instantOf(opens_at), 1, zone).epochMilliseconds;
  return new Date(Math.max(due, dayAfter < starts_at.getTime() ? dayAfter : opens_at.getTime()));
}

/** The offset whose moment comes next, counted in days before an evening that lies ahead: within a day, at the latest when it begins. */
export function dueWithinADay(evening: Times, now: Instant): Omit<Offset, 'after_opening'> {
  const ahead = (amount: number) => dueAt({ side: 'before', amount, unit: 'days' }, evening).getTime();
  const most = Math.ceil((evening.starts_at.getTime() - now.epochMilliseconds) / 86_400_000);
  let amount = Math.max(0, most);
  while (amount > 0 && ahead(amount) <= now.epochMilliseconds) amount--;
  return { side: 'before', amount, unit: 'days' };
}

type Waiting = { task_id: string; needs: readonly string[]; done_at: Date | null };

/** What must be done before `task`, and is not. */
export function blockersOf<T extends Waiting>(task: Pick<Waiting, 'needs'>, all: readonly T[]): T[] {
  return all.filter((other) => task.needs.includes(other.task_id) && other.done_at === null);
}

/** Whether `task` would, by way of others or at once, wait for itself if it needed `needs`. */
export function waitsForItself(task: string, needs: readonly string[], all: readonly Waiting[]): boolean {
  const seen = new Set<string>();
  const toLook = [...needs];
  for (let next = toLook.pop(); next !== undefined; next = toLook.pop()) {
    if (next === task) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    toLook.push(...(all.find(({ task_id }) => task_id === next)?.needs ?? []));
  }
  return false;
}

type Dated = {
  due_at: Date;
  /** From when it is late, where that is not from `due_at` on; null: not before sign-up is open. */
  late_at?: Date | null;
  done_at: Date | null;
  /** From then on there is nothing to do any more: the evening it was to prepare is over. */
  lapses_at?: Date | null;
};

/** Left open until it was of no use to anybody: it is neither late nor next. */
export function hasLapsed({ done_at, lapses_at }: Pick<Dated, 'done_at' | 'lapses_at'>, now: Instant): boolean {
  return done_at === null && lapses_at != null && lapses_at.getTime() <= now.epochMilliseconds;
}

/** Open although its time has come, and it could be done. */
export function isOverdue(task: Dated, now: Instant): boolean {
  const from = task.late_at === undefined ? task.due_at : task.late_at;
  if (from === null || from.getTime() >= now.epochMilliseconds) return false;
  return task.done_at === null && !hasLapsed(task, now);
}

/** Where a new task goes in a list that was put in order by hand: before the first that is due later. */
export function placeFor(due_at: Date, list: readonly Pick<Dated, 'due_at'>[]): number {
  const at = list.findIndex((task) => task.due_at > due_at);
  return at < 0 ? list.length : at;
}

/** Most tasks of one evening. */
export const TASKS_MOST = 100;

/** What stands in a short list: everything overdue, and the next `next` to do. Both in order of their due time. */
export function dueNext<T extends Dated>(list: readonly T[], now: Instant, next: number): { overdue: T[]; soon: T[] } {
  const open = list
    .filter((task) => task.done_at === null && !hasLapsed(task, now))
    .sort((a, b) => a.due_at.getTime() - b.due_at.getTime());
  const overdue = open.filter((task) => isOverdue(task, now));
  return { overdue, soon: open.filter((task) => !isOverdue(task, now)).slice(0, next) };
}

/** Between eight and noon on a place's clock: when somebody is told what is overdue. */
export function isMorning(now: Instant, zone: string): boolean {
  const { time } = wallClock(now, zone);
  return time >= '08:00' && time < '12:00';
}
