// What the doors saw becomes where people stand.
import { randomUUID } from 'node:crypto';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { type EventKey, takeSeats } from './take-seats.ts';

/** Somebody as all doors together saw them: how many of their party are in, none when it was all taken back; and since when. */
export type SeenAtDoor = { person_id: string; heads: number; at: Date };

/**
 * Notes who is in: with a seat they are `checked_in`, without one `walked_in`; with no heads they are back where they stood
 * before. Safe to tell again, in any order. Takes and frees no seat, mails nobody, and knows nobody the evening does not know. When
 * each came is not kept: the doors' own list knows, for two weeks. Joins the transaction; throws NoSuchEvent.
 */
export async function noteArrivals(tx: Tx, event: EventKey, seen: readonly SeenAtDoor[], now: Instant): Promise<void> {
  if (seen.length === 0) return;
  await takeSeats(
    tx,
    event,
    seen.map(({ person_id, heads }) => ({
      key: `door:${randomUUID()}`,
      ask: { kind: 'arrive', person: person_id, is_in: heads > 0 } as const,
      actor: null,
    })),
    now,
  );
}
