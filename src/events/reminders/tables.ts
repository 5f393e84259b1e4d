// The tables of reminders as types: an evening's plan, and each time one of it went out.
import type { ColumnType } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Generated } from '#kit/tables.ts';

export const reminderKinds = ['fortnight', 'week', 'confirm', 'day'] as const;
/** The reminders of a plan, in the order they come. */
export type ReminderKind = (typeof reminderKinds)[number];
/** All that goes out: the four of the plan, and two that belong to `confirm`, to the waitlist and to those who said nothing. */
export type ReminderStep = ReminderKind | 'waiting' | 'second';
/** Why a round told nobody: its moment had passed when there was an evening to remind of, or nobody was concerned. */
export type Skipped = 'passed' | 'nobody';

type Keys = { group_id: Id<'groups.group'>; event_id: Id<'events.event'> };

declare module '#kit/tables.ts' {
  interface Tables {
    'events.reminder': Keys & {
      kind: ReminderKind;
      before_minutes: number;
      at_time: string | null;
      text: Generated<string>;
      is_on: Generated<boolean>;
    };
    'events.reminder_round': Keys & {
      step: ReminderStep;
      /** Read it as text: the driver would make it midnight of the server's own zone. */
      for_on: ColumnType<unknown, string, string>;
      at: Date;
      told: number;
      skipped: Skipped | null;
    };
  }
}
