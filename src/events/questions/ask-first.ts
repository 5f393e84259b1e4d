// What somebody is asked around taking a seat: required questions before it, the others after.
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { eventPaths } from '../paths.ts';
import { enrolmentOf } from '../queries.ts';
import { guestStates } from '../state-rules.ts';
import type { EventKey } from '../take-seats.ts';
import { openQuestions } from './read-questions.ts';

/** `first`: something required is open and they have no seat yet; `after`: something is open. */
export type Asked = 'first' | 'after' | 'nothing';

/** Whether an evening asks anything at all is remembered for so long: in a rush a seat then costs no look-up. */
const REMEMBERED_MS = 5000;
const KEPT = 20_000;
const silent = new WeakMap<Db, Map<string, number>>();

/** How many questions an evening has and how many somebody left open. One statement, and none where it asks nobody anything. */
export async function openFor(
  db: Db,
  event: EventKey,
  person_id: Id<'people.person'>,
  now: Instant,
): Promise<{ all: number; open: number; open_required: number }> {
  const known = silent.get(db) ?? new Map<string, number>();
  silent.set(db, known);
  const at = now.epochMilliseconds;
  const since = known.get(event.event_id);
  if (since !== undefined && since <= at && at < since + REMEMBERED_MS) return { all: 0, open: 0, open_required: 0 };
  const questions = await openQuestions(db, event, person_id);
  if (questions.all === 0) {
    if (known.size >= KEPT) known.clear();
    known.set(event.event_id, at);
  }
  return questions;
}

/** What an evening has to ask this person. At most two statements, and none where it asks nobody anything. */
export async function whatIsAsked(ground: Ground, event: EventKey, person_id: Id<'people.person'>): Promise<Asked> {
  const { open, open_required } = await openFor(ground.db, event, person_id, ground.now());
  if (open === 0) return 'nothing';
  if (open_required === 0) return 'after';
  return (await isGuest(ground.db, event, person_id)) ? 'after' : 'first';
}

/** From now on this evening may ask something. */
export function forgetSilence(db: Db, { event_id }: EventKey): void {
  silent.get(db)?.delete(event_id);
}

/** Has a seat or stands in line, so is asked without being kept waiting. */
export async function isGuest(db: Db, event: EventKey, person_id: Id<'people.person'>): Promise<boolean> {
  const mine = await enrolmentOf(db, event, person_id);
  return mine !== undefined && guestStates.includes(mine.state);
}

/** What somebody wished for when they asked for a seat, carried along while they answer. */
export type SeatWish = { guests: number; ask_first: boolean };

/** The same as fields of a form or a query; what was not wished for is left out. */
export function wishFields({ guests, ask_first }: SeatWish): Record<string, string> {
  return { ...(guests > 0 && { guests: String(guests) }), ...(ask_first && { ask_first: 'yes' }) };
}

/** Where somebody goes on who asked for a seat: to what is still asked of them, or to the evening. */
export function wayOn(asked: Asked, at: { group: string; event: string }, wish: SeatWish): string {
  if (asked === 'nothing') return eventPaths.show(at.group, at.event);
  const path = eventPaths.answers(at.group, at.event);
  if (asked !== 'first') return path;
  const query = new URLSearchParams(wishFields(wish)).toString();
  return query ? `${path}?${query}` : path;
}
