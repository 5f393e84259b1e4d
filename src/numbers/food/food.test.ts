// An evening's food through the web: how it is ordered, what was ordered, and what the next order learns.
import { beforeAll, describe, expect, it } from 'vitest';
import { discardEvent, settleMorningAfter } from '#events';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../../test/world.ts';
import { numberPaths } from '../paths.ts';

const house = testHouse();
const start = Temporal.Instant.from('2026-03-10T12:00:00Z');
const at = (days: number) => start.add({ hours: Math.round(days * 24) });
let world: World;

beforeAll(async () => {
  house.setNow(start);
  world = await makeGroup(house);
});

const organiser = () => visit(house).as(world.organiser);
const wish = { enough: '80', helpers: '0', kind: 'pizza', cost: '', currency: '', order_on: '' };
const paths = (event: { slug: string }) => ({
  food: numberPaths.food(world.group.slug, event.slug),
  ordered: numberPaths.ordered(world.group.slug, event.slug),
});
const names = (n: number) => Array.from({ length: n }, (_, i) => `Guest ${i}`);

describe('an evening’s food', () => {
  it('is reckoned as organisers say, kept, and shown wherever the order is', async () => {
    const event = await makeEvent(house, world, { inDays: 5, cap: 40 });
    await seatPeople(house, event, names(12));
    const { food } = paths(event);
    const browser = await organiser();
    const before = await browser.get(food);
    expect(before.status).toBe(200);
    const heads = async () => Number(/Order food for (\d+)/.exec((await browser.get(food)).text)?.[1]);
    const usual = await heads();
    const saved = await browser.post(food, {
      ...wish,
      enough: '95',
      helpers: '6',
      cost: '9,50',
      currency: 'eur',
      order_on: '2026-03-13',
    });
    expect([saved.status, saved.location]).toEqual([303, food]);
    expect(await heads()).toBeGreaterThanOrEqual(usual + 6);
    const after = await browser.get(food);
    expect(after.text).toContain('Order by Friday, 13 March 2026.');
    expect(after.text).toMatch(/Costs €\d+/);
    const manage = await browser.get(`/g/${world.group.slug}/e/${event.slug}/manage`);
    expect(manage.text).toContain(`Order food for ${await heads()}.`);
  });

  it('is refused with the words kept where a cost has no currency, or is none', async () => {
    const event = await makeEvent(house, world, { inDays: 5, cap: 40 });
    const { food, ordered } = paths(event);
    const browser = await organiser();
    const no = await browser.post(food, { ...wish, cost: '12', helpers: '3' });
    expect([no.status, Object.keys(no.errors)]).toEqual([422, ['currency']]);
    expect(no.body).toContain('value="12"');
    const bad = await browser.post(food, { ...wish, cost: 'lots', currency: 'XX1', enough: '99' });
    expect([bad.status, Object.keys(bad.errors).sort()]).toEqual([422, ['cost', 'currency', 'enough']]);
    const many = await browser.post(ordered, { ordered: 'twelve' });
    expect([many.status, Object.keys(many.errors)]).toEqual([422, ['ordered']]);
    expect(
      await house.db.selectFrom('numbers.meal').select('ordered').where('event_id', '=', event.event_id).execute(),
    ).toEqual([]);
  });

  it('learns from a noted order and what was left of it, and says so', async () => {
    house.setNow(at(10));
    const past = await makeEvent(house, world, { inDays: 5, cap: 40, title: 'Half was left' });
    await seatPeople(house, past, names(20));
    const browser = await organiser();
    await browser.post(paths(past).food, { ...wish, helpers: '2' });
    expect((await browser.post(paths(past).ordered, { ordered: '28' })).status).toBe(303);
    house.setNow(at(16));
    const said = { door_list: 'yes' as const, came: 12, food_left: 'half' as const, remember: '' };
    await transact(house.db, (tx) => settleMorningAfter(tx, past, { person_id: world.organiser }, at(16), said));
    const next = await makeEvent(house, world, { inDays: 5, cap: 40 });
    const page = await browser.get(paths(next).food);
    // 28 ordered, half eaten by 12 guests and 2 helpers: one portion each.
    expect(page.text).toContain('From one noted order we count with 1.00 portions a head.');
    expect(page.text).toContain('Half was left 28 14 half 1.00');
    await browser.post(paths(past).ordered, { ordered: '14' });
    expect((await browser.get(paths(next).food)).text).toContain('we count with 0.88 portions a head');
    // Taken back, it teaches nothing; how it was to be ordered stays.
    await browser.post(paths(past).ordered, { ordered: '' });
    expect((await browser.get(paths(next).food)).text).toContain('Until then: one portion each.');
    const kept = await house.db
      .selectFrom('numbers.meal')
      .select(['helpers', 'ordered'])
      .where('event_id', '=', past.event_id)
      .executeTakeFirstOrThrow();
    expect(kept).toEqual({ helpers: 2, ordered: null });
  });

  it('of a draft goes with the draft', async () => {
    const draft = await makeEvent(house, world, { stage: 'draft' });
    const browser = await organiser();
    await browser.post(paths(draft).food, wish);
    const kept = () =>
      house.db.selectFrom('numbers.meal').select('enough').where('event_id', '=', draft.event_id).execute();
    expect(await kept()).toHaveLength(1);
    await transact(house.db, (tx) => discardEvent(tx, draft, house.ground.now()));
    expect(await kept()).toEqual([]);
  });
});
