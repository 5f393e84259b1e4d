// What guests cannot eat: asked where organisers say so, sealed, read by whoever feeds them and nobody else, and forgotten.
import { beforeAll, describe, expect, it } from 'vitest';
import { seatDesk } from '#events';
import { townVerbs } from '#groups';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../../test/world.ts';
import { numberPaths } from '../paths.ts';
import { sweepDiets } from './kitchen.ts';

const house = testHouse();
const start = Temporal.Instant.from('2026-03-10T12:00:00Z');
let world: World;
type Person = Id<'people.person'>;

beforeAll(async () => {
  house.setNow(start);
  world = await makeGroup(house);
});

const as = (person: Person) => visit(house).as(person);

/** An evening that asks, with guests. */
async function asking(names: string[], more: Parameters<typeof makeEvent>[2] = {}) {
  house.setNow(start);
  const event = await makeEvent(house, world, { inDays: 5, cap: 200, ...more });
  const people = await seatPeople(house, event, names);
  const [g, e] = [world.group.slug, event.slug];
  const at = {
    page: `/g/${g}/e/${e}`,
    diet: numberPaths.diet(g, e),
    food: numberPaths.food(g, e),
    kitchen: numberPaths.kitchen(g, e),
    list: numberPaths.pickUp(g, e),
  };
  const organiser = await as(world.organiser);
  expect((await organiser.post(at.kitchen, { asks: 'on', food_person: '' })).status).toBe(303);
  return { event, people, at, organiser };
}

const kept = (event: { event_id: Id<'events.event'> }) =>
  house.db.selectFrom('numbers.diet').selectAll().where('event_id', '=', event.event_id).execute();

describe('a guest', () => {
  it('is asked only where organisers ask, and only with a seat', async () => {
    const quiet = await makeEvent(house, world, { inDays: 5 });
    const [seated] = await seatPeople(house, quiet, ['Ada']);
    const at = numberPaths.diet(world.group.slug, quiet.slug);
    expect((await (await as(seated!)).get(at)).status).toBe(404);
    const { at: asked, people } = await asking(['Ben']);
    const stranger = await makePerson(house, 'Cleo');
    expect((await (await as(stranger)).get(asked.diet)).status).toBe(404);
    expect((await (await as(stranger)).get(asked.page)).text).not.toContain('What you don’t eat');
    const ben = await as(people[0]!);
    expect((await ben.get(asked.page)).links).toContain(asked.diet);
    expect((await ben.get(asked.diet)).text).toContain('It is deleted on 29 Mar 2026.');
  });

  it('says what they must not get; it lies sealed, comes back to them alone, and can be taken back', async () => {
    const { at, event, people } = await asking(['Ben']);
    const ben = await as(people[0]!);
    const said = { vegan: 'on', nuts: 'on', other: 'no coriander', agree: 'on' };
    expect((await ben.post(at.diet, said)).location).toBe(at.page);
    const [row] = await kept(event);
    expect(JSON.stringify(row)).not.toMatch(/vegan|nuts|coriander/);
    const form = await ben.get(at.diet);
    expect(form.body).toMatch(/name="vegan"[^>]*checked/);
    expect(form.body).toContain('value="no coriander"');
    expect((await ben.get(at.page)).text).toContain('The kitchen knows');
    expect((await ben.get(at.page)).text).not.toContain('coriander');
    await ben.post(at.diet, { nothing: 'yes' });
    expect(await kept(event)).toEqual([]);
  });

  it('has to agree, and to say something; what they typed stays', async () => {
    const { at, event, people } = await asking(['Ben']);
    const ben = await as(people[0]!);
    const no = await ben.post(at.diet, { vegan: 'on', other: 'no coriander' });
    expect([no.status, Object.keys(no.errors)]).toEqual([422, ['agree']]);
    expect(no.body).toContain('value="no coriander"');
    expect(no.body).toMatch(/name="vegan"[^>]*checked/);
    const nothing = await ben.post(at.diet, { agree: 'on' });
    expect([nothing.status, Object.keys(nothing.errors)]).toEqual([422, ['vegetarian']]);
    expect(await kept(event)).toEqual([]);
  });
});

