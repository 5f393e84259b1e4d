// What the door saw of somebody, or they said themselves, does not silence what is still to be told about their seat.
import { expect, it } from 'vitest';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse } from '../../test/visit.ts';
import { makeEvent, makeGroup } from '../../test/world.ts';
import { noteArrivals } from './note-arrivals.ts';
import { confirmSeat } from './reminders/confirm-seat.ts';
import { takeSeats } from './take-seats.ts';

const house = testHouse({ works: true });

it('a seat taken a moment before its guest came in is still confirmed by mail', async () => {
  const event = await makeEvent(house, await makeGroup(house));
  const person = await makePerson(house, 'Ann Fischer');
  const now = Temporal.Now.instant();
  // In one transaction, so that no mail can leave in between.
  await transact(house.db, async (tx) => {
    const ask = { kind: 'take', person, party: 1, via: 'page' } as const;
    await takeSeats(tx, event, [{ key: 'seat:late', ask, actor: null }], now);
    const seen = { person_id: person, heads: 1, at: new Date() };
    await noteArrivals(tx, event, [seen], now.add({ seconds: 2 }));
  });
  house.postman?.nudge();
  const subjects = (await house.mails()).map(({ subject }) => subject);
  expect(subjects).toContainEqual(expect.stringContaining('You have a seat'));
});

it('a seat whose guest says once more that they come before its mail has left is still confirmed by mail', async () => {
  const event = await makeEvent(house, await makeGroup(house));
  const person = await makePerson(house, 'Bo Fischer');
  const now = Temporal.Now.instant();
  const before = (await house.mails()).length;
  await transact(house.db, async (tx) => {
    const ask = { kind: 'take', person, party: 1, via: 'page' } as const;
    await takeSeats(tx, event, [{ key: 'seat:sure', ask, actor: null }], now);
    expect(await confirmSeat(tx, event, person, 'page', now.add({ seconds: 2 }))).toEqual({
      is: 'confirmed',
      new: true,
    });
  });
  house.postman?.nudge();
  const subjects = (await house.mails()).slice(before).map(({ subject }) => subject);
  expect(subjects).toEqual([expect.stringContaining('You have a seat')]);
});
