// The laws of the night's own page: what of the running order is over, on and next, how late it runs, when the page is of use. Pure.

type Planned = { starts_at: Date; minutes: number | null };
/** Said at `at`: what had not begun by then comes so many minutes later, or earlier. */
export type Delay = { at: Date; minutes: number };

export type Standing = 'over' | 'now' | 'next' | 'later';
/** An item where it has come to lie; times in epoch milliseconds. */
export type Placed<T> = { item: T; starts: number; ends: number; is: Standing };
export type RunningOrder<T> = {
  items: Placed<T>[];
  /** How far what is still to come has moved from the plan; negative when it is early. */
  late_minutes: number;
  /** Minutes by which the last item runs over the evening's end; 0 when it does not. */
  over_minutes: number;
};

const MINUTE = 60_000;

/**
 * The agenda as the night has it so far. An item without a length, or one that led straight into the next by the plan, lasts
 * until the next begins.
 */
export function runningOrder<T extends Planned>(
  agenda: readonly T[],
  ends_at: Date,
  delays: readonly Delay[],
  now: number,
): RunningOrder<T> {
  const plan = agenda.map(({ starts_at }) => starts_at.getTime());
  const starts = shifted(plan, delays);
  const ends = agenda.map(({ minutes }, at) => {
    const nextPlanned = plan[at + 1];
    const own = minutes === null ? Number.POSITIVE_INFINITY : minutes * MINUTE;
    if (nextPlanned === undefined) {
      return minutes === null ? Math.max(ends_at.getTime(), starts[at] as number) : (starts[at] as number) + own;
    }
    const leadsOn = (plan[at] as number) + own >= nextPlanned;
    return leadsOn ? (starts[at + 1] as number) : (starts[at] as number) + own;
  });
  const next = starts.findIndex((start) => start > now);
  const items = agenda.map((item, at): Placed<T> => {
    const [from, until] = [starts[at] as number, ends[at] as number];
    const is = from > now ? (at === next ? 'next' : 'later') : until > now ? 'now' : 'over';
    return { item, starts: from, ends: until, is };
  });
  const ahead = next < 0 ? agenda.length - 1 : next;
  const moved = ahead < 0 ? 0 : (starts[ahead] as number) - (plan[ahead] as number);
  // What ends the evening by the plan may not be its last item: a social goes on.
  const plannedEnd = Math.max(ends_at.getTime(), (plan.at(-1) ?? 0) + (agenda.at(-1)?.minutes ?? 0) * MINUTE);
  return {
    items,
    late_minutes: Math.round(moved / MINUTE),
    over_minutes: Math.max(0, Math.round(((ends.at(-1) ?? 0) - plannedEnd) / MINUTE)),
  };
}

/** What had begun when somebody said so stays where it is; nothing comes to lie before that moment. */
function shifted(plan: readonly number[], delays: readonly Delay[]): number[] {
  return [...delays]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .reduce(
      (starts, { at, minutes }) =>
        starts.map((start) => (start <= at.getTime() ? start : Math.max(start + minutes * MINUTE, at.getTime() + 1))),
      [...plan],
    );
}

/** Whole minutes from now until a moment, begun ones counted: nobody is told 0 while there is time. */
export const minutesUntil = (moment: number, now: number): number => Math.max(0, Math.ceil((moment - now) / MINUTE));

type Times = { starts_at: Date; ends_at: Date };

/** Running late can be said from this long before the start until this long after the end. */
export const EARLY_MS = 12 * 60 * MINUTE;
const LONG_AFTER_HOURS = 4;

/** True while it makes sense to say that it runs late. */
export function isTheNight({ starts_at, ends_at }: Times, now: number): boolean {
  return now >= starts_at.getTime() - EARLY_MS && now <= ends_at.getTime() + LONG_AFTER_HOURS * 60 * MINUTE;
}

type Task = { due_at: Date; done_at: Date | null; lapses_at?: Date | null };

/** A task that was ticked stays in sight for this long, so that a slip of the thumb can be taken back. */
const IN_SIGHT_MINUTES = 15;

/** Tasks of the day and the night: everything open and of use that is due by the morning, soonest first, and what was ticked just now. */
export function tasksOfTheNight<T extends Task>(tasks: readonly T[], { ends_at }: Times, now: number): T[] {
  const until = ends_at.getTime() + 6 * 60 * MINUTE;
  return tasks
    .filter(({ due_at, done_at, lapses_at }) =>
      done_at
        ? now - done_at.getTime() < IN_SIGHT_MINUTES * MINUTE
        : due_at.getTime() <= until && !(lapses_at && lapses_at.getTime() <= now),
    )
    .sort((a, b) => a.due_at.getTime() - b.due_at.getTime());
}
