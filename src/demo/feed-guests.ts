// What a demo group does about food: guests of an evening ahead are asked what they don't eat, and some of them say it.
import { seatStates } from '#events';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { foodVerbs } from '#numbers';
import type { Dice } from './dice.ts';

type Key = { group_id: Id<'groups.group'>; event_id: Id<'events.event'> };
type Said = NonNullable<Parameters<typeof foodVerbs.giveDiet>[3]>;

const usual: readonly Said[] = [
  { needs: ['vegan'], other: '', heads: 1 },
  { needs: ['vegetarian'], other: '', heads: 1 },
  { needs: ['vegetarian'], other: '', heads: 1 },
  { needs: ['gluten'], other: '', heads: 1 },
  { needs: ['halal'], other: '', heads: 1 },
  { needs: ['vegan', 'nuts'], other: '', heads: 1 },
  { needs: ['milk'], other: 'butter is fine', heads: 1 },
];

/** One in eight of those with a seat has something to tell the kitchen. */
export async function feedGuests(
  ground: Ground,
  event: Key & { slug: string; title: string },
  organiser: Id<'people.person'>,
  dice: Dice,
): Promise<void> {
  const { db, config } = ground;
  const now = ground.now();
  const seated = await db
    .selectFrom('events.enrolment')
    .select('person_id')
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .where('state', 'in', seatStates)
    .orderBy('asked_at')
    .orderBy('person_id')
    .execute();
  const wish = { enough: 80, helpers: 6, kind: 'pizza' as const, cost_cents: 950, currency: 'USD', order_on: null };
  await transact(db, async (tx) => {
    await foodVerbs.setMeal(tx, event, now, wish);
    await foodVerbs.setKitchen(tx, event, { person_id: organiser }, now, { food_person: null });
    for (const { person_id } of seated)
      if (dice.happens(0.125))
        await foodVerbs.giveDiet(tx, event, person_id, dice.pick(usual), { secret: config.secret, now });
  });
}

/** Notes what was ordered, before anybody knew who would come: two portions for three who signed up. */
export async function noteWhatWasOrdered(ground: Ground, event: Key, seated: number): Promise<void> {
  await transact(ground.db, (tx) => foodVerbs.noteOrder(tx, event, ground.now(), Math.round((seated * 2) / 3)));
}
