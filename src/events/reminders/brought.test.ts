// Guests whom an organiser brought along by their address: whoever was asked nothing loses nothing by silence.
import { describe, expect, it } from 'vitest';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { findPeople } from '#people';
import { makePerson, testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople } from '../../../test/world.ts';
import { guestCounts } from '../guest-list.ts';
import { eventPaths } from '../paths.ts';
import { enrolmentOf, eventByKey } from '../queries.ts';
import { clockBrings, momentOf } from './for-tests.ts';
import { setReminders } from './plan.ts';

const house = testHouse({ works: true });
type Person = Id<'people.person'>;

/** An evening that passes silent seats on, with these brought along, and then one guest of its own. */
async function brought(list: string) {
  house.setNow(house.ground.now());
  const world = await makeGroup(house);
  const event = await makeEvent(house, world, { cap: 10, inDays: 8 });
  await transact(house.db, (tx) => setReminders(tx, event, [], 'release'));
  const organiser = await visit(house).as(world.organiser);
  const guests = eventPaths.guests(world.group.slug, event.slug);
  await organiser.post(`${guests}/elsewhere`, { list, source: 'Meetup' });
  const [ann] = (await seatPeople(house, event, ['Ann'])) as [Person];
  const stands = async (person: Person | undefined) => (await enrolmentOf(house.db, event, person as Person))?.state;
  const silence = async () => {
    const asked = await clockBrings(house, await momentOf(house, event, 'confirm'));
    await clockBrings(house, await momentOf(house, event, 36));
    const { event: shown } = (await eventByKey(house.db, event)) as NonNullable<Awaited<ReturnType<typeof eventByKey>>>;
    const counts = await guestCounts(house.db, shown, house.ground.now());
    await clockBrings(house, (await momentOf(house, event, 24)).add({ minutes: 1 }));
    return { asked: asked.map(([name]) => name), counts };
  };
  return { organiser, guests, ann, stands, silence };
}

describe('a guest who was brought along', () => {
  it('and was asked nothing keeps the seat, and is not counted as silent', async () => {
    const { ann, stands, silence } = await brought('Quinn <quinn@example.org>');
    const quinn = await findPeople.byAddress(house.db, 'quinn@example.org');
    const { asked, counts } = await silence();
    // The control: who was asked and said nothing.
    expect(asked).toEqual(['Ann']);
    expect(await stands(ann)).toBe('released');
    expect([counts.unanswered, counts.soft]).toEqual([0, 1]);
    expect(await stands(quinn?.person_id)).toBe('going');
  });

  it('keeps to the organisers the name they typed, also once silence gave the seat away', async () => {
    const owner = await makePerson(house, 'Their own name');
    const [known] = [...(await findPeople.byIds(house.db, [owner])).values()];
    const { organiser, guests, stands, silence } = await brought(`A friend <${known?.address}>`);
    await silence();
    expect(await stands(owner)).toBe('released');
    const list = await organiser.get(`${guests}?state=released`);
    expect(list.text).toContain('A friend');
    expect(list.text).not.toContain('Their own name');
    expect((await organiser.get(`${guests}.csv`)).body).not.toContain('Their own name');
  });
});
