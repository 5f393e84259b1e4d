// What the pages people open all at once cost the database, whatever the rooms hang on them.
import { expect, it } from 'vitest';
import { makePerson, testHouse, visit } from './visit.ts';
import { statementsOf } from './world/statements.ts';
import { makeEvent, makeGroup, seatPeople } from './world.ts';

const house = testHouse();

it('an evening’s page costs a guest two statements: who asks, and the evening with where they stand', async () => {
  const world = await makeGroup(house);
  const event = await makeEvent(house, world, { inDays: 5 });
  const [seated] = await seatPeople(house, event, ['Ann', 'Bo']);
  const path = `/g/${world.group.slug}/e/${event.slug}`;
  for (const person of [seated, await makePerson(house, 'Zoe')]) {
    if (!person) throw new Error('nobody was seated');
    const browser = await visit(house).as(person);
    expect((await browser.get(path)).heading).toBe('Queues, and what they are hiding');
    const costs: number[] = [];
    // The postman and what is kept for a moment share the database: the least counts.
    for (let n = 0; n < 5; n++) costs.push(await statementsOf(house, () => browser.get(path)));
    expect(Math.min(...costs)).toBe(2);
  }
});

it('… and no more at a first visit: one of thousands of evenings costs what one costs that everybody opens', async () => {
  const world = await makeGroup(house, { name: 'Harbour Queue Users' });
  const browser = await visit(house).as(await makePerson(house, 'Nils'));
  const costs: number[] = [];
  for (let n = 0; n < 5; n++) {
    const event = await makeEvent(house, world, { inDays: 6 + n });
    costs.push(await statementsOf(house, () => browser.get(`/g/${world.group.slug}/e/${event.slug}`)));
  }
  expect(Math.min(...costs)).toBe(2);
});