describe('the kitchen', () => {
  // practice.md §11.O-2, MV-CDAY: 130 lunches came, and those with a special one found it eaten.
  it('of the Midwest lunch gets numbers without names, and its table the names', async () => {
    const names = Array.from({ length: 145 }, (_, i) => `Guest ${String(i).padStart(3, '0')}`);
    const { at, people, organiser } = await asking(names, { title: 'Midwest' });
    const say = async (n: number, said: Record<string, string>) =>
      (await (await as(people[n]!)).post(at.diet, { ...said, agree: 'on' })).status;
    for (const n of [3, 14, 15]) expect(await say(n, { vegan: 'on' })).toBe(303);
    expect(await say(92, { gluten: 'on', peanuts: 'on' })).toBe(303);
    await say(65, { other: 'only rice, please' });

    const food = await organiser.get(at.food);
    expect(food.text).toContain('5 plates are somebody’s own.');
    expect(food.text).toContain('vegan 3');
    expect(food.text).toContain('3 × vegan');
    expect(food.text).toContain('1 × no gluten (coeliac), no peanuts');
    expect(food.text).not.toMatch(/Guest \d/);
    const list = await organiser.post(at.list);
    expect(list.text).toMatch(
      /Guest 003 vegan .*Guest 065 only rice, please .*Guest 092 no gluten \(coeliac\), no peanuts/,
    );
    expect(list.text).not.toContain('Guest 004');
    const audit = await organiser.get(`/g/${world.group.slug}/audit`);
    expect(audit.text).toContain('opened the list of what guests don’t eat: Midwest');
  });

  it('does not count who gave their seat back, and forgets them that night', async () => {
    const { at, event, people, organiser } = await asking(['Ben', 'Cleo']);
    for (const person of people) await (await as(person)).post(at.diet, { halal: 'on', agree: 'on' });
    await seatDesk(house.ground).ask(event, { kind: 'release', person: people[0]!, via: 'page' });
    expect((await organiser.post(at.list)).text).not.toContain('Ben');
    await sweepDiets(house.ground);
    expect(await kept(event)).toHaveLength(1);
  });

  it('is open to organisers and to whoever looks after the food, and to nobody else', async () => {
    const { at, organiser, people } = await asking(['Ben']);
    await (await as(people[0]!)).post(at.diet, { kosher: 'on', agree: 'on' });
    const address = 'door@example.org';
    const helper = await makePerson(house, 'Dora Door', { address });
    await transact(house.db, (tx) =>
      townVerbs.settleIn(tx, { person_id: world.organiser }, start, world.group.group_id, {
        helper: { person_id: helper, address, role: 'door', lang: 'en' },
      }),
    );
    const dora = await as(helper);
    expect([(await dora.get(at.food)).status, (await dora.post(at.list)).status]).toEqual([404, 404]);
    await organiser.post(at.kitchen, { asks: 'on', food_person: helper });
    const own = JSON.parse((await (await as(helper)).get('/me/export.json')).body) as object;
    const looks_after_food_of = [{ group: world.group.slug, evening: at.page.split('/').at(-1) }];
    expect(Object.values(own)).toContainEqual(
      expect.objectContaining({ numbers: expect.objectContaining({ looks_after_food_of }) }),
    );
    const page = await dora.get(at.food);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('Ask guests what they don’t eat');
    expect((await dora.get(at.page)).links).toContain(at.food);
    expect((await organiser.get(at.page)).links).not.toContain(at.food);
    expect((await dora.post(at.list)).text).toContain('Ben kosher');
    expect((await dora.post(at.kitchen, {})).status).toBe(404);
    for (const who of [people[0]!, await makePerson(house, 'Eve')]) {
      expect((await (await as(who)).get(at.food)).status).toBe(404);
      expect((await (await as(who)).post(at.list)).status).toBe(404);
    }
    // Somebody from elsewhere is not taken.
    await organiser.post(at.kitchen, { asks: 'on', food_person: people[0]! });
    expect((await (await as(people[0]!)).get(at.food)).status).toBe(404);
  });

  it('forgets everything two weeks after the evening, at once when it is told to, and with whoever leaves', async () => {
    const { at, event, people, organiser } = await asking(['Ben', 'Cleo']);
    for (const person of people) await (await as(person)).post(at.diet, { vegan: 'on', agree: 'on' });
    house.setNow(start.add({ hours: 18 * 24 }));
    await sweepDiets(house.ground);
    expect(await kept(event)).toHaveLength(2);
    house.setNow(start.add({ hours: 20 * 24 }));
    await sweepDiets(house.ground);
    expect(await kept(event)).toEqual([]);

    const other = await asking(['Dan']);
    await (await as(other.people[0]!)).post(other.at.diet, { vegan: 'on', agree: 'on' });
    await other.organiser.post(other.at.kitchen, {});
    expect(await kept(other.event)).toEqual([]);
    expect((await organiser.get(other.at.food)).text).not.toContain('vegan');
  });

  it('tells somebody all they said, and lets go of it when they leave', async () => {
    const { at, event, people } = await asking(['Ben']);
    await (await as(people[0]!)).post(at.diet, { fish: 'on', other: 'nothing blue', agree: 'on' });
    const into: Record<string, unknown> = {};
    const { exportPerson, erasePerson } = await import('../reactions.ts');
    const told = { person_id: people[0]!, into, calendar: [], secret: house.ground.config.secret };
    await transact(house.db, (tx) => exportPerson(tx, told));
    expect(JSON.stringify(into)).toContain('nothing blue');
    await transact(house.db, (tx) => erasePerson(tx, { person_id: people[0]!, now: start }));
    expect(await kept(event)).toEqual([]);
  });
});
