// What follows from an answer, or from silence: on the event's page, in the guest list, for soft and released seats.
import { describe, expect, it } from 'vitest';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { makePerson, testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../../test/world.ts';
import { editEvent } from '../edit-event.ts';
import { guestCounts, guestList } from '../guest-list.ts';
import { eventPaths } from '../paths.ts';
import { enrolmentOf, eventByKey } from '../queries.ts';
import { seatDesk } from '../seat-desk.ts';
import type { Confirmation } from '../tables.ts';
import { confirmSeat } from './confirm-seat.ts';
import { answersIn, clockBrings, momentOf, sinceIn } from './for-tests.ts';
import { setReminders } from './plan.ts';
import { saidBy } from './rules.ts';
import { sendReminders } from './send-reminders.ts';
import { shownReminders } from './shown-reminders.ts';

const house = testHouse({ works: true });
type Person = Id<'people.person'>;
type Made = Awaited<ReturnType<typeof makeEvent>>;

async function asked(confirmation: Confirmation, names: string[], cap: number) {
  house.setNow(house.ground.now());
  const world = await makeGroup(house);
  const event = await makeEvent(house, world, { cap, inDays: 8 });
  await transact(house.db, (tx) => setReminders(tx, event, [], confirmation));
  const people = await seatPeople(house, event, names);
  await clockBrings(house, await momentOf(house, event, 'confirm'));
  return { world, event, people };
}
const stands = async (event: Made, person: Person | undefined) =>
  (await enrolmentOf(house.db, event, person as Person))?.state;
const say = (event: Made, person: Person | undefined) =>
  transact(house.db, (tx) => confirmSeat(tx, event, person as Person, 'mail', house.ground.now()));
const eventOf = async (event: Made) =>
  (await eventByKey(house.db, event))?.event as NonNullable<Awaited<ReturnType<typeof eventByKey>>>['event'];
const organiser = (world: World) => visit(house).as(world.organiser);

describe('a guest who was asked', () => {
  it('sees it on the evening’s page and says yes there; the log has one line of it', async () => {
    const { world, event, people } = await asked('off', ['Ann'], 3);
    const show = eventPaths.show(world.group.slug, event.slug);
    const ann = await visit(house).as(people[0] as Person);
    expect((await ann.get(show)).text).toContain("I'm still coming");
    await ann.post(eventPaths.confirm(world.group.slug, event.slug));
    expect((await ann.get(show)).text).toContain('You said you are coming.');
    expect((await ann.post(eventPaths.confirm(world.group.slug, event.slug))).status).toBe(303);
    const log = await house.db
      .selectFrom('events.enrolment_log')
      .select(['via', 'confirmed'])
      .where('event_id', '=', event.event_id)
      .where('confirmed', '=', true)
      .execute();
    expect(log).toEqual([{ via: 'page', confirmed: true }]);
  });

  it('who gave the seat back takes one again where there is one, and that is a yes', async () => {
    const { event, people } = await asked('off', ['Bo'], 3);
    const { no } = await answersIn(house, people[0] as Person);
    const browser = visit(house);
    await browser.post(no, { act: 'release', since: sinceIn((await browser.get(no)).body) });
    const thanked = await browser.get(no);
    expect(thanked.text).toContain('Take a seat again');
    house.setNow(house.ground.now().add({ minutes: 5 }));
    await browser.post(no, { act: 'again', since: sinceIn(thanked.body) });
    expect(await stands(event, people[0])).toBe('going');
    expect((await guestCounts(house.db, await eventOf(event), house.ground.now())).confirmed).toBe(1);
  });

  it('has said nothing about another day: when the evening moves there, the question is put anew', async () => {
    const { event, people } = await asked('off', ['Cy'], 3);
    await say(event, people[0]);
    const { cap: _, ...before } = { cap: 0, ...(await eventOf(event)) };
    const later = (at: Date) => new Date(at.getTime() + 7 * 86_400_000);
    const draft = {
      ...before,
      starts_at: later(before.starts_at),
      ends_at: later(before.ends_at),
      closes_at: later(before.closes_at),
      cap: null,
    };
    const { title, about, zone, kind, place_name, place_address, place_arrival, door_number, online_url } = draft;
    const { room_capacity, plus_ones, posture, posture_note, opens_at, starts_at, ends_at, closes_at } = draft;
    const typed = { title, about, zone, kind, place_name, place_address, place_arrival, door_number, online_url };
    const numbers = {
      room_capacity,
      plus_ones,
      posture,
      posture_note,
      cap: null,
      opens_at,
      starts_at,
      ends_at,
      closes_at,
    };
    await transact(house.db, (tx) => editEvent(tx, event, house.ground.now(), { ...typed, ...numbers }));
    expect((await enrolmentOf(house.db, event, people[0] as Person))?.confirmed_at).toBeNull();
    await house.mails();
    expect(await clockBrings(house, await momentOf(house, event, 'confirm'))).toEqual([
      ['Cy', expect.stringContaining('Still coming?')],
    ]);
    // The control: at the same time of the same day it is not asked a third time.
    expect(await clockBrings(house, house.ground.now().add({ minutes: 2 }))).toEqual([]);
  });
});

describe('an organiser', () => {
  it('sees and filters who said yes, who did not answer and who is unsure, as the rule says it of each', async () => {
    const { world, event, people } = await asked('soft', ['Ann', 'Bo', 'Cy'], 4);
    await say(event, people[0]);
    const gus = await makePerson(house, 'Gus');
    house.setNow(house.ground.now().add({ hours: 1 }));
    await seatDesk(house.ground).ask(event, { kind: 'take', person: gus, party: 1, via: 'page' });
    const counts = async () => {
      const { confirmed, unanswered, soft } = await guestCounts(house.db, await eventOf(event), house.ground.now());
      return [confirmed, unanswered, soft];
    };
    expect(await counts()).toEqual([2, 2, 0]);
    house.setNow((await momentOf(house, event, 36)).add({ minutes: 1 }));
    const dee = await makePerson(house, 'Dee');
    const force = { kind: 'take', person: dee, party: 1, via: 'organiser', force: true, name: 'Dee' } as const;
    await seatDesk(house.ground).ask(event, force);
    expect(await counts()).toEqual([2, 1, 2]);

    const shown = await eventOf(event);
    const { said } = await shownReminders(house.db, shown, house.ground.now());
    const { guests } = await guestList(house.db, shown, { state: 'going', q: '' }, null, house.ground.now());
    for (const guest of guests) {
      const seat = await enrolmentOf(house.db, event, guest.person_id);
      const rule = seat && saidBy(seat, { ...shown, asked_at: said.asked_at }, house.ground.now());
      expect([guest.name, guest.said]).toEqual([guest.name, rule]);
    }
    const list = await (await organiser(world)).get(`${eventPaths.guests(world.group.slug, event.slug)}?state=soft`);
    expect([list.text.includes('Bo'), list.text.includes('Cy'), list.text.includes('Gus')]).toEqual([
      true,
      true,
      false,
    ]);
    // Unsure is all it means: nobody lost a seat.
    await sendReminders(house.ground);
    expect(await stands(event, people[1])).toBe('going');
  });

  it('reads what came of the reminder, counted from the log', async () => {
    const { world, event, people } = await asked('off', ['Ann', 'Bo', 'Cy'], 3);
    const round = house.ground.now();
    for (const person of people.slice(0, 2)) await say(event, person);
    // Cy thinks twice, and is one person.
    const cy = people[2] as Person;
    const release = { kind: 'release', person: cy, via: 'mail' } as const;
    await seatDesk(house.ground).ask(event, release);
    await seatDesk(house.ground).ask(event, { kind: 'take', person: cy, party: 1, via: 'mail' });
    await seatDesk(house.ground).ask(event, release);
    house.setNow(round.add({ hours: 25 }));
    const page = await (await organiser(world)).get(eventPaths.manage(world.group.slug, event.slug));
    expect(page.text).toMatch(/After \w+'s reminder 1 gave their seat back and 2 confirmed within a day\./);
  });
});

describe('where silence passes a seat on', () => {
  it('it is asked a second time, and half a day later whoever waits has the seat; who answers late keeps theirs', async () => {
    const { event, people } = await asked('release', ['Ann', 'Bo', 'Cy', 'Dee'], 3);
    const [ann, bo, cy, dee] = people;
    await say(event, ann);
    await house.mails();
    const second = await clockBrings(house, await momentOf(house, event, 36));
    expect(second.map(([name, subject]) => [name, subject.split('?')[0]])).toEqual([
      ['Bo', 'Do you still want your seat'],
      ['Cy', 'Do you still want your seat'],
    ]);
    await say(event, bo);
    const early = await momentOf(house, event, 24);
    await clockBrings(house, early.subtract({ minutes: 1 }));
    expect(await stands(event, cy)).toBe('going');
    house.setNow(early.add({ minutes: 1 }));
    await Promise.all([sendReminders(house.ground), sendReminders({ ...house.ground })]);
    expect([
      await stands(event, ann),
      await stands(event, bo),
      await stands(event, cy),
      await stands(event, dee),
    ]).toEqual(['going', 'going', 'released', 'going']);
    const log = await house.db
      .selectFrom('events.enrolment_log')
      .select(['to_state', 'via'])
      .where('event_id', '=', event.event_id)
      .where('person_id', '=', cy as Person)
      .where('to_state', '=', 'released')
      .execute();
    expect(log).toEqual([{ to_state: 'released', via: 'clock' }]);
    const mail = (await house.mails()).findLast(({ subject }) => subject.startsWith('Your seat is free again'));
    expect(mail?.text).toContain('had not heard');
  });
});
