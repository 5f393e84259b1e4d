// Notes how an evening's food is ordered, and what was ordered.
import type { EventKey } from '#events';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { MealWish } from './food-form.ts';

/** How it is to be ordered. What was ordered already stays. */
export async function setMeal(tx: Tx, event: EventKey, now: Instant, wish: MealWish): Promise<void> {
  await write(tx, event, now, wish);
}

/** What was ordered, in portions; null: nothing after all. */
export async function noteOrder(tx: Tx, event: EventKey, now: Instant, ordered: number | null): Promise<void> {
  await write(tx, event, now, { ordered });
}

async function write(
  tx: Tx,
  { group_id, event_id }: EventKey,
  now: Instant,
  said: Partial<MealWish> & { ordered?: number | null },
) {
  const row = { ...said, changed_at: new Date(now.epochMilliseconds) };
  await tx
    .insertInto('numbers.meal')
    .values({ group_id, event_id, ...row })
    .onConflict((on) => on.columns(['group_id', 'event_id']).doUpdateSet(row))
    .execute();
}
