// One reading for many who ask: each is told their own standing, and what they share changes when the evening does.
import { expect, test } from 'vitest';
import { makePerson, testHouse } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople } from '../../test/world.ts';
import { eventByKey } from './queries.ts';
import { seatDesk } from './seat-desk.ts';
import { shownEvent } from './shown-event.ts';

const house = testHouse();

test('people who ask for several evenings at once are each told of theirs, and of nobody else', async () => {
  const world = await makeGroup(house);
  const [first, second] = [
    await makeEvent(house, world, { title: 'First', cap: 2 }),
    await makeEvent(house, world, { title: 'Second', cap: 9 }),
  ];
  const [seated, , waiting] = await seatPeople(house, first, ['Ada', 'Bo', 'Cy']);
  const stranger = await makePerson(house, 'Dee');
  const ask = (slug: string, person: Parameters<typeof shownEvent>[3]) =>
    shownEvent(house.db, world.group.slug, slug, person);
  const shown = await Promise.all([
    ask(first.slug, seated ?? null),
    ask(second.slug, seated ?? null),
    ask(first.slug, waiting ?? null),
    ask('no-such-evening', stranger),
    ask(first.slug, stranger),
    ask(first.slug, null),
    ask(first.slug, world.organiser),
  ]);
  expect(
    shown.map((one) => one && [one.event.title, one.mine?.state ?? null, one.mine?.rank ?? null, one.role]),
  ).toEqual([
    ['First', 'going', null, null],
    ['Second', null, null, null],
    ['First', 'waitlisted', 1, null],
    null,
    ['First', null, null, null],
    ['First', null, null, null],
    ['First', null, null, 'owner'],
  ]);
  expect(shown[0]?.counts).toEqual({ cap: 2, taken: 2, waiting: 1 });
  expect(shown[1]?.counts).toEqual({ cap: 9, taken: 0, waiting: 0 });
});

test('an evening is the same object until its words change; its counts are always read', async () => {
  const world = await makeGroup(house);
  const event = await makeEvent(house, world, { cap: 5 });
  const look = () => shownEvent(house.db, world.group.slug, event.slug, null);
  const before = await look();
  expect(before?.event).toEqual((await eventByKey(house.db, event))?.event);
  await seatPeople(house, event, ['Ada']);
  const seated = await look();
  expect([seated?.event === before?.event, seated?.counts.taken]).toEqual([true, 1]);

  await house.db.updateTable('events.event').set({ title: 'Moved' }).where('event_id', '=', event.event_id).execute();
  const changed = await look();
  expect([changed?.event === before?.event, changed?.event.title]).toEqual([false, 'Moved']);
});

test('a seat that is held says until when', async () => {
  const world = await makeGroup(house);
  const event = await makeEvent(house, world);
  const person = await makePerson(house, 'Ada');
  const until = house.ground.now().add({ minutes: 15 }).epochMilliseconds;
  await seatDesk(house.ground).ask(event, { kind: 'hold', person, party: 1, until });
  const shown = await shownEvent(house.db, world.group.slug, event.slug, person);
  expect(shown).toMatchObject({ mine: null, held: { party: 1, until: new Date(until) } });
});
