// The laws of the morning after: which evenings are asked about, how long, and when an answer is a correction. Pure.
import type { Instant } from '#kit/time.ts';
import { stateAt, type Times } from './rules.ts';
import type { DoorList } from './tables.ts';

/** What was answered may be changed freely for this many days (practice.md NUM-2: undo within 7 days). */
export const CHANGE_DAYS = 7;

/** After this many days nobody is reminded any more: what was not noted by then is guessed. */
export const ASK_DAYS = 14;

const DAY = 86_400_000;

export type MorningRefusal = 'events.not_over' | 'events.cancelled' | 'events.from_archive' | 'events.needs_correcting';

/** Why an evening has no morning after: it goes on, it did not take place, or it was read from a list. */
export function refuseMorning(
  event: Times & { source: string | null },
  now: Instant,
): Exclude<MorningRefusal, 'events.needs_correcting'> | null {
  if (event.source !== null) return 'events.from_archive';
  const state = stateAt(event, now);
  if (state === 'cancelled') return 'events.cancelled';
  return state === 'done' ? null : 'events.not_over';
}

/** True while an answer may still be changed without a word; later it is a correction, and the log says so. */
export function isFreelyChanged(answered_at: Date, now: Instant): boolean {
  return now.epochMilliseconds < answered_at.getTime() + CHANGE_DAYS * DAY;
}

/** True while the organisers are shown the morning after as their next step. */
export function isAskedAbout(event: Times & { source: string | null }, now: Instant): boolean {
  return refuseMorning(event, now) === null && now.epochMilliseconds < event.ends_at.getTime() + ASK_DAYS * DAY;
}

/** The count a public page may say: only one by a complete door list (practice.md NUM-2). */
export function publicCount(answer: { door_list: DoorList; came: number | null }): number | null {
  return answer.door_list === 'yes' ? answer.came : null;
}

/** The laws other rooms ask. */
export const morningRules = { refuse: refuseMorning, isFreelyChanged, isAskedAbout } as const;
