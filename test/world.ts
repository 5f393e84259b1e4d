// Builders: a group with an organiser, an evening in any state, people with or without a seat. Each test makes its own.
import { announceEvent, createEvent, openEvent, seatDesk } from '#events';
import { foundGroup } from '#groups';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, type TestHouse } from './visit.ts';

export type World = {
  organiser: Id<'people.person'>;
  group: { group_id: Id<'groups.group'>; slug: string };
};

let made = 0;

/** A group nobody else knows, and its owner. */
export async function makeGroup(
  house: TestHouse,
  more: { name?: string; zone?: string; language?: string } = {},
): Promise<World> {
  const organiser = await makePerson(house, 'Priya Raman');
  const name = more.name ?? `Lakeside Cloud Users ${++made}`;
  const found = await transact(house.db, (tx) =>
    foundGroup(tx, { person_id: organiser }, house.ground.now(), {
      name,
      place: 'Milwaukee',
      zone: more.zone ?? 'America/Chicago',
      language: more.language ?? 'en',
      although_alike: true,
    }),
  );
  if ('refused' in found) throw new Error(found.refused);
  return { organiser, group: found.group };
}

export type EventWish = {
  title?: string;
  cap?: number;
  plus_ones?: number;
  /** Days from now; sign-up opened yesterday unless told. */
  inDays?: number;
  opensInDays?: number;
  closesHours?: number;
  stage?: 'draft' | 'announced' | 'open';
  room_capacity?: number | null;
};

/** An evening of the group: open for sign-up unless told otherwise. */
export async function makeEvent(house: TestHouse, { group, organiser }: World, wish: EventWish = {}) {
  const now = house.ground.now();
  // Whole minutes, as a form gives them.
  const day = (days: number) => {
    const at = now.add(Temporal.Duration.from({ hours: Math.round(days * 24) }));
    return new Date(at.round({ smallestUnit: 'minute', roundingMode: 'floor' }).epochMilliseconds);
  };
  const starts_at = day(wish.inDays ?? 10);
  const draft = {
    title: wish.title ?? 'Queues, and what they are hiding',
    zone: 'America/Chicago',
    kind: 'in_person' as const,
    place_name: 'Harbor Building',
    place_address: '3rd floor, 1 Water Street',
    place_arrival: '',
    online_url: null,
    room_capacity: wish.room_capacity ?? null,
    cap: wish.cap ?? 10,
    plus_ones: wish.plus_ones ?? 0,
    posture: 'free' as const,
    posture_note: '',
    about: '',
    starts_at,
    ends_at: new Date(starts_at.getTime() + 2 * 3_600_000),
    opens_at: day(wish.opensInDays ?? -1),
    closes_at: new Date(starts_at.getTime() - (wish.closesHours ?? 24) * 3_600_000),
  };
  const stage = wish.stage ?? 'open';
  return transact(house.db, async (tx) => {
    const event = await createEvent(tx, { group_id: group.group_id, language: 'en' }, organiser, now, draft);
    if (stage === 'announced') await announceEvent(tx, event, now);
    if (stage === 'open') {
      await announceEvent(tx, event, now);
      if (draft.opens_at.getTime() > now.epochMilliseconds) await openEvent(tx, event, now);
    }
    return event;
  });
}

/** Proven people who ask for one seat each, in order. */
export async function seatPeople(house: TestHouse, event: Awaited<ReturnType<typeof makeEvent>>, names: string[]) {
  const desk = seatDesk(house.ground);
  const people: Id<'people.person'>[] = [];
  for (const name of names) {
    const person = await makePerson(house, name);
    people.push(person);
    await desk.ask(event, { kind: 'take', person, party: 1, via: 'page' });
  }
  return people;
}
