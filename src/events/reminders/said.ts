// What guests have said to the question, asked of the database for many at once: `saidBy` in SQL.
import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#kit/time.ts';
import type { EventKey } from '../seat-book.ts';
import type { Confirmation } from '../tables.ts';
import { dayOf, dueAt, type Evening, type Said, SOFT_BEFORE, TO_ANSWER } from './rules.ts';

export type Questioned = EventKey & Evening & { confirmation: Confirmation };
export type SaidCounts = { asked_at: Date | null; confirmed: number; unanswered: number; soft: number };

/**
 * For `cross join` beside enrolments: one row `q` with `asked_at` (null before the question went out for the day the evening
 * is on) and `soft_at`.
 */
export function question(event: Questioned): RawBuilder<unknown> {
  const earliest = new Date(dueAt(event, { before_minutes: SOFT_BEFORE }).epochMilliseconds);
  return sql`
    (select max(r.at) as asked_at,
      greatest(${earliest}::timestamptz, max(r.at) + ${TO_ANSWER}::int * interval '1 minute') as soft_at
    from events.reminder_round r
    where r.group_id = ${event.group_id} and r.event_id = ${event.event_id} and r.step = 'confirm'
      and r.for_on = ${dayOf(event)}::date) q`;
}

/**
 * False in SQL for an enrolment whose person was not asked by then: whoever an organiser brought along is mailed nothing before
 * they have been here themselves, and silence says nothing of them.
 */
export function wasAsked(enrolment: string, asked_at: RawBuilder<unknown>): RawBuilder<boolean> {
  const n = sql.raw(enrolment);
  return sql<boolean>`(${n}.via <> 'import' or exists (
    select from people.person w where w.person_id = ${n}.person_id and w.proved_at <= ${asked_at}))`;
}

/** What the one of enrolment `n`, beside `question`, has said: null, 'confirmed', 'unanswered' or 'soft'. */
export function saidInSql(enrolment: string, { confirmation }: Questioned, now: Instant): RawBuilder<Said | null> {
  const n = sql.raw(enrolment);
  return sql<Said | null>`
    case when ${n}.state <> 'going' then null
      when ${n}.confirmed_at is not null then 'confirmed'
      when q.asked_at is null or not ${wasAsked(enrolment, sql`q.asked_at`)} then null
      when ${n}.changed_at > q.asked_at and ${n}.via in ('page', 'mail') then 'confirmed'
      when ${confirmation !== 'off'} and ${new Date(now.epochMilliseconds)}::timestamptz >= q.soft_at
        and ${n}.changed_at < q.soft_at then 'soft'
      else 'unanswered' end`;
}
