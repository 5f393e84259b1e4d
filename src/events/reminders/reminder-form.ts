// What an organiser may send about one reminder, and a reminder as the fields of that form.
import { blankAsNull, clock, prose, ticked, whole, z } from '#kit/form.ts';
import type { Confirmation } from '../tables.ts';
import type { Reminder } from './plan.ts';
import type { ReminderKind } from './tables.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** So many days, or hours; an hour of the day goes with days alone. */
export const reminderForm = z.object({
  on: ticked(),
  amount: whole(1, 60),
  unit: z.enum(['days', 'hours']),
  at_time: blankAsNull(clock()),
  text: prose(2000),
  confirmation: z.enum(['off', 'soft', 'release']).default('off'),
});

/** The reminder that was typed. */
export function reminderOf(kind: ReminderKind, typed: z.output<typeof reminderForm>): Reminder {
  const { amount, unit, at_time, text, on } = typed;
  const before_minutes = amount * (unit === 'days' ? DAY : HOUR);
  return { kind, before_minutes, ...(at_time ? { at_time } : {}), text, on };
}

/** A reminder as it stands in its form. */
export function formOfReminder(reminder: Reminder, confirmation: Confirmation): Record<string, string> {
  const { before_minutes, at_time = '', text, on } = reminder;
  const isDays = before_minutes % DAY === 0;
  return {
    on: on ? 'on' : '',
    amount: String(isDays ? before_minutes / DAY : Math.max(1, Math.round(before_minutes / HOUR))),
    unit: isDays ? 'days' : 'hours',
    at_time,
    text,
    confirmation,
  };
}
