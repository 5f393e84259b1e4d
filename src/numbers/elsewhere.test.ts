// Sign-ups made elsewhere are in the numbers: of the evening ahead, and of one that was.
import { expect, test } from 'vitest';
import { settleMorningAfter } from '#events';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople } from '../../test/world.ts';
import { numberFacts } from './facts.ts';

const house = testHouse();

test('who signed up elsewhere is counted like anybody with a seat', async () => {
  const world = await makeGroup(house);
  const [was, ahead] = [await makeEvent(house, world, { inDays: 2 }), await makeEvent(house, world, { inDays: 20 })];
  const organiser = await visit(house).as(world.organiser);
  for (const event of [was, ahead]) {
    await seatPeople(house, event, ['Ann']);
    const list = 'Ada Lovelace +1\nGrace Hopper <grace@example.org>';
    await organiser.post(`/g/${world.group.slug}/e/${event.slug}/guests/elsewhere`, { list, source: '' });
  }
  house.setNow(Temporal.Now.instant().add({ hours: 72 }));
  await transact(house.db, (tx) =>
    settleMorningAfter(tx, was, { person_id: world.organiser }, house.ground.now(), {
      door_list: 'partly',
      came: 3,
      food_left: null,
      remember: '',
    }),
  );
  const { counted, seated } = await numberFacts(house.db, ahead, 17);
  expect(seated.reduce((sum, { heads }) => sum + heads, 0)).toBe(4);
  expect(counted).toMatchObject([{ signed_up: 4, came: 3, now: 0 }]);
});
