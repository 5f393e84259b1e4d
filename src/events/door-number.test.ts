// Whoever stands at the door can be called by those who are coming, shortly before and while it goes on; by nobody else.
import { describe, expect, it } from 'vitest';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople } from '../../test/world.ts';

const house = testHouse();
const start = Temporal.Instant.from('2026-11-10T12:00:00Z');
const later = (days: number) => start.add({ hours: Math.round(days * 24) });
const number = '+1 414 555 0100';

describe('the number at the door', () => {
  it('is typed on the evening’s form, and refused in words when it is none', async () => {
    house.setNow(start);
    const world = await makeGroup(house);
    const event = await makeEvent(house, world, { inDays: 5 });
    const organiser = await visit(house).as(world.organiser);
    const path = `/g/${world.group.slug}/e/${event.slug}/edit`;
    const form = {
      title: 'Queues',
      day: '2026-11-15',
      starts: '06:00',
      ends: '08:00',
      zone: 'America/Chicago',
      closes_hours: '24',
    };
    const wrong = await organiser.post(path, { ...form, door_number: 'ring twice' });
    expect(wrong.status).toBe(422);
    expect(wrong.errors.door_number).toContain('phone number');
    expect(wrong.body).toContain('ring twice');
    expect((await organiser.post(path, { ...form, door_number: number })).status).toBe(303);
    expect((await organiser.get(path)).body).toContain(number);
  });

  it('is shown to those with a seat from two days before until the end', async () => {
    house.setNow(start);
    const world = await makeGroup(house);
    const event = await makeEvent(house, world, { inDays: 5, cap: 1 });
    await house.db
      .updateTable('events.event')
      .set({ door_number: number })
      .where('event_id', '=', event.event_id)
      .execute();
    const [seated, waiting] = await seatPeople(house, event, ['Hạnh', 'Tomás']);
    const stranger = await makePerson(house, 'Somebody');
    const seen = async (who: Id<'people.person'> | undefined | null, days: number) => {
      house.setNow(later(days));
      const visitor = who ? await visit(house).as(who) : visit(house);
      return (await visitor.get(`/g/${world.group.slug}/e/${event.slug}`)).body.includes('555 0100');
    };
    expect(await seen(seated, 2.9)).toBe(false);
    expect(await seen(seated, 3.1)).toBe(true);
    expect(await seen(seated, 5.05)).toBe(true);
    expect(await seen(seated, 5.1)).toBe(false);
    for (const days of [2.9, 3.1, 5.05]) {
      expect(await seen(waiting, days), 'waiting').toBe(false);
      expect(await seen(stranger, days), 'a stranger').toBe(false);
      expect(await seen(null, days), 'signed out').toBe(false);
    }
  });
});
