// Whom a round concerns: by where they stand, since when, and whether the group has written to them just now.
import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { EventKey } from '../seat-book.ts';
import { wasAsked } from './said.ts';
import type { ReminderStep } from './tables.ts';

export type Concerned = { person_id: Id<'people.person'>; address: string; lang: string };

/** Who is told what: those with a seat, those in line. `second` goes to whoever said nothing. */
const goesTo: Record<ReminderStep, readonly ('going' | 'waitlisted')[]> = {
  fortnight: ['going'],
  week: ['going'],
  confirm: ['going', 'waitlisted'],
  waiting: ['waitlisted'],
  second: ['going'],
  day: ['going', 'waitlisted'],
};

/** News in the sense of the quiet rule; the others ask or tell about one's own seat (docs/decisions/0010). */
const newsy: readonly ReminderStep[] = ['fortnight', 'week'];
/** At most one newsy mail in three days per person and group (practice.md COMM-1). */
const QUIET_DAYS = 3;

/** All mails of one round. */
export function roundCampaign({ event_id }: EventKey, step: ReminderStep, for_on: string): string {
  return `events.reminder:${event_id}:${step}:${for_on}`;
}

/** People to tell, whose place has not changed since `before`. `asked_at`: when the question went out, for `second`. */
export async function concernedBy(
  tx: Tx,
  event: EventKey,
  round: { step: ReminderStep; before: Instant; asked_at: Date | null },
  now: Instant,
): Promise<Concerned[]> {
  const { step, before, asked_at } = round;
  const loud = newsy.includes(step) ? await loudCampaigns(tx, event, now) : [];
  const { rows } = await sql<Concerned>`
    select n.person_id, p.address, p.lang
    from events.enrolment n join people.person p on p.person_id = n.person_id
    where n.group_id = ${event.group_id} and n.event_id = ${event.event_id} and n.state = any(${goesTo[step]}::text[])
      and (n.via <> 'import' or p.proved_at is not null)
      and n.changed_at < ${new Date(before.epochMilliseconds)}
      and (${step !== 'second'} or ${hasNotSaid('n', asked_at)})
      and n.person_id not in (
        select m.person_id from kit.mail m
        where m.campaign = any(${loud}::text[]) and m.state in ('waiting', 'sent') and m.person_id is not null)
    order by n.person_id`.execute(tx);
  return rows;
}

/**
 * True in SQL for an enrolment that was asked and has not answered: the same as `saidBy` in rules.ts, without the clock.
 * Taking a seat oneself after the question is an answer.
 */
export function hasNotSaid(enrolment: string, asked_at: Date | null): RawBuilder<boolean> {
  const n = sql.raw(enrolment);
  return sql<boolean>`(${n}.state = 'going' and ${n}.confirmed_at is null and ${asked_at}::timestamptz is not null
    and ${wasAsked(enrolment, sql`${asked_at}::timestamptz`)}
    and (${n}.changed_at <= ${asked_at}::timestamptz or ${n}.via not in ('page', 'mail')))`;
}

/** Newsy campaigns this group has begun in the last three days, over all its evenings. */
async function loudCampaigns(tx: Tx, { group_id }: EventKey, now: Instant): Promise<string[]> {
  const since = new Date(now.subtract({ hours: QUIET_DAYS * 24 }).epochMilliseconds);
  const { rows } = await sql<{ campaign: string }>`
    select 'events.announced:' || event_id as campaign from events.event
    where group_id = ${group_id} and announced_at > ${since}
    union all
    select 'events.opened:' || event_id from events.event where group_id = ${group_id} and opened_at > ${since}
    union all
    select 'events.reminder:' || event_id || ':' || step || ':' || for_on from events.reminder_round
    where group_id = ${group_id} and at > ${since} and step = any(${newsy}::text[])`.execute(tx);
  return rows.map(({ campaign }) => campaign);
}
