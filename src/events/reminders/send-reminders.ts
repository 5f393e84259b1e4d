// Sends what is due: each round once, whole, in a transaction of its own, however many processes look at the clock.
import { sql } from 'kysely';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { type EventKey, seatStream } from '../take-seats.ts';
import { concernedBy, roundCampaign } from './concerned.ts';
import { type Due, dueRounds, type Planned, roundsOf } from './due-rounds.ts';
import { seatsFreedBefore } from './past-odds.ts';
import { releaseUnconfirmed } from './release-unconfirmed.ts';
import { knownBefore } from './rules.ts';
import type { Skipped } from './tables.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Sends reminders that are due, and frees seats nobody confirmed where organisers chose so. */
    'events.remind': Record<string, never>;
  }
}

/**
 * What the clock brings, once a minute. Safe to run twice, late, and in several processes at once. An evening that stumbles
 * does not keep the others; the first error is thrown when all had their turn.
 */
export async function sendReminders(ground: Ground): Promise<{ told: number; released: number }> {
  const now = ground.now();
  let told = 0;
  const failed: unknown[] = [];
  for (const due of await dueRounds(ground.db, now)) {
    try {
      told += await transact(ground.db, (tx) => sendRound(tx, due, now));
    } catch (error) {
      ground.log.error({ event: 'events.reminder.failed', event_id: due.event.event_id, step: due.step });
      failed.push(error);
    }
  }
  const released = await releaseUnconfirmed(ground, now);
  if (told + released > 0) ground.mailsQueued();
  if (failed.length > 0) throw failed[0];
  return { told, released };
}

/**
 * Sends one round and says how many are told. Looks again under the lock of its row of the plan: when somebody else has it,
 * or it is no longer due (moved, switched off, cancelled, done), nothing happens. Six statements for any number of guests.
 */
export async function sendRound(tx: Tx, { event, step, kind, for_on }: Due, now: Instant): Promise<number> {
  const planned = await lockPlanned(tx, event, kind);
  const due = planned && roundsOf(planned, now).find((one) => one.step === step && one.for_on === for_on);
  if (!due || !(await begin(tx, event, { step, for_on }, now))) return 0;
  if (due.passed) return end(tx, event, { step, for_on }, 0, 'passed');

  const asked = planned.rounds?.find((round) => round.step === 'confirm' && round.for_on === for_on);
  const people = await concernedBy(
    tx,
    event,
    { step, before: knownBefore(step, due.due), asked_at: asked ? new Date(asked.at) : null },
    now,
  );
  const past = step === 'confirm' ? await seatsFreedBefore(tx, event, now) : [];
  await queueMails(
    tx,
    people.map(({ person_id, address, lang }) => ({
      template: 'events.reminder',
      to: address,
      person_id,
      lang: lang === 'de' ? 'de' : 'en',
      args: { ...event, person_id, step, kind, for_on, past },
      stream: seatStream(event, person_id),
      campaign: roundCampaign(event, step, for_on),
      priority: step === 'fortnight' || step === 'week' ? 30 : 20,
    })),
  );
  return end(tx, event, { step, for_on }, people.length, people.length === 0 ? 'nobody' : null);
}

async function lockPlanned(tx: Tx, { group_id, event_id }: EventKey, kind: Due['kind']): Promise<Planned | undefined> {
  const { rows } = await sql<Planned>`
    select e.group_id, e.event_id, e.starts_at, e.zone, e.confirmation, r.kind, r.before_minutes, r.at_time,
      (select json_agg(json_build_object('step', o.step, 'for_on', o.for_on, 'at', o.at, 'told', o.told))
        from events.reminder_round o where o.group_id = e.group_id and o.event_id = e.event_id) as rounds
    from events.reminder r join events.event e on e.group_id = r.group_id and e.event_id = r.event_id
    where r.group_id = ${group_id} and r.event_id = ${event_id} and r.kind = ${kind} and r.is_on
      and e.stage in ('announced', 'open', 'closed')
    for no key update of r skip locked`.execute(tx);
  return rows[0];
}

type Named = Pick<Due, 'step' | 'for_on'>;

/** The key decides: what was read before the lock may be older than another process's commit. */
async function begin(tx: Tx, event: EventKey, { step, for_on }: Named, now: Instant): Promise<boolean> {
  const { group_id, event_id } = event;
  const begun = await tx
    .insertInto('events.reminder_round')
    .values({ group_id, event_id, step, for_on, at: new Date(now.epochMilliseconds), told: 0, skipped: null })
    .onConflict((on) => on.columns(['group_id', 'event_id', 'step', 'for_on']).doNothing())
    .executeTakeFirst();
  return Number(begun.numInsertedOrUpdatedRows ?? 0) === 1;
}

async function end(tx: Tx, event: EventKey, named: Named, told: number, skipped: Skipped | null): Promise<number> {
  await tx
    .updateTable('events.reminder_round')
    .set({ told, skipped })
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .where('step', '=', named.step)
    .where('for_on', '=', named.for_on)
    .execute();
  return told;
}
