// Tells the evening who is in: what the doors saw becomes where people stand.
import { type EventKey, noteArrivals } from '#events';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';

/** Somebody as the doors together saw them: how many of their party are in; none when it was all taken back. */
export type Seen = { person_id: string; heads: number; at: number };

/** Joins the transaction. */
export async function tellEvents(tx: Tx, event: EventKey, seen: Seen[], now: Instant): Promise<void> {
  await noteArrivals(
    tx,
    event,
    seen.map((one) => ({ ...one, at: new Date(one.at) })),
    now,
  );
}
