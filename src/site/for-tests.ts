// A few groups and evenings for this room's tests, made through the verbs people use.
import { announceEvent, createEvent, openEvent } from '#events';
import { foundGroup, type Group } from '#groups';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';
import { type Instant, Temporal } from '#kit/time.ts';

type PersonId = Id<'people.person'>;

export async function found(
  db: Db,
  person_id: PersonId,
  name: string,
  more: { place?: string; country?: string; zone?: string; about?: string } = {},
): Promise<Group> {
  const wanted = { name, place: '', zone: 'Europe/Berlin', language: 'en', although_alike: true, ...more };
  const done = await transact(db, (tx) => foundGroup(tx, { person_id }, Temporal.Now.instant(), wanted));
  if ('refused' in done) throw new Error(done.refused);
  return done.group;
}

type Wanted = {
  title: string;
  /** Days from now it begins; negative: it was. */
  days: number;
  now: Instant;
  place?: string;
  about?: string;
  stage?: 'draft' | 'announced' | 'open';
};

/** An evening of two hours; one that was is announced while it was still to come. */
export async function evening(db: Db, group: Group, person_id: PersonId, wanted: Wanted) {
  const { title, days, now, stage = 'open' } = wanted;
  const starts = now.add({ hours: 24 * days });
  const at = (minutes: number) => new Date(starts.epochMilliseconds + minutes * 60_000);
  const before = Temporal.Instant.fromEpochMilliseconds(at(-60 * 24 * 30).getTime());
  return transact(db, async (tx) => {
    const event = await createEvent(tx, group, person_id, before, {
      title,
      about: wanted.about ?? '',
      kind: 'in_person',
      starts_at: at(0),
      ends_at: at(120),
      zone: group.zone,
      opens_at: at(-60 * 24 * 14),
      closes_at: at(-60 * 24),
      place_name: wanted.place ?? '',
      place_address: '',
      place_arrival: '',
      online_url: null,
      room_capacity: null,
      cap: 40,
      plus_ones: 0,
      posture: 'free',
      posture_note: '',
    });
    if (stage !== 'draft') await announceEvent(tx, event, before);
    if (stage === 'open') await openEvent(tx, event, before);
    return event;
  });
}
