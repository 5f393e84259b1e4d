// One's own record through the web: each evening with what became of it, for its owner alone, twelve months back.
import { beforeAll, describe, expect, it } from 'vitest';
import { noteArrivals, seatDesk, settleMorningAfter } from '#events';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../../test/visit.ts';
import { statementsOf } from '../../../test/world/statements.ts';
import { makeEvent, makeGroup, type World } from '../../../test/world.ts';
import { eventPaths } from '../paths.ts';

const house = testHouse();
const start = Temporal.Instant.from('2026-11-10T12:00:00Z');
const days = (n: number) => start.add({ hours: Math.round(n * 24) });
let world: World;
beforeAll(async () => {
  house.setNow(start);
  world = await makeGroup(house);
});

const desk = () => seatDesk(house.ground);
const take = (event: Awaited<ReturnType<typeof makeEvent>>, person: Id<'people.person'>) =>
  desk().ask(event, { kind: 'take', person, party: 1, via: 'page' });
/** Title → what is said of it, as the person reads it. */
async function recordOf(person: Id<'people.person'>) {
  const page = await (await visit(house).as(person)).get(eventPaths.record());
  expect(page.status).toBe(200);
  return page;
}

describe('one’s own record', () => {
  it('says of each evening that is over what became of it, and nothing of those to come', async () => {
    house.setNow(start);
    const ann = await makePerson(house, 'Ann');
    const bo = await makePerson(house, 'Bo');
    const wish = (title: string, cap = 10) => makeEvent(house, world, { title, cap, inDays: 5 });
    const [came, missed, early, late, waited, unnoted] = [
      await wish('Came to this'),
      await wish('Missed this'),
      await wish('Back in time'),
      await wish('Back on the day'),
      await wish('Waited here', 1),
      await wish('No list kept'),
    ];
    const ahead = await makeEvent(house, world, { title: 'Still to come', inDays: 50 });
    await take(waited, bo);
    for (const event of [came, missed, early, late, waited, unnoted, ahead]) await take(event, ann);
    await take(missed, bo);
    await desk().ask(early, { kind: 'release', person: ann, via: 'page' });
    house.setNow(days(4.5));
    await desk().ask(late, { kind: 'release', person: ann, via: 'page' });
    const empty = await recordOf(ann);
    expect(empty.text).toContain('Nothing yet');
    expect(empty.text).not.toContain('Still to come');

    house.setNow(days(6));
    await transact(house.db, async (tx) => {
      const seen = (person_id: string) => [{ person_id, heads: 1, at: new Date(days(5).epochMilliseconds) }];
      await noteArrivals(tx, came, seen(ann), days(5));
      await noteArrivals(tx, missed, seen(bo), days(5));
      const answers = { door_list: 'yes', came: 1, food_left: 'no_food', remember: '' } as const;
      for (const event of [came, missed])
        await settleMorningAfter(tx, event, { person_id: world.organiser }, days(6), answers);
    });
    const { text } = await recordOf(ann);
    expect(text).toMatch(/Came to this Lakeside Cloud Users \d+ · You were there\./);
    expect(text).toMatch(
      /Missed this Lakeside Cloud Users \d+ · You had a seat, and the list at the door does not have you\./,
    );
    expect(text).toMatch(/Back in time Lakeside Cloud Users \d+ · You gave your seat back in time\./);
    expect(text).toMatch(/Back on the day Lakeside Cloud Users \d+ · You gave your seat back on the last day\./);
    expect(text).toMatch(/Waited here Lakeside Cloud Users \d+ · You were on the waitlist\./);
    expect(text).toMatch(
      /No list kept Lakeside Cloud Users \d+ · You had a seat\. Whether you came is not written down\./,
    );
    expect(text).not.toContain('Still to come');
    // Of Bo, only what is Bo's.
    const bos = await recordOf(bo);
    expect(bos.text).not.toContain('Came to this');
    expect(bos.text).toMatch(/Missed this Lakeside Cloud Users \d+ · You were there\./);
  });

  it('says how many others see it, goes back a year, and costs one look at the database beside who asks', async () => {
    house.setNow(start);
    const kit = await makePerson(house, 'Kit');
    const event = await makeEvent(house, world, { title: 'A year ago', inDays: 2 });
    await take(event, kit);
    house.setNow(days(360));
    const browser = await visit(house).as(kit);
    const there = await browser.get(eventPaths.record());
    expect(there.text).toContain('A year ago');
    expect(there.text).toContain('One organiser');
    expect(await statementsOf(house, () => browser.get(eventPaths.record()))).toBe(2);
    house.setNow(days(368));
    expect((await recordOf(kit)).text).not.toContain('A year ago');
  });

  it('is led to from one’s own page, and asks to sign in', async () => {
    house.setNow(start);
    const mia = await makePerson(house, 'Mia');
    expect((await (await visit(house).as(mia)).get('/me')).body).toContain(`href="${eventPaths.record()}"`);
    expect((await visit(house).get(eventPaths.record())).location).toBe('/signin?next=%2Fme%2Fevenings');
  });
});
