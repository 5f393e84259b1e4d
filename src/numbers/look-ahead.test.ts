// What an outlook is made from: when people could really begin to sign up, whatever was planned.
import { expect, it } from 'vitest';
import { findEvening, settleMorningAfter } from '#events';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { testHouse } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople } from '../../test/world.ts';
import { lookAhead } from './look-ahead.ts';
import { usualChoices } from './rules.ts';

const house = testHouse();
const start = Temporal.Instant.from('2026-03-10T12:00:00Z');
const at = (days: number) => start.add({ hours: days * 24 });
const names = (n: number) => Array.from({ length: n }, (_, i) => `Guest ${i}`);

it('a sign-up somebody opened by hand is as old as one that opened by itself at that moment', async () => {
  house.setNow(start);
  const world = await makeGroup(house);
  const before = await makeEvent(house, world, { inDays: 5, cap: 40 });
  await seatPeople(house, before, names(20));
  house.setNow(at(6));
  const said = { door_list: 'yes', came: 16, food_left: 'quarter', remember: '' } as const;
  await transact(house.db, (tx) => settleMorningAfter(tx, before, { person_id: world.organiser }, at(6), said));

  house.setNow(at(20));
  const byItself = await makeEvent(house, world, { inDays: 14, cap: 40, opensInDays: 0 });
  const byHand = await makeEvent(house, world, { inDays: 14, cap: 40, opensInDays: 9 });
  for (const event of [byItself, byHand]) await seatPeople(house, event, names(4));
  house.setNow(at(25.5));
  const moreOf = async ({ slug }: { slug: string }) => {
    const request = { headers: {}, ip: '127.0.0.1' } as Parameters<typeof findEvening>[1];
    const { shown } = await findEvening(house.ground, request, { group: world.group.slug, event: slug });
    return (await lookAhead(house.db, shown, house.ground.now(), usualChoices)).more;
  };
  expect(await moreOf(byItself)).toBeLessThan(16);
  expect(await moreOf(byHand)).toBe(await moreOf(byItself));
});
