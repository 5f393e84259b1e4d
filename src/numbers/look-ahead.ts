// An evening's outlook, from what is stored of it. One statement.
import { eventStateAt, type ShownEvent } from '#events';
import type { Db } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { type NumberFacts, numberFacts } from './facts.ts';
import { type Choices, type Outlook, outlook } from './rules.ts';

const DAY = 86_400_000;

/** Guests who were asked have this long before the start to answer; then a seat counts for less (practice.md NUM-6). */
const ANSWERS_DUE_MS = 36 * 3_600_000;

/** What is to be expected of `shown` at `now`. */
export async function lookAhead(db: Db, shown: ShownEvent, now: Instant, choices: Choices): Promise<Outlook> {
  return (await lookAheadWith(db, shown, now, choices)).outlook;
}

/** The same, with the facts it is made from. */
export async function lookAheadWith(
  db: Db,
  shown: ShownEvent,
  now: Instant,
  choices: Choices,
): Promise<{ facts: NumberFacts; outlook: Outlook }> {
  const { event, counts } = shown;
  const at = now.epochMilliseconds;
  const starts_at = event.starts_at.getTime();
  const state = eventStateAt(event, now);
  const facts = await numberFacts(db, event, (starts_at - at) / DAY);
  const tonight = {
    group: '',
    starts_at,
    posture: event.posture,
    online: event.kind === 'online',
    room: event.room_capacity,
    cap: counts.cap,
    announced: state === 'draft' || state === 'announced',
    open: state === 'open',
    opened_at: (event.opened_at ?? event.opens_at).getTime(),
    answers_due: event.confirmation !== 'off' && at >= starts_at - ANSWERS_DUE_MS,
    now: at,
  };
  return { facts, outlook: outlook(tonight, facts, choices) };
}
