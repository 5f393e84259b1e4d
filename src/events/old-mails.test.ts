// What an old mail still opens, and how many mails to people who did not ask for one an organiser can cause.
import { beforeEach, expect, it } from 'vitest';
import { Temporal } from '#kit/time.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../test/world.ts';
import { eventPaths } from './paths.ts';
import { seatLink } from './seat-link.ts';

const house = testHouse();
let world: World;
beforeEach(async () => {
  house.setNow(Temporal.Now.instant());
  world = await makeGroup(house);
});

it('a link to a seat ends a week after the evening, tells no name any more, and says what to do instead', async () => {
  const event = await makeEvent(house, world, { inDays: 3 });
  const [ann] = await seatPeople(house, event, ['Ann Fischer']);
  const at = { group: world.group.slug, event: event.slug };
  const link = seatLink(house.ground, at, { event_id: event.event_id, person_id: ann as never });
  const path = link.replace(house.ground.config.origin, '');
  house.setNow(Temporal.Now.instant().add({ hours: 24 * 9 }));
  expect(await visit(house).get(path)).toMatchObject({ status: 200, text: expect.stringContaining('Ann Fischer') });
  house.setNow(Temporal.Now.instant().add({ hours: 24 * 11 }));
  for (const old of [await visit(house).get(path), await visit(house).post(path)]) {
    expect(old.status).toBe(410);
    expect(old.text).toContain('Sign in, and your own page shows the evenings you have a seat at.');
    expect(old.text).not.toContain('Ann Fischer');
  }
  // Changed, it is what it always was: nothing.
  expect((await visit(house).get(path.replace(/.$/, '_').replace(/__$/, '_-'))).status).toBe(404);
});

it('an organiser, and a group, put a few hundred people a day on lists, and are told so with their words kept', async () => {
  const event = await makeEvent(house, world);
  const path = `${eventPaths.show(world.group.slug, event.slug)}/guests/add`;
  const browser = await visit(house).as(world.organiser);
  const add = (address: string) => browser.post(path, { name: 'Noor', address });
  expect((await add('noor-1@example.org')).status).toBe(303);
  let more = 0;
  while (await house.ground.limits.count('guests.added', world.organiser)) more++;
  expect(more).toBe(199);
  const mails = async () => (await house.mails()).length;
  const before = await mails();
  const refused = await add('noor-2@example.org');
  expect(refused).toMatchObject({ status: 429, errors: { address: expect.stringContaining('Go on tomorrow') } });
  expect(refused.body).toContain('noor-2@example.org');
  expect(await mails()).toBe(before);

  const [other, another] = [await makeGroup(house), await makeGroup(house)];
  const elsewhere = await makeEvent(house, other);
  const theirs = `${eventPaths.show(other.group.slug, elsewhere.slug)}/guests/add`;
  const them = await visit(house).as(other.organiser);
  while (await house.ground.limits.count('guests.added_by_group', other.group.group_id)) more++;
  expect((await them.post(theirs, { name: 'Noor', address: 'noor-3@example.org' })).status).toBe(429);
  // Whoever has nothing to do with it goes on.
  const third = await makeEvent(house, another);
  const unharmed = await visit(house).as(another.organiser);
  const at = `${eventPaths.show(another.group.slug, third.slug)}/guests/add`;
  expect((await unharmed.post(at, { name: 'Noor', address: 'noor-3@example.org' })).status).toBe(303);
});
