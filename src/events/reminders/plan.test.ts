// An evening's reminder plan against a real database: what a new one gets, what setting changes, what the database refuses.
import { describe, expect, it } from 'vitest';
import { transact } from '#kit/db.ts';
import { testHouse } from '../../../test/visit.ts';
import { makeEvent, makeGroup } from '../../../test/world.ts';
import { discardEvent } from '../stage-event.ts';
import { remindersOf, setReminders, usualPlan } from './plan.ts';

const house = testHouse();

describe('a plan of reminders', () => {
  it('comes with every new evening: two weeks, a week, two days before, and four hours', async () => {
    const event = await makeEvent(house, await makeGroup(house), { stage: 'draft' });
    expect(await remindersOf(house.db, event)).toEqual(usualPlan);
    expect(usualPlan.map(({ before_minutes }) => before_minutes / 60)).toEqual([336, 168, 48, 4]);
  });

  it('is set one by one or whole, at its own evening alone, and read back as it was set', async () => {
    const world = await makeGroup(house);
    const [event, other] = [await makeEvent(house, world), await makeEvent(house, world)];
    const confirm = {
      kind: 'confirm',
      before_minutes: 1440,
      at_time: '17:30',
      text: 'Pizza again!',
      on: true,
    } as const;
    await transact(house.db, (tx) => setReminders(tx, event, [confirm], 'release'));
    expect(await remindersOf(house.db, event)).toEqual(
      usualPlan.map((one) => (one.kind === 'confirm' ? confirm : one)),
    );
    const whole = usualPlan.map((one) => ({ ...one, on: false, at_time: '08:15', text: 'x' }));
    await transact(house.db, (tx) => setReminders(tx, event, whole));
    expect(await remindersOf(house.db, event)).toEqual(whole);
    expect(await remindersOf(house.db, other)).toEqual(usualPlan);
    const rows = await house.db
      .selectFrom('events.event')
      .select(['event_id', 'confirmation'])
      .where('group_id', '=', world.group.group_id)
      .execute();
    expect(Object.fromEntries(rows.map((row) => [row.event_id, row.confirmation]))).toEqual({
      [event.event_id]: 'release',
      [other.event_id]: 'off',
    });
  });

  it('has no reminder a year before, and none at a time no clock shows', async () => {
    const event = await makeEvent(house, await makeGroup(house));
    const week = { kind: 'week', before_minutes: 10_080, text: '', on: true } as const;
    for (const wrong of [{ before_minutes: 525_600 }, { before_minutes: 0 }, { at_time: '24:00' }, { at_time: '9' }]) {
      const set = transact(house.db, (tx) => setReminders(tx, event, [{ ...week, ...wrong }]));
      await expect(set).rejects.toThrow(/reminder_(before|at_time)_check/);
    }
    expect(await remindersOf(house.db, event)).toEqual(usualPlan);
  });

  it('goes with a draft that is thrown away', async () => {
    const event = await makeEvent(house, await makeGroup(house), { stage: 'draft' });
    await transact(house.db, (tx) => discardEvent(tx, event, house.ground.now()));
    expect(await remindersOf(house.db, event)).toEqual([]);
  });
});
