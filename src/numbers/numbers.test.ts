// An evening's numbers through the web: from the first day, with evenings that were counted, and for nobody but organisers.
import { beforeAll, describe, expect, it } from 'vitest';
import { settleMorningAfter } from '#events';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../test/world.ts';
import { numberFacts } from './facts.ts';
import { numberPaths } from './paths.ts';

const house = testHouse();
const start = Temporal.Instant.from('2026-03-10T12:00:00Z');
const at = (days: number) => start.add({ hours: Math.round(days * 24) });
let world: World;

beforeAll(async () => {
  house.setNow(start);
  world = await makeGroup(house);
});

const organiser = () => visit(house).as(world.organiser);
const page = (event: { slug: string }) => numberPaths.evening(world.group.slug, event.slug);

/** An evening `days` from the start with so many seated and, once it is over, so many counted. */
async function evening(days: number, seated: number, came: number | null, door_list: 'yes' | 'partly' | 'no' = 'yes') {
  house.setNow(at(days - 5));
  const event = await makeEvent(house, world, { inDays: 5, cap: 40 });
  await seatPeople(
    house,
    event,
    Array.from({ length: seated }, (_, i) => `Guest ${days} ${i}`),
  );
  house.setNow(at(days + 1));
  if (came !== null) {
    const said = { door_list, came, food_left: 'quarter' as const, remember: '' };
    const told = { person_id: world.organiser };
    await transact(house.db, (tx) => settleMorningAfter(tx, event, told, at(days + 1), said));
  }
  return event;
}

describe('how many will come', () => {
  it('is said on a group’s first day too, with where it comes from', async () => {
    const event = await makeEvent(house, world, { inDays: 5, cap: 40 });
    await seatPeople(house, event, ['Aiko', 'Ben', 'Chiara']);
    const answer = await (await organiser()).get(page(event));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Not learnt from your evenings yet');
    expect(answer.text).toContain('Nothing to show yet');
    expect(answer.text).toContain('3 with a seat, at the usual share');
  });

  it('is learnt from evenings whose organisers counted, and from no others', async () => {
    await evening(10, 8, 4);
    await evening(20, 9, 5, 'partly');
    await evening(30, 7, 6, 'no');
    await evening(40, 8, null);
    house.setNow(at(45));
    const event = await makeEvent(house, world, { inDays: 5, cap: 40 });
    const { counted } = await numberFacts(house.db, event, 5);
    expect(counted.map(({ signed_up, came }) => [signed_up, came])).toEqual([
      [8, 4],
      [9, 5],
    ]);
    const answer = await (await organiser()).get(page(event));
    expect(answer.text).toContain('Learnt from 2 evenings of yours');
    expect(answer.text).toContain('Last time a quarter was left.');
    expect(answer.text).toContain('1 of 1 evenings fell in the range.');
  });

  it('stands on the organisers’ page of the evening, with what to order', async () => {
    house.setNow(at(45));
    const event = await makeEvent(house, world, { inDays: 5, cap: 40 });
    const answer = await (await organiser()).get(`/g/${world.group.slug}/e/${event.slug}/manage`);
    expect(answer.text).toMatch(/Expect .* Most likely \d+\. Order food for \d+\./);
    expect(answer.body).toContain(`href="${page(event)}"`);
  });

  it('is reckoned otherwise by the address, and an address that says nonsense is the usual', async () => {
    const event = await evening(60, 12, null);
    await house.db
      .updateTable('events.event')
      .set({ room_capacity: 20 })
      .where('event_id', '=', event.event_id)
      .execute();
    house.setNow(at(58));
    const seats = async (query: string) => {
      const { text } = await (await organiser()).get(`${page(event)}${query}`);
      return Number(/Offer (\d+) seats/.exec(text)?.[1]);
    };
    const usual = await seats('');
    expect(usual).toBeGreaterThan(20);
    expect(await seats('?risk=20')).toBeGreaterThan(usual);
    expect(await seats('?risk=-4')).toBe(usual);
  });

  it('can be taken along as a table', async () => {
    const event = await evening(70, 5, null);
    const answer = await (await organiser()).get(numberPaths.csv(world.group.slug, event.slug));
    expect(answer.headers['content-type']).toContain('text/csv');
    const [header, ...rows] = answer.body.trim().split('\r\n');
    expect(header).toBe('day,evening,signed_up,low,most_likely,high,came');
    expect(rows).toHaveLength(1);
  });

  it('is nobody’s business but the organisers’', async () => {
    const event = await evening(80, 5, null);
    const guest = await visit(house).as(await makePerson(house, 'Megumi'));
    expect((await (await organiser()).get(page(event))).status).toBe(200);
    expect((await guest.get(page(event))).status).toBe(404);
    expect((await guest.get(numberPaths.csv(world.group.slug, event.slug))).status).toBe(404);
  });
});
