// An evening's reminders as its organisers see them: the plan, what went out, what came of it, who has not answered.
import { sql } from 'kysely';
import type { Db } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Reminder } from './plan.ts';
import { dayOf } from './rules.ts';
import { type Questioned, question, type SaidCounts, saidInSql } from './said.ts';
import { type ReminderKind, type ReminderStep, reminderKinds, type Skipped } from './tables.ts';

/** A round and what followed within a day of it, or until the next one: counted from the log of seats each time. */
export type ShownRound = {
  step: ReminderStep;
  /** For the day the evening is on now; a moved evening keeps the rounds of the day before. */
  isForNow: boolean;
  at: Date;
  told: number;
  skipped: Skipped | null;
  gave_back: number;
  confirmed: number;
};

export type ShownReminders = { plan: Reminder[]; rounds: ShownRound[]; said: SaidCounts };

type Found = {
  plan: { kind: ReminderKind; before_minutes: number; at_time: string | null; text: string; on: boolean }[] | null;
  rounds: (Omit<ShownRound, 'isForNow' | 'at'> & { for_on: string; at: string })[] | null;
} & SaidCounts;

/** Rounds in the order they went. One statement. */
export async function shownReminders(db: Db, event: Questioned, now: Instant): Promise<ShownReminders> {
  const { group_id, event_id } = event;
  const { rows } = await sql<Found>`
    select
      (select json_agg(json_build_object('kind', r.kind, 'before_minutes', r.before_minutes, 'at_time', r.at_time,
          'text', r.text, 'on', r.is_on))
        from events.reminder r where r.group_id = ${group_id} and r.event_id = ${event_id}) as plan,
      (select json_agg(json_build_object('step', o.step, 'for_on', o.for_on, 'at', o.at, 'told', o.told,
          'skipped', o.skipped, 'gave_back', l.gave_back, 'confirmed', l.confirmed) order by o.at, o.step)
        from (
          select *, (select min(x.at) from events.reminder_round x
            where x.group_id = y.group_id and x.event_id = y.event_id and x.at > y.at and x.told > 0) as next_at
          from events.reminder_round y
          where group_id = ${group_id} and event_id = ${event_id}) o
        cross join lateral (
          select count(*) filter (where w.to_state = 'released' and w.from_state = 'going' and w.via in ('page', 'mail'))
              as gave_back,
            count(*) filter (where w.confirmed) as confirmed
          from (
            -- Who thought twice is counted once, by their last word.
            select distinct on (l.person_id) l.from_state, l.to_state, l.via, l.confirmed from events.enrolment_log l
            where l.group_id = ${group_id} and l.event_id = ${event_id} and o.told > 0
              and l.at >= o.at and l.at < least(o.at + interval '1 day', o.next_at)
              and (l.confirmed or l.from_state is distinct from l.to_state)
            order by l.person_id, l.log_id desc) w) l) as rounds,
      q.asked_at, s.confirmed, s.unanswered, s.soft
    from ${question(event)} cross join lateral (
      select (count(*) filter (where said = 'confirmed'))::int as confirmed,
        (count(*) filter (where said = 'unanswered'))::int as unanswered,
        (count(*) filter (where said = 'soft'))::int as soft
      from (select ${saidInSql('n', event, now)} as said from events.enrolment n
        where n.group_id = ${group_id} and n.event_id = ${event_id}) n) s`.execute(db);
  const { plan, rounds, ...said } = rows[0] as Found;
  return {
    plan: (plan ?? [])
      .map(({ at_time, ...one }): Reminder => ({ ...one, ...(at_time ? { at_time } : {}) }))
      .sort((a, b) => reminderKinds.indexOf(a.kind) - reminderKinds.indexOf(b.kind)),
    rounds: (rounds ?? []).map(({ for_on, at, ...round }) => ({
      ...round,
      at: new Date(at),
      isForNow: for_on === dayOf(event),
    })),
    said,
  };
}
