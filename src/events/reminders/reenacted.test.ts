// One evening from two weeks before to four hours before, on the house's clock: who is told what, who answers, who moves up.
import { beforeAll, describe, expect, it } from 'vitest';
import { joinGroup } from '#groups';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople } from '../../../test/world.ts';
import { enrolmentOf } from '../queries.ts';
import { seatDesk } from '../seat-desk.ts';
import { answersIn, clockBrings, momentOf, sinceIn } from './for-tests.ts';
import { sendReminders } from './send-reminders.ts';

const house = testHouse({ works: true });
type Person = Id<'people.person'>;
let event: Awaited<ReturnType<typeof makeEvent>>;
const people: Record<string, Person> = {};

const seat = async (name: string) => {
  const person = await makePerson(house, name);
  await seatDesk(house.ground).ask(event, { kind: 'take', person, party: 1, via: 'page' });
  people[name] = person;
};
const stands = async (name: string) => (await enrolmentOf(house.db, event, people[name] as Person))?.state;
const logOf = (name: string) =>
  house.db
    .selectFrom('events.enrolment_log')
    .select(['to_state', 'via', 'confirmed'])
    .where('event_id', '=', event.event_id)
    .where('person_id', '=', people[name] as Person)
    .orderBy('log_id')
    .execute();

beforeAll(async () => {
  // An evening at seven, so that four hours before it is the same day.
  const today = Temporal.Now.zonedDateTimeISO('America/Chicago').toPlainDate();
  house.setNow(today.toZonedDateTime({ timeZone: 'America/Chicago', plainTime: '19:00' }).toInstant());
  const world = await makeGroup(house);
  event = await makeEvent(house, world, { title: 'Queues', cap: 5, inDays: 20 });
  const early = ['Ann', 'Bo', 'Cy', 'Fay'];
  (await seatPeople(house, event, early)).forEach((person, at) => {
    people[early[at] as string] = person;
  });
  // Fay wants no news of the group.
  await transact(house.db, (tx) =>
    joinGroup(tx, { person_id: people.Fay as Person }, house.ground.now(), world.group.group_id),
  );
  await house.db
    .updateTable('groups.member')
    .set({ announced: false, opened: false })
    .where('person_id', '=', people.Fay as Person)
    .execute();
});

