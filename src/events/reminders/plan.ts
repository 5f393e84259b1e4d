// An evening's reminder plan: which reminders there are, how long before the start each goes, and the organisers' words in it.
import { sql } from 'kysely';
import type { Db, Tx } from '#kit/tables.ts';
import type { EventKey } from '../seat-book.ts';
import type { Confirmation } from '../tables.ts';
import { type ReminderKind, reminderKinds } from './tables.ts';

export type Reminder = {
  kind: ReminderKind;
  /** From the start back, 30 minutes to 60 days. Whole days are days of the place's calendar. */
  before_minutes: number;
  /** `09:00` on the place's clock, on the day so many days before the evening; without it, exactly so long before the start. */
  at_time?: string | undefined;
  /** The organisers' own words (Markdown), above what is always said. May be empty. */
  text: string;
  on: boolean;
};
/** At most one of each kind, in no order. */
export type ReminderPlan = Reminder[];

const DAY = 24 * 60;

/** What a new evening gets: T-14d, T-7d, T-2d in the morning, T-4h (practice.md NUM-6, §11.P; MV-ENDUR, CODEBAR). */
export const usualPlan: ReminderPlan = [
  { kind: 'fortnight', before_minutes: 14 * DAY, at_time: '09:00', text: '', on: true },
  { kind: 'week', before_minutes: 7 * DAY, at_time: '09:00', text: '', on: true },
  { kind: 'confirm', before_minutes: 2 * DAY, at_time: '09:00', text: '', on: true },
  { kind: 'day', before_minutes: 4 * 60, text: '', on: true },
];

/** Writes the usual plan of an evening that has none. */
export async function planReminders(tx: Tx, event: EventKey): Promise<void> {
  await write(tx, event, usualPlan);
}

/**
 * Sets the reminders that are in `plan`; one left out stays as it is. What went out already does not go out again for the
 * same day. `confirmation`, when given, says what becomes of seats nobody confirms. Limits are the database's: 30 minutes to
 * 60 days, `HH:MM`; a plan beyond them is a bug and throws.
 */
export async function setReminders(
  tx: Tx,
  event: EventKey,
  plan: ReminderPlan,
  confirmation?: Confirmation,
): Promise<void> {
  await write(tx, event, plan);
  if (!confirmation) return;
  await tx
    .updateTable('events.event')
    .set({ confirmation })
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .execute();
}

/** The plan of an evening, in the order it comes; an evening from somebody's archive has none. One statement. */
export async function remindersOf(db: Db | Tx, { group_id, event_id }: EventKey): Promise<ReminderPlan> {
  const rows = await db
    .selectFrom('events.reminder')
    .select(['kind', 'before_minutes', 'at_time', 'text', 'is_on'])
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .execute();
  return rows
    .map(({ is_on, at_time, ...row }): Reminder => ({ ...row, ...(at_time ? { at_time } : {}), on: is_on }))
    .sort((a, b) => reminderKinds.indexOf(a.kind) - reminderKinds.indexOf(b.kind));
}

async function write(tx: Tx, { group_id, event_id }: EventKey, plan: ReminderPlan): Promise<void> {
  if (plan.length === 0) return;
  await sql`
    insert into events.reminder (group_id, event_id, kind, before_minutes, at_time, text, is_on)
    select ${group_id}::uuid, ${event_id}::uuid, p.* from unnest(
      ${plan.map((one) => one.kind)}::text[], ${plan.map((one) => one.before_minutes)}::integer[],
      ${plan.map((one) => one.at_time ?? null)}::text[], ${plan.map((one) => one.text)}::text[],
      ${plan.map((one) => one.on)}::boolean[]) as p
    on conflict (group_id, event_id, kind) do update set
      before_minutes = excluded.before_minutes, at_time = excluded.at_time, text = excluded.text, is_on = excluded.is_on`.execute(
    tx,
  );
}
