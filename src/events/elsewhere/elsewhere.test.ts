// Sign-ups made elsewhere against the whole house: counted everywhere, never twice, mailed nothing.
import { describe, expect, it } from 'vitest';
import { expectedGuests, noteArrivals } from '#events';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { findPeople } from '#people';
import { testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople } from '../../../test/world.ts';
import { seatDesk } from '../seat-desk.ts';
import { cancelEvent } from '../stage-event.ts';
import { forgetElsewhere } from './elsewhere.ts';

const house = testHouse({ works: true });
type Person = Id<'people.person'>;

async function evening(cap: number, names: string[] = []) {
  const world = await makeGroup(house);
  const event = await makeEvent(house, world, { cap });
  const people = (await seatPeople(house, event, names)) as Person[];
  const organiser = await visit(house).as(world.organiser);
  const at = `/g/${world.group.slug}/e/${event.slug}/guests`;
  return { world, event, people, organiser, at };
}

type Evening = Awaited<ReturnType<typeof evening>>;

const bring = ({ organiser, at }: Evening, list: string, more: Record<string, string> = {}) =>
  organiser.post(`${at}/elsewhere`, { list, source: 'Meetup', ...more });

const counters = async ({ event }: Evening) => {
  const found = house.db.selectFrom('events.tally').select(['taken', 'waiting']).where('event_id', '=', event.event_id);
  return found.executeTakeFirstOrThrow();
};

/** The id behind the first button that takes a name off. */
async function firstNamed({ organiser, at }: Evening): Promise<string> {
  const { body } = await organiser.get(`${at}/elsewhere`);
  const found = /name="signup_id"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="signup_id"/.exec(body);
  return found?.[1] ?? found?.[2] ?? '';
}

