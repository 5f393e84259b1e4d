// Evenings that were, typed in: noted, changed, removed, never counted twice, and known to the forecast.
import { beforeAll, describe, expect, it } from 'vitest';
import { settleMorningAfter } from '#events';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../../test/world.ts';
import { numberFacts } from '../facts.ts';
import { numberPaths } from '../paths.ts';

const house = testHouse();
const start = Temporal.Instant.from('2026-03-10T12:00:00Z');
let world: World;

beforeAll(async () => {
  house.setNow(start);
  world = await makeGroup(house);
});

const organiser = () => visit(house).as(world.organiser);
const page = () => numberPaths.past(world.group.slug);
const row = (at: number, day: string, signed_up: string, came: string, posture = 'free') => ({
  [`day_${at}`]: day,
  [`signed_up_${at}`]: signed_up,
  [`came_${at}`]: came,
  [`posture_${at}`]: posture,
});
async function known() {
  const event = await makeEvent(house, world, { inDays: 5 });
  return (await numberFacts(house.db, event, 5)).counted.map(({ night, signed_up, came, posture }) =>
    [night.length === 10 ? night : 'here', signed_up, came, posture].join(' '),
  );
}

describe('evenings that were', () => {
  it('are typed in several at once, and the forecast learns from them', async () => {
    const her = await organiser();
    expect((await her.get(page())).text).toContain('None yet');
    const saved = await her.post(page(), {
      ...row(0, '2026-02-10', '80', '41'),
      ...row(1, '2026-01-13', '60', '52', 'deposit'),
      ...row(2, '', '', ''),
    });
    expect([saved.status, saved.location]).toEqual([303, page()]);
    const shown = await her.follow(saved);
    expect(shown.text).toContain('2 evenings are noted');
    expect(await known()).toEqual(['2026-01-13 60 52 deposit', '2026-02-10 80 41 free']);
    expect((await her.get(`/g/${world.group.slug}/audit`)).text).toContain('noted 2 evenings from before');
  });

  it('are changed where they stand, also to another day', async () => {
    const her = await organiser();
    expect((await her.get(numberPaths.past(world.group.slug, '2026-02-10'))).body).toContain('value="80"');
    await her.post(page(), { ...row(0, '2026-02-11', '80', '44'), was_0: '2026-02-10' });
    expect(await known()).toEqual(['2026-01-13 60 52 deposit', '2026-02-11 80 44 free']);
  });

  it('are removed', async () => {
    const her = await organiser();
    await her.post(page(), row(0, '2025-12-02', '30', '3'));
    expect(await known()).toHaveLength(3);
    await her.post(numberPaths.forgetPast(world.group.slug), { day: '2025-12-02' });
    expect(await known()).toHaveLength(2);
  });

  it.each([
    ['a day that has not been', row(0, '2026-12-01', '5', '5'), { day_0: 'This day has not been yet.' }],
    ['a year nobody lived in', row(0, '0000-01-01', '5', '5'), { day_0: expect.stringMatching(/./) }],
    ['a year of two figures', row(0, '0026-01-20', '5', '5'), { day_0: expect.stringMatching(/./) }],
    ['no count', row(0, '2026-01-20', '5', ''), { came_0: expect.stringMatching(/./) }],
    [
      'a day twice',
      { ...row(0, '2026-01-20', '5', '5'), ...row(1, '2026-01-20', '6', '5') },
      { day_1: 'This day stands here twice.' },
    ],
    ['a word for a number', row(1, '2026-01-20', 'lots', '5'), { signed_up_1: expect.stringMatching(/./) }],
    ['nothing at all', {}, { day_0: expect.stringMatching(/./) }],
  ])('are refused with %s, all of them, and the words stay', async (_what, form, errors) => {
    const before = await known();
    const answer = await (await organiser()).post(page(), { ...row(3, '2026-01-27', '77', '33'), ...form });
    if (Object.keys(form).length > 0) {
      expect(answer.status).toBe(422);
      expect(answer.errors).toEqual(errors);
      expect(answer.body).toContain('value="77"');
    } else {
      const empty = await (await organiser()).post(page(), {});
      expect([empty.status, empty.errors]).toEqual([422, errors]);
      await (await organiser()).post(numberPaths.forgetPast(world.group.slug), { day: '2026-01-27' });
    }
    expect(await known()).toEqual(before);
  });

  it('never count twice: a day counted here is refused, and of a day counted later here the count here is taken', async () => {
    const her = await organiser();
    await her.post(page(), row(0, '2026-03-05', '50', '25'));
    // The same day in Chicago, counted here.
    house.setNow(Temporal.Instant.from('2026-03-01T00:00:00Z'));
    const event = await makeEvent(house, world, { inDays: 5 });
    await seatPeople(house, event, ['Aiko', 'Ben', 'Chiara']);
    house.setNow(start);
    expect(await known()).toContain('2026-03-05 50 25 free');
    const said = { door_list: 'yes' as const, came: 2, food_left: null, remember: '' };
    await transact(house.db, (tx) => settleMorningAfter(tx, event, { person_id: world.organiser }, start, said));
    expect(await known()).toContain('here 3 2 free');
    expect(await known()).not.toContain('2026-03-05 50 25 free');
    const again = await her.post(page(), row(0, '2026-03-05', '51', '26'));
    expect(again.status).toBe(422);
    expect(again.errors.day_0).toContain('counted here already');
    expect((await her.get(page())).text).toContain('counted here');
  });

  it('offer the evenings of an imported list, and leave those alone that nobody says a count for', async () => {
    const other = await makeGroup(house);
    const event = await makeEvent(house, other, { inDays: 5 });
    await house.db
      .updateTable('events.event')
      .set({ source: 'meetup', source_key: 'x1', past_going: 64 })
      .where('event_id', '=', event.event_id)
      .execute();
    house.setNow(start.add({ hours: 24 * 9 }));
    const her = await visit(house).as(other.organiser);
    const path = numberPaths.past(other.group.slug);
    const offered = await her.get(path);
    expect(offered.body).toContain('value="64"');
    const form = { ...row(0, '2026-03-15', '64', ''), offered_0: 'yes', ...row(1, '2026-03-01', '10', '9') };
    expect((await her.post(path, form)).status).toBe(303);
    const rows = await house.db
      .selectFrom('numbers.past_evening')
      .select(['signed_up', 'came'])
      .where('group_id', '=', other.group.group_id)
      .execute();
    expect(rows).toEqual([{ signed_up: 10, came: 9 }]);
    house.setNow(start);
  });
});
