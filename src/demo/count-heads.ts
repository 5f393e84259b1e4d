// What a demo group's organisers note the morning after: how many came, and how much food was left.
import { seatStates, settleMorningAfter } from '#events';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import type { Dice } from './dice.ts';
import { noteWhatWasOrdered } from './feed-guests.ts';

type Key = { group_id: Id<'groups.group'>; event_id: Id<'events.event'> };

/** Of a big free group more than half come, and no two evenings are alike. */
const SHARE = 0.58;
const STRAYS = 0.09;

/** Notes an evening that is over. Nobody signed up: there is nothing to count. */
export async function countHeads(
  ground: Ground,
  event: Key,
  organiser: Id<'people.person'>,
  dice: Dice,
): Promise<void> {
  const { heads } = await ground.db
    .selectFrom('events.enrolment')
    .select(({ fn }) => fn.sum<string>('party').as('heads'))
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .where('state', 'in', seatStates)
    .executeTakeFirstOrThrow();
  const seated = Number(heads ?? 0);
  if (seated === 0) return;
  // Three throws make a luck that is mostly small.
  const luck = (dice.throw() + dice.throw() + dice.throw() - 1.5) * 2 * STRAYS;
  const came = Math.max(1, Math.round(seated * (SHARE + luck)));
  const food_left = luck > 0.06 ? 'none_early' : luck < -0.06 ? 'quarter' : 'just_right';
  await transact(ground.db, (tx) =>
    settleMorningAfter(tx, event, { person_id: organiser }, ground.now(), {
      door_list: dice.throw() < 0.8 ? 'yes' : 'partly',
      came,
      food_left,
      remember: '',
    }),
  );
  if (food_left !== 'none_early' || dice.happens(0.5)) await noteWhatWasOrdered(ground, event, seated);
}
