// Notes that people want to hear when an evening opens, or no longer do: said for them by whoever knows that they do.
import { randomUUID } from 'node:crypto';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import { type Instant, instantOf, Temporal } from '#kit/time.ts';
import { lockEvent } from './lock-event.ts';
import { type EventKey, takeSeats } from './take-seats.ts';

/**
 * Like pressing *Interested*, or taking it back, for each of them. Whoever has a seat or waits for one keeps it; an evening that
 * is no longer only announced notes nobody. One that opens in the breath it is announced in does: they wished it before that.
 */
export async function noteInterest(
  tx: Tx,
  event: EventKey,
  people: readonly Id<'people.person'>[],
  on: boolean,
  now: Instant,
): Promise<void> {
  if (people.length === 0) return;
  const { stage, opens_at } = await lockEvent(tx, event);
  if (stage !== 'announced') return;
  const before = instantOf(opens_at).subtract({ milliseconds: 1 });
  const at = Temporal.Instant.compare(now, before) > 0 ? before : now;
  const asks = people.map((person) => ({
    key: `interest:${randomUUID()}`,
    ask: { kind: 'interest' as const, person, on },
    actor: null,
  }));
  await takeSeats(tx, event, asks, at);
}