describe('sign-ups made elsewhere', () => {
  it('count as taken, stand on the list at the door, and are mailed nothing', async () => {
    const night = await evening(10, ['Ann']);
    const before = (await house.mails()).length;
    const done = await bring(night, 'Ada Lovelace +1\nGrace Hopper <grace@example.org>');
    expect(done.location).toBe(`${night.at}/elsewhere`);
    expect(await counters(night)).toEqual({ taken: 4, waiting: 0 });
    const guests = await expectedGuests(house.db, night.event);
    expect(guests.map(({ name, party, state }) => `${name} ${party} ${state}`).sort()).toEqual([
      'Ada Lovelace 2 going',
      'Ann 1 going',
      'Grace Hopper 1 going',
    ]);
    const list = await night.organiser.get(night.at);
    expect(list.text).toContain('Grace Hopper');
    expect(list.text).toContain('2 more signed up elsewhere');
    const page = await night.organiser.get(`${night.at}/elsewhere`);
    expect(page.text).toContain('Ada Lovelace');
    expect(page.text).toContain('signed up: Meetup');
    expect((await house.mails()).length).toBe(before);
    // Let in at the door like anybody; nobody is a guest of that id.
    const ada = guests.find(({ name }) => name === 'Ada Lovelace');
    await transact(house.db, (tx) =>
      noteArrivals(
        tx,
        night.event,
        [{ person_id: ada?.person_id ?? '', heads: 2, at: new Date() }],
        house.ground.now(),
      ),
    );
    expect(await counters(night)).toEqual({ taken: 4, waiting: 0 });
  });

  it('are here once: by their address, by a name unless told otherwise, and when they sign up here later', async () => {
    const night = await evening(10, ['Ann', 'Bo']);
    const [ann] = [...(await findPeople.byIds(house.db, [night.people[0] as Person])).values()];
    const again = await bring(night, `Somebody <${ann?.address}>\nbo\nCy <cy@example.org>\nCy again <CY@example.org>`);
    expect(again.text).toContain('One name is here already');
    expect(again.body).toMatch(/<textarea[^>]*>\s*bo\s*<\/textarea>/);
    expect(await counters(night)).toEqual({ taken: 3, waiting: 0 });
    await bring(night, 'bo', { although_alike: 'yes' });
    expect(await counters(night)).toEqual({ taken: 4, waiting: 0 });
    await bring(night, 'Cy <cy@example.org>');
    const cy = await findPeople.byAddress(house.db, 'cy@example.org');
    const answer = await seatDesk(house.ground).ask(night.event, {
      kind: 'take',
      person: cy?.person_id as Person,
      party: 1,
      via: 'page',
    });
    expect(answer).toEqual({ is: 'going', new: false });
    expect(await counters(night)).toEqual({ taken: 4, waiting: 0 });
  });

  it('are shown beside a guest who signs up here later under the same name, and count once when an organiser says so', async () => {
    const night = await evening(10, ['Ann']);
    await bring(night, 'Lovelace, Ada +1\nGrace Hopper\nann', { although_alike: 'yes' });
    expect((await night.organiser.get(night.at)).text).not.toContain('may be here twice');
    house.setNow(house.ground.now().add({ minutes: 5 }));
    await seatPeople(house, night.event, ['Ada Lovelace', 'Ada LOVELACE', 'Bo']);
    expect(await counters(night)).toEqual({ taken: 8, waiting: 0 });
    // Who was here before was compared then; a second Ada has no second name beside her.
    expect((await night.organiser.get(night.at)).text).toContain('One of them may be here twice');
    const page = await night.organiser.get(`${night.at}/elsewhere`);
    expect(page.text.match(/Same person\?/g)).toHaveLength(1);
    expect(page.text).toMatch(/Same person\? Ada (Lovelace|LOVELACE) has taken a seat here since/);
    const id = /value="([^"]+)" aria-label="Same person, count once/.exec(page.body)?.[1] ?? '';
    const done = await night.organiser.follow(
      await night.organiser.post(`${night.at}/elsewhere/drop`, { signup_id: id }),
    );
    expect(done.text).toContain('counts once now');
    expect(done.text).not.toContain('Same person?');
    expect(await counters(night)).toEqual({ taken: 6, waiting: 0 });
  });

  it('do not ask about somebody who waits: taken off, their seat from elsewhere would go to another', async () => {
    const night = await evening(1);
    await bring(night, 'Ada');
    house.setNow(house.ground.now().add({ minutes: 5 }));
    await seatPeople(house, night.event, ['Ada']);
    expect(await counters(night)).toEqual({ taken: 1, waiting: 1 });
    expect((await night.organiser.get(`${night.at}/elsewhere`)).text).not.toContain('Same person?');
  });

  it('come beyond the cap as well, let nobody new in then, and taken off they free a seat for whoever waits', async () => {
    const night = await evening(2, ['Ann']);
    await bring(night, 'Ada +2');
    expect(await counters(night)).toEqual({ taken: 4, waiting: 0 });
    const [bo] = (await seatPeople(house, night.event, ['Bo'])) as [Person];
    expect(await counters(night)).toEqual({ taken: 4, waiting: 1 });
    const signup_id = await firstNamed(night);
    await night.organiser.post(`${night.at}/elsewhere/drop`, { signup_id });
    expect(await counters(night)).toEqual({ taken: 2, waiting: 0 });
    const row = await house.db
      .selectFrom('events.enrolment')
      .select('state')
      .where('person_id', '=', bo)
      .executeTakeFirst();
    expect(row?.state).toBe('going');
  });

  it('taken off are told to phones at the door that know them, until their names are forgotten', async () => {
    const night = await evening(5);
    await bring(night, 'Ada +2');
    const known = new Date(house.ground.now().epochMilliseconds);
    const signup_id = await firstNamed(night);
    house.setNow(house.ground.now().add({ seconds: 1 }));
    await night.organiser.post(`${night.at}/elsewhere/drop`, { signup_id });
    expect(await expectedGuests(house.db, night.event)).toEqual([]);
    const changed = { person_id: signup_id, name: '', party: 1, state: 'released' };
    expect(await expectedGuests(house.db, night.event, known)).toEqual([changed]);
    house.setNow(house.ground.now().add({ hours: 24 * 30 }));
    await forgetElsewhere(house.ground);
    expect(await expectedGuests(house.db, night.event, known)).toEqual([]);
    house.setNow(Temporal.Now.instant());
  });

  it('of an address an organiser typed tell nothing about whose it is, and no mail goes there when the evening is off', async () => {
    const night = await evening(10);
    const other = await evening(10, ['Their own name']);
    const [owner] = [...(await findPeople.byIds(house.db, [other.people[0] as Person])).values()];
    await bring(night, `A friend <${owner?.address}>\nQuinn <quinn@example.org>`);
    const list = await night.organiser.get(night.at);
    expect(list.text).toContain('A friend');
    expect(list.text).not.toContain('Their own name');
    await transact(house.db, (tx) => cancelEvent(tx, night.event, house.ground.now(), ''));
    house.ground.mailsQueued();
    expect((await house.mails()).filter(({ to }) => to.includes('quinn@example.org'))).toEqual([]);
  });

  it('answer a list that names nobody, a table, and a file', async () => {
    const night = await evening(10);
    const empty = await bring(night, ' \n;');
    expect(empty.status).toBe(422);
    expect(empty.errors.list).toContain('no name');
    const many = await bring(night, Array.from({ length: 501 }, (_, n) => `Guest ${n}`).join('\n'));
    expect(many.status).toBe(422);
    await bring(night, 'Name,RSVP,Guests\nAda,Yes,1\nBea,No,0');
    expect(await counters(night)).toEqual({ taken: 2, waiting: 0 });
    const form = new FormData();
    form.set('source', 'Meetup');
    form.set('file', new File(['Name;E-Mail\nIda;ida@example.org\n'], 'list.csv'));
    const encoded = new Response(form);
    const type = encoded.headers.get('content-type') ?? '';
    const body = Buffer.from(await encoded.arrayBuffer());
    expect((await night.organiser.post(`${night.at}/elsewhere`, body, { 'content-type': type })).status).toBe(303);
    expect(await counters(night)).toEqual({ taken: 3, waiting: 0 });
  });

  it('of a file that is too big keep what was typed beside it', async () => {
    const night = await evening(10);
    const form = new FormData();
    form.set('list', 'Ada Lovelace');
    form.set('source', 'A poster');
    form.set('file', new File([' '.repeat(3_000_000)], 'list.csv'));
    const encoded = new Response(form);
    const type = encoded.headers.get('content-type') ?? '';
    const body = Buffer.from(await encoded.arrayBuffer());
    const page = await night.organiser.post(`${night.at}/elsewhere`, body, { 'content-type': type });
    expect(page.status).toBe(422);
    expect(page.errors.file).toBeTruthy();
    expect(page.body).toContain('Ada Lovelace');
    expect(page.body).toContain('A poster');
    // Whatever else is wrong stands at its own field, and nothing is lost either.
    const long = await bring(night, 'Ada Lovelace', { source: 'x'.repeat(61) });
    expect([long.status, Object.keys(long.errors)]).toEqual([422, ['source']]);
    expect(long.body).toContain('Ada Lovelace');
  });

  it('stay as they were once the evening is over: who had a seat there had one', async () => {
    const night = await evening(10);
    await bring(night, 'Ada');
    const page = await night.organiser.get(`${night.at}/elsewhere`);
    const id = /value="([^"]+)" aria-label="[^"]*Ada/.exec(page.body)?.[1] ?? '';
    house.setNow(house.ground.now().add({ hours: 24 * 25 }));
    const late = await night.organiser.follow(
      await night.organiser.post(`${night.at}/elsewhere/drop`, { signup_id: id }),
    );
    house.setNow(Temporal.Now.instant());
    expect(late.text).toContain('Ada');
    expect(await counters(night)).toEqual({ taken: 1, waiting: 0 });
    // The control: before, it could have been.
    await night.organiser.post(`${night.at}/elsewhere/drop`, { signup_id: id });
    expect(await counters(night)).toEqual({ taken: 0, waiting: 0 });
  });

  it('lose their names two weeks after the evening, and stay counted', async () => {
    const night = await evening(10);
    await bring(night, 'Ada');
    house.setNow(Temporal.Now.instant().add({ hours: 24 * 25 }));
    expect(await forgetElsewhere(house.ground)).toBeGreaterThan(0);
    expect((await expectedGuests(house.db, night.event)).map(({ name }) => name)).toEqual(['']);
    expect(await counters(night)).toEqual({ taken: 1, waiting: 0 });
    house.setNow(Temporal.Now.instant());
  });
});
