// Excusing who missed an evening: through the guest list and the desk, in the log, for the person and in the numbers.
import { beforeAll, expect, it } from 'vitest';
import { noteArrivals, seatDesk, settleMorningAfter } from '#events';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../test/world.ts';
import { guestCounts } from './guest-list.ts';
import { eventPaths } from './paths.ts';
import { eventByKey } from './queries.ts';

const house = testHouse();
const start = Temporal.Instant.from('2026-11-10T12:00:00Z');
const days = (n: number) => start.add({ hours: n * 24 });
const answers = { door_list: 'yes', came: 1, food_left: 'no_food', remember: '' } as const;
let world: World;
let event: Awaited<ReturnType<typeof makeEvent>>;
type Person = Id<'people.person'>;
let ann: Person;
let bo: Person;
let zoe: Person;

beforeAll(async () => {
  house.setNow(start);
  world = await makeGroup(house);
  event = await makeEvent(house, world, { inDays: 5 });
  [ann, bo, zoe] = (await seatPeople(house, event, ['Ann', 'Bo', 'Zoe'])) as [Person, Person, Person];
  house.setNow(days(6));
  await transact(house.db, async (tx) => {
    await noteArrivals(tx, event, [{ person_id: ann, heads: 1, at: new Date(days(5).epochMilliseconds) }], days(5));
    await settleMorningAfter(tx, event, { person_id: world.organiser }, days(6), answers);
  });
});

const guests = () => eventPaths.guests(world.group.slug, event.slug);
const organiser = () => visit(house).as(world.organiser);
const press = async (body: Record<string, string>) =>
  (await organiser()).post(eventPaths.guestsExcuse(world.group.slug, event.slug), body);
const counts = async () => guestCounts(house.db, (await eventByKey(house.db, event))!.event, house.ground.now());
const logOf = async (person: Person) =>
  (
    await house.db
      .selectFrom('events.enrolment_log')
      .select(['to_state', 'via', 'actor_id'])
      .where('event_id', '=', event.event_id)
      .where('person_id', '=', person)
      .orderBy('log_id')
      .execute()
  ).slice(1);
const audited = async () =>
  (
    await house.db
      .selectFrom('groups.audit')
      .select('what')
      .where('group_id', '=', world.group.group_id)
      .where('what', 'like', 'events.guest.%')
      .orderBy('audit_id')
      .execute()
  ).map(({ what }) => what);

it('who missed it is excused with one tap, and with another no longer; the seat stays a seat', async () => {
  const browser = await organiser();
  const list = await browser.get(`${guests()}?state=missed`);
  expect(list.text).toContain('Did somebody let you know?');
  expect(list.body).toContain('aria-label="Excuse: Bo"');
  expect(list.body).not.toContain('aria-label="Excuse: Ann"');

  const excused = await press({ excuse: bo, state: 'missed' });
  expect(excused).toMatchObject({ status: 303, location: `${guests()}?state=missed` });
  expect(await counts()).toMatchObject({ going: 3, checked_in: 1, missed: 1, excused: 1 });
  const by = { via: 'organiser', actor_id: world.organiser };
  expect(await logOf(bo)).toEqual([
    { to_state: 'missed', ...by },
    { to_state: 'excused', ...by },
  ]);
  const own = await visit(house).as(bo);
  expect((await own.get(eventPaths.record())).text).toContain('could not come. The organisers know.');
  expect((await own.get(eventPaths.show(world.group.slug, event.slug))).text).toContain('The organisers know.');

  // The morning's answer given once more leaves an excuse alone.
  await transact(house.db, (tx) => settleMorningAfter(tx, event, { person_id: world.organiser }, days(6), answers));
  expect(await counts()).toMatchObject({ missed: 1, excused: 1 });

  expect((await browser.get(`${guests()}?state=excused`)).body).toContain('aria-label="Take the excuse back: Bo"');
  await press({ take_back: bo, state: 'excused' });
  expect(await counts()).toMatchObject({ going: 3, missed: 2, excused: 0 });
  expect((await logOf(bo)).map(({ to_state }) => to_state)).toEqual(['missed', 'excused', 'missed']);
  expect(await audited()).toEqual(['events.guest.excused', 'events.guest.unexcused']);
});

it('nobody else is excused, nothing is written for them, and nobody is mailed', async () => {
  const before = await counts();
  const answer = await press({ excuse: ann });
  expect((await (await organiser()).follow(answer)).status).toBe(200);
  expect(await logOf(ann)).toEqual([{ to_state: 'checked_in', via: 'door', actor_id: null }]);
  await press({ take_back: zoe });
  expect(await counts()).toEqual(before);
  expect((await audited()).length).toBe(2);
  expect((await press({ excuse: world.organiser })).status).toBe(404);
  expect(await press({})).toMatchObject({ status: 303, location: `${guests()}?state=going` });
  expect((await (await visit(house).as(bo)).post(`${guests()}/excuse`, { excuse: bo })).status).toBe(404);
  const mails = await house.db.selectFrom('kit.mail').select('template').where('person_id', '=', bo).execute();
  expect(mails.map(({ template }) => template)).toEqual(['events.seat-taken']);
});

it('the desk says where they stand, and an excuse twice is one line in the log', async () => {
  const ask = (is_excused: boolean) => seatDesk(house.ground).ask(event, { kind: 'excuse', person: zoe, is_excused });
  const lines = (await logOf(zoe)).length;
  expect(await ask(true)).toEqual({ is: 'standing', state: 'excused' });
  expect(await ask(true)).toEqual({ is: 'standing', state: 'excused' });
  expect((await logOf(zoe)).length).toBe(lines + 1);
});

it('an excuse waits while the door list counts as incomplete, and is there again once it is complete', async () => {
  const settle = (door_list: 'yes' | 'partly', remember = '') =>
    transact(house.db, (tx) =>
      settleMorningAfter(tx, event, { person_id: world.organiser }, days(6), { ...answers, door_list, remember }),
    );
  const { group_id, event_id } = event;
  const asked = { step: 'confirm', for_on: '2026-11-15', at: new Date(days(3).epochMilliseconds), told: 3 } as const;
  await house.db
    .insertInto('events.reminder_round')
    .values({ group_id, event_id, ...asked })
    .execute();
  await press({ take_back: zoe });
  await press({ excuse: bo });
  await settle('partly');
  await settle('partly', 'said once more');
  // What the list says of them is nothing they said themselves.
  expect(await counts()).toMatchObject({ going: 3, missed: 0, excused: 0, confirmed: 0 });
  await settle('yes');
  expect(await counts()).toMatchObject({ going: 3, checked_in: 1, missed: 1, excused: 1 });
  expect((await logOf(bo)).slice(-3).map(({ to_state }) => to_state)).toEqual(['going', 'missed', 'excused']);
  // Taken back while nobody is asked about it: then there is nothing left to wait.
  await press({ take_back: bo });
  await settle('partly');
  await settle('yes');
  expect(await counts()).toMatchObject({ missed: 2, excused: 0 });
});