describe('before one evening', () => {
  it('nothing is sent while nothing is due', async () => {
    const due = await momentOf(house, event, 'fortnight');
    expect(await clockBrings(house, due.subtract({ minutes: 1 }))).toEqual([]);
  });

  it('two weeks before, those who have a seat already hear of it, once, however many clocks tick', async () => {
    const due = await momentOf(house, event, 'fortnight');
    house.setNow(due);
    const other = { ...house.ground };
    await Promise.all([sendReminders(house.ground), sendReminders(other), sendReminders(house.ground)]);
    const told = (await house.mails()).filter(({ subject }) => subject.startsWith('In 14 days: Queues'));
    expect(told).toHaveLength(4);
    expect(await clockBrings(house, due.add({ hours: 30 }))).toEqual([]);
  });

  it('who signs up in between hears a week before, with the others, and so does she who wants no news', async () => {
    house.setNow(await momentOf(house, event, 10 * 24));
    for (const name of ['Gus', 'Dee', 'Eve']) await seat(name);
    expect([await stands('Gus'), await stands('Dee'), await stands('Eve')]).toEqual([
      'going',
      'waitlisted',
      'waitlisted',
    ]);
    await house.mails();
    const told = await clockBrings(house, await momentOf(house, event, 'week'));
    expect(told.map(([name]) => name)).toEqual(['Ann', 'Bo', 'Cy', 'Fay', 'Gus']);
    expect(new Set(told.map(([, subject]) => subject.slice(0, 17)))).toEqual(new Set(['In 7 days: Queues']));
  });

  it('two days before, everybody with a seat is asked, and the waitlist is told its number', async () => {
    const told = await clockBrings(house, await momentOf(house, event, 'confirm'));
    expect(told.map(([name, subject]) => [name, subject.split(':')[0]])).toEqual([
      ['Ann', expect.stringMatching(/^Still coming\?/)],
      ['Bo', expect.stringMatching(/^Still coming\?/)],
      ['Cy', expect.stringMatching(/^Still coming\?/)],
      ['Dee', 'You are number 1'],
      ['Eve', 'You are number 2'],
      ['Fay', expect.stringMatching(/^Still coming\?/)],
      ['Gus', expect.stringMatching(/^Still coming\?/)],
    ]);
  });

  it('a mail scanner that follows every link, and a forwarded mail, change nothing before the question is answered', async () => {
    const { yes, no } = await answersIn(house, people.Cy as Person);
    for (const path of [yes, no]) {
      expect((await house.app.inject({ method: 'HEAD', url: path })).statusCode).toBe(200);
      expect((await visit(house).get(path)).status).toBe(200);
    }
    const stranger = await visit(house).as(await makePerson(house, 'Zoe'));
    const page = await stranger.get(no);
    expect(page.text).toContain("This is Cy's seat");
    expect(page.text).toContain('Are you Cy?');
    expect(page.text).toContain('Not you?');
    expect(await logOf('Cy')).toEqual([{ to_state: 'going', via: 'page', confirmed: false }]);
    // The control: the button on that page does act.
    expect((await (await visit(house).as(people.Cy as Person)).get(no)).text).toContain('Still coming?');
  });

  it('Ann says yes with one tap, and pressing again says it no second time', async () => {
    const { yes } = await answersIn(house, people.Ann as Person);
    const browser = visit(house);
    const since = sinceIn((await browser.get(yes)).body);
    const posts = await Promise.all([1, 2].map(() => browser.post(yes, { act: 'confirm', since })));
    expect(posts.map(({ status }) => status)).toEqual([303, 303]);
    expect((await browser.get(yes)).heading).toBe('Queues');
    expect((await browser.get(yes)).text).toContain('See you there');
    expect(await logOf('Ann')).toEqual([
      { to_state: 'going', via: 'page', confirmed: false },
      { to_state: 'going', via: 'mail', confirmed: true },
    ]);
  });

  it('Bo gives the seat back with one tap, is thanked, and the first in line has it', async () => {
    const { no } = await answersIn(house, people.Bo as Person);
    const browser = visit(house);
    const since = sinceIn((await browser.get(no)).body);
    const answers = await Promise.all([1, 2].map(() => browser.post(no, { act: 'release', since })));
    expect(answers.map(({ status }) => status).toSorted()).toContain(303);
    expect((await browser.get(no)).text).toContain('Thank you for telling us');
    expect([await stands('Bo'), await stands('Dee'), await stands('Eve')]).toEqual(['released', 'going', 'waitlisted']);
    expect((await logOf('Bo')).map(({ to_state }) => to_state)).toEqual(['going', 'released']);
    // The browser sends the old form once more: nothing is pressed for a seat that is not there.
    expect((await browser.post(no, { act: 'release', since })).status).toBe(409);
  });

  it('thirty hours before, the waitlist is asked whether it still wants a seat, and can leave with one tap', async () => {
    await house.mails();
    const told = await clockBrings(house, await momentOf(house, event, 30));
    expect(told.map(([name, subject]) => [name, subject.slice(0, 19)])).toEqual([['Eve', 'Still want a seat? ']]);
    const { no } = await answersIn(house, people.Eve as Person);
    expect((await visit(house).get(no)).text).toContain('Leave the waitlist');
    expect(await stands('Eve')).toBe('waitlisted');
  });

  it('four hours before, those who come learn how to find it, and the waitlist that no seat came free', async () => {
    const told = await clockBrings(house, await momentOf(house, event, 4));
    expect(told.map(([name, subject]) => [name, subject.split(/ at |:/)[0]])).toEqual([
      ['Ann', 'Today'],
      ['Cy', 'Today'],
      ['Dee', 'Today'],
      ['Eve', 'No seat came free'],
      ['Fay', 'Today'],
      ['Gus', 'Today'],
    ]);
  });

  it('the link says nothing more once the evening has begun, and acts no more', async () => {
    const { no } = await answersIn(house, people.Cy as Person);
    const browser = visit(house);
    const since = sinceIn((await browser.get(no)).body);
    house.setNow((await momentOf(house, event, 0)).add({ hours: 3 }));
    const page = await browser.get(no);
    expect([page.status, page.text.includes('has ended with it')]).toEqual([410, true]);
    expect((await browser.post(no, { act: 'release', since })).status).toBe(410);
    expect(await stands('Cy')).toBe('going');
  });
});
