// A seat held for an address nobody has proved yet: it tells a stranger nothing about whose address it is, and costs its owner nothing.
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, type World } from '../../test/world.ts';
import { eventPaths } from './paths.ts';
import { enrolmentOf } from './queries.ts';
import { erasePerson, exportPerson } from './reactions.ts';
import { HOLD_MINUTES } from './rules.ts';
import { seatDesk } from './seat-desk.ts';
import { tick } from './tick.ts';

const house = testHouse({ works: true });

type Made = Awaited<ReturnType<typeof makeEvent>>;
const show = ({ group }: World, event: Made) => eventPaths.show(group.slug, event.slug);

/** Everything a stranger sees of an evening without signing in. A page is kept for a moment, but for each language its own. */
async function seen(world: World, event: Made, lang = 'en'): Promise<string> {
  return (await visit(house).get(show(world, event), { 'accept-language': lang })).text;
}

async function addressOf(person: Id<'people.person'>): Promise<string> {
  const { address } = await house.db
    .selectFrom('people.person')
    .select('address')
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  return address;
}

type Standing = 'nobody' | 'going' | 'waitlisted' | 'interested' | 'released';

/** An evening with one seat left of three, somebody who stands like this with it, and somebody in line for a pair of seats. */
async function eveningWith(
  standing: Standing,
): Promise<{ world: World; event: Made; address: string; person?: Id<'people.person'> }> {
  const world = await makeGroup(house);
  const event = await makeEvent(house, world, { cap: 3, plus_ones: 1 });
  const desk = seatDesk(house.ground);
  const seat = async (name: string, party: number) => {
    const person = await makePerson(house, name);
    await desk.ask(event, { kind: 'take', person, party, via: 'page' });
    return person;
  };
  const first = await seat('Ada', 1);
  const second = await seat('Bo', 1);
  const pair = await seat('Cy', 2);
  if (standing === 'nobody') return { world, event, address: `${event.event_id.slice(-8)}@nowhere.example` };
  const other = await makePerson(house, 'Dee');
  if (standing === 'released') {
    await desk.ask(event, { kind: 'take', person: other, party: 1, via: 'page' });
    await desk.ask(event, { kind: 'release', person: other, via: 'page' });
  }
  if (standing === 'interested') await becomeInterested(event, other);
  const person = { going: second, waitlisted: pair, interested: other, released: other }[standing];
  expect(first).not.toBe(person);
  expect((await enrolmentOf(house.db, event, person))?.state).toBe(standing);
  return { world, event, person, address: await addressOf(person) };
}

/** As it was left from the time before sign-up opened. */
async function becomeInterested({ group_id, event_id }: Made, person: Id<'people.person'>): Promise<void> {
  await sql`insert into events.enrolment (group_id, event_id, person_id, state, party, via, asked_at, changed_at)
    values (${group_id}, ${event_id}, ${person}, 'interested', 1, 'page', now(), now())`.execute(house.db);
}

const standings: Standing[] = ['nobody', 'going', 'waitlisted', 'interested', 'released'];

describe('whoever types an address that is not theirs', () => {
  it('is told the same by the answer, the numbers on the page and the next who asks, whoever’s it is', async () => {
    const told = [];
    house.setNow(Temporal.Now.instant());
    for (const standing of standings) {
      const { world, event, address } = await eveningWith(standing);
      const before = await seen(world, event);
      const asked = await visit(house).post(`${show(world, event)}/seat`, { name: 'X', address });
      const after = await seen(world, event, 'de');
      const next = await visit(house).post(`${show(world, event)}/seat`, {
        name: 'Y',
        address: `next-${event.event_id.slice(-8)}@nowhere.example`,
      });
      const pages = [asked, next].map(async (answer) => (await visit(house).get(answer.location ?? '')).text);
      const plain = (text: string) =>
        text.replace(/\S+@[\w.]*\w/g, 'ADDRESS').replace(/Lakeside Cloud Users \d+/g, 'GROUP');
      told.push([asked.status, next.status, ...[before, after, ...(await Promise.all(pages))].map(plain)].join('\n'));
    }
    // One seat was left, and it is held: this is what is to be seen of it, each time.
    expect(told[0]).toContain('2 people are coming, 1 seat is left');
    expect(told[0]).toContain('Alle Plätze sind vergeben');
    expect(told[0]).toContain('All seats are taken. We mailed six digits');
    for (const one of told) expect(one).toBe(told[0]);
  });

  it('leaves what its owner had as it was, while the seat is held and after', async () => {
    for (const standing of standings.slice(1)) {
      const { world, event, address, person } = await eveningWith(standing);
      const row = async () => {
        const { changed_at: _, ...kept } = (await enrolmentOf(house.db, event, person as never)) ?? {};
        return kept;
      };
      const before = await row();
      await visit(house).post(`${show(world, event)}/seat`, { name: 'X', address });
      expect(await row(), standing).toEqual(before);
      house.setNow(house.ground.now().add({ minutes: HOLD_MINUTES + 1 }));
      await tick(house.ground);
      expect(await row(), standing).toEqual(before);
      expect(await seen(world, event), standing).toContain('2 people are coming, 1 seat is left');
    }
  });
});

describe('a hold', () => {
  it('is a number to the organisers, and no address', async () => {
    const world = await makeGroup(house);
    const event = await makeEvent(house, world);
    const list = async () => (await (await visit(house).as(world.organiser)).get(`${show(world, event)}/guests`)).text;
    expect(await list()).not.toContain('held for 15 minutes');
    await visit(house).post(`${show(world, event)}/seat`, { name: 'Typed', address: 'typed@nowhere.example' });
    expect(await list()).toContain('One seat is held for 15 minutes');
    expect(await list()).not.toContain('typed@nowhere.example');
  });

  it('goes with the person who erases themselves, and the next in line gets the seat', async () => {
    const event = await makeEvent(house, await makeGroup(house), { cap: 1 });
    const [ann, bo] = [await makePerson(house, 'Ann'), await makePerson(house, 'Bo')];
    const desk = seatDesk(house.ground);
    const until = house.ground.now().add({ minutes: 15 }).epochMilliseconds;
    await desk.ask(event, { kind: 'hold', person: ann, party: 1, until });
    await desk.ask(event, { kind: 'take', person: bo, party: 1, via: 'page' });
    const into: Record<string, unknown> = {};
    const now = house.ground.now();
    await transact(house.db, (tx) => exportPerson(tx, { person_id: ann, into, calendar: [] } as never));
    expect(into).toMatchObject({ events: { holds: [{ evening: event.slug, party: 1, until: new Date(until) }] } });
    await transact(house.db, (tx) => erasePerson(tx, { person_id: ann, now } as never));
    expect((await enrolmentOf(house.db, event, bo))?.state).toBe('going');
    expect(await house.db.selectFrom('events.hold').selectAll().where('person_id', '=', ann).execute()).toEqual([]);
  });
});
