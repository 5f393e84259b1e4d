// Sign-ups made elsewhere are in the numbers: of the evening ahead, and of one that was.
import { expect, test } from 'vitest';
import { findEvening, setReminders, settleMorningAfter } from '#events';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { peopleRoom } from '#people';
import { testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople } from '../../test/world.ts';
import { numberFacts } from './facts.ts';
import { lookAhead } from './look-ahead.ts';
import { usualChoices } from './rules.ts';

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

test('who is forgotten or leaves after the evening had signed up for it all the same', async () => {
  house.setNow(Temporal.Now.instant());
  const world = await makeGroup(house);
  const [was, ahead] = [await makeEvent(house, world, { inDays: 2 }), await makeEvent(house, world, { inDays: 20 })];
  const organiser = await visit(house).as(world.organiser);
  const list = Array.from({ length: 6 }, (_, n) => `Guest ${n} <forgotten${n}@example.org>`).join('\n');
  await organiser.post(`/g/${world.group.slug}/e/${was.slug}/guests/elsewhere`, { list, source: '' });
  const [ann] = await seatPeople(house, was, ['Ann', 'Ben']);
  house.setNow(house.ground.now().add({ hours: 72 }));
  const said = { door_list: 'partly' as const, came: 5, food_left: null, remember: '' };
  await transact(house.db, (tx) =>
    settleMorningAfter(tx, was, { person_id: world.organiser }, house.ground.now(), said),
  );
  const counted = async (days: number) => (await numberFacts(house.db, ahead, days)).counted;
  const before = [await counted(17), await counted(0)];
  expect(before).toMatchObject([[{ signed_up: 8, now: 0 }], [{ signed_up: 8, now: 8 }]]);
  house.setNow(house.ground.now().add({ hours: 96 }));
  await peopleRoom.workers?.['people.sweep']?.(house.ground)({});
  await transact(house.db, (tx) => announce(tx, 'people.erased', { person_id: ann!, now: house.ground.now() }));
  const left = await house.db
    .selectFrom('events.enrolment')
    .select('person_id')
    .where('event_id', '=', was.event_id)
    .execute();
  expect(left).toHaveLength(1);
  expect([await counted(17), await counted(0)]).toEqual(before);
  await house.db.deleteFrom('events.enrolment').where('event_id', '=', was.event_id).execute();
  expect(await counted(0)).toMatchObject([{ signed_up: 8, came: 5, now: null }]);
});

test('silence counts for less only of those a question went to', async () => {
  const start = Temporal.Now.instant();
  house.setNow(start);
  const world = await makeGroup(house);
  const organiser = await visit(house).as(world.organiser);
  const [elsewhere, here] = [await makeEvent(house, world, { cap: 40 }), await makeEvent(house, world, { cap: 40 })];
  const names = Array.from({ length: 20 }, (_, n) => `Guest ${n}`);
  const at = `/g/${world.group.slug}/e/${elsewhere.slug}/guests/elsewhere`;
  await organiser.post(at, { list: names.map((name, n) => `${name} <g${n}@example.org>`).join('\n'), source: '' });
  await seatPeople(house, here, names);
  for (const { group_id, event_id } of [elsewhere, here]) {
    await transact(house.db, (tx) => setReminders(tx, { group_id, event_id }, [], 'soft'));
    const for_on = await house.db
      .selectFrom('events.event')
      .select(['starts_at', 'zone'])
      .where('event_id', '=', event_id)
      .executeTakeFirstOrThrow();
    const day = Temporal.Instant.fromEpochMilliseconds(for_on.starts_at.getTime()).toZonedDateTimeISO(for_on.zone);
    const round = { step: 'confirm', for_on: day.toPlainDate().toString(), told: 20, skipped: null } as const;
    const asked_at = new Date(start.add({ hours: 24 * 8 }).epochMilliseconds);
    await house.db
      .insertInto('events.reminder_round')
      .values({ group_id, event_id, at: asked_at, ...round })
      .execute();
  }
  const likely = async ({ slug }: { slug: string }, hoursBefore: number) => {
    house.setNow(start.add({ hours: 24 * 10 - hoursBefore }));
    const request = { headers: {}, ip: '127.0.0.1' } as Parameters<typeof findEvening>[1];
    const { shown } = await findEvening(house.ground, request, { group: world.group.slug, event: slug });
    return (await lookAhead(house.db, shown, house.ground.now(), usualChoices)).range.p50;
  };
  const early = await likely(elsewhere, 37);
  expect(await likely(here, 37)).toBe(early);
  // The control: those who were asked.
  expect(await likely(here, 30)).toBeLessThan(early - 3);
  expect(await likely(elsewhere, 30)).toBe(early);
});
