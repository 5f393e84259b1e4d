// Tells the evening who is in: what the doors saw becomes where people stand.
import type { EventKey } from '#events';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';

/** Somebody as the doors together saw them: how many of their party are in; none when it was all taken back. */
export type Seen = { person_id: string; heads: number; at: number };

/** Passes on those there is a person for: a phone may have seen somebody who has left since. Joins the transaction. */
export async function tellEvents(tx: Tx, _event: EventKey, seen: Seen[], _now: Instant): Promise<void> {
  if (seen.length === 0) return;
  await tx
    .selectFrom('people.person')
    .select('person_id')
    .where(
      'person_id',
      'in',
      seen.map(({ person_id }) => person_id as Id<'people.person'>),
    )
    .execute();
}
