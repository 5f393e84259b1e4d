// Announces, opens, closes and cancels an evening, and tells whom it concerns once.
import { type MailKind, membersToTell } from '#groups';
import { announce } from '#kit/announce.ts';
import { type Mail, queueMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { guestsToTell } from './guest-list.ts';
import { lockEvent } from './lock-event.ts';
import type { Event } from './queries.ts';
import { stateAt } from './rules.ts';
import { type EventKey, seatStream } from './take-seats.ts';
import { tellChange } from './tell-change.ts';

export type Staged = { is: 'staged'; told: number } | { refused: 'events.wrong_stage' | 'events.over' };

/** draft → announced. Every member who wants that mail gets it once, however often an evening is announced. */
export async function announceEvent(tx: Tx, event: EventKey, now: Instant): Promise<Staged> {
  const before = await lockEvent(tx, event);
  if (before.stage !== 'draft') return { refused: 'events.wrong_stage' };
  if (before.starts_at.getTime() <= now.epochMilliseconds) return { refused: 'events.over' };
  const at = new Date(now.epochMilliseconds);
  await set(tx, event, { stage: 'announced', announced_at: before.announced_at ?? at });
  if (!before.announced_at) await announce(tx, 'events.announced', { event: keyOf(event), now });
  // Announced after its opening time it opens in the same breath, and one mail says both.
  if (before.opens_at <= at) return openNow(tx, event, now, before, before.announced_at === null);
  if (before.announced_at) return { is: 'staged', told: 0 };
  return { is: 'staged', told: await tellMembers(tx, event, 'announced') };
}

/** announced (or closed by hand) → open: now, whatever time was set. Members and the interested get one mail. */
export async function openEvent(tx: Tx, event: EventKey, now: Instant): Promise<Staged> {
  const before = await lockEvent(tx, event);
  if (before.stage === 'draft' || before.stage === 'cancelled' || before.stage === 'open')
    return { refused: 'events.wrong_stage' };
  if (before.starts_at.getTime() <= now.epochMilliseconds) return { refused: 'events.over' };
  return openNow(tx, event, now, before, false);
}

async function openNow(
  tx: Tx,
  event: EventKey,
  now: Instant,
  { opened_at }: Pick<Event, 'opened_at'>,
  isNew: boolean,
): Promise<Staged> {
  const at = new Date(now.epochMilliseconds);
  await set(tx, event, { stage: 'open', opened_at: opened_at ?? at });
  await announce(tx, 'events.opened', { event: keyOf(event), first: opened_at === null, now });
  if (opened_at) return { is: 'staged', told: 0 };
  return { is: 'staged', told: await tellMembers(tx, event, isNew ? 'both' : 'opened') };
}

/** open → closed: nobody new, those seated stay. */
export async function closeEvent(tx: Tx, event: EventKey, now: Instant): Promise<Staged> {
  const before = await lockEvent(tx, event);
  const state = stateAt(before, now);
  if (state !== 'open' && state !== 'announced') return { refused: 'events.wrong_stage' };
  await set(tx, event, { stage: 'closed' });
  return { is: 'staged', told: 0 };
}

/** Throws a draft away for good: nobody but its organisers ever saw it. */
export async function discardEvent(tx: Tx, event: EventKey, now: Instant): Promise<Staged> {
  const { stage } = await lockEvent(tx, event);
  if (stage !== 'draft') return { refused: 'events.wrong_stage' };
  await announce(tx, 'events.discarded', { event: keyOf(event), now });
  const { group_id, event_id } = event;
  for (const table of [
    'events.question',
    'events.agenda_item',
    'events.reminder',
    'events.tally',
    'events.event',
  ] as const) {
    await tx.deleteFrom(table).where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
  }
  return { is: 'staged', told: 0 };
}

/** anything that has not happened → cancelled. Everybody with a seat, a place in line or an interest, and who was told it is on, is told once. */
export async function cancelEvent(tx: Tx, event: EventKey, now: Instant, why: string): Promise<Staged> {
  const before = await lockEvent(tx, event);
  const state = stateAt(before, now);
  if (state === 'cancelled') return { refused: 'events.wrong_stage' };
  if (state === 'done') return { refused: 'events.over' };
  await set(tx, event, {
    stage: 'cancelled',
    cancelled_at: new Date(now.epochMilliseconds),
    cancelled_why: why,
    sequence: before.sequence + 1,
  });
  await announce(tx, 'events.cancelled', { event: keyOf(event), why, now });
  return { is: 'staged', told: await tellChange(tx, before, { kind: 'cancelled' }) };
}

function keyOf({ group_id, event_id }: EventKey): EventKey {
  return { group_id, event_id };
}

/**
 * One mail per member who wants to hear of this and, when it opens, per interested person who is no member. `both`: it opens as
 * it is announced, and the one mail that says so goes to whoever wants either.
 */
async function tellMembers(tx: Tx, event: EventKey, kind: MailKind | 'both'): Promise<number> {
  const kinds = kind === 'both' ? (['opened', 'announced'] as const) : [kind];
  const template = kind === 'announced' ? kind : 'opened';
  const people = new Map<string, { address: string; lang: string; news: MailKind | undefined }>();
  for (const news of kinds) {
    for (const { person_id, ...member } of await membersToTell(tx, event.group_id, news))
      if (!people.has(person_id)) people.set(person_id, { ...member, news });
  }
  for (const { person_id, ...guest } of template === 'opened'
    ? await guestsToTell(tx, event, { states: ['interested'] })
    : []) {
    if (!people.has(person_id)) people.set(person_id, { ...guest, news: undefined });
  }
  const mails = [...people].map(
    ([person_id, { address, lang, news }]): Mail => ({
      template: `events.${template}`,
      to: address,
      person_id,
      lang: lang === 'de' ? 'de' : 'en',
      args: { ...keyOf(event), person_id, news },
      stream: seatStream(event, person_id),
      campaign: `events.${template}:${event.event_id}`,
      priority: 50,
    }),
  );
  await queueMails(tx, mails);
  return mails.length;
}

type Columns = Partial<{
  stage: 'announced' | 'open' | 'closed' | 'cancelled';
  announced_at: Date;
  opened_at: Date;
  cancelled_at: Date;
  cancelled_why: string;
  sequence: number;
}>;

async function set(tx: Tx, { group_id, event_id }: EventKey, columns: Columns): Promise<void> {
  await tx
    .updateTable('events.event')
    .set(columns)
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .execute();
}
