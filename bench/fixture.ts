// What a bench measures on: people with sessions, a group, evenings. People come in bulk, evenings through the product's own verbs.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { announceEvent, createEvent } from '#events';
import { foundGroup } from '#groups';
import { transact } from '#kit/db.ts';
import { type Id, newId } from '#kit/id.ts';
import { hashToken } from '#kit/secret.ts';
import type { Db } from '#kit/tables.ts';
import { Temporal } from '#kit/time.ts';

export type Guest = { person_id: Id<'people.person'>; token: string };

/** `n` people with proven addresses and a session each. */
export async function makeGuests(db: Db, n: number): Promise<Guest[]> {
  const guests = Array.from({ length: n }, () => ({
    person_id: newId<'people.person'>(),
    token: randomBytes(32).toString('base64url'),
  }));
  const names = guests.map((_, at) => `Guest Number ${at}`);
  const addresses = guests.map(({ person_id }) => `${person_id}@example.org`);
  await sql`
    insert into people.person (person_id, address, address_key, name, lang, created_at, asked_at, proved_at)
    select p, a, a, n, 'en', now(), now(), now() from unnest(${guests.map((g) => g.person_id)}::uuid[], ${addresses}::text[], ${names}::text[]) as g(p, a, n)`.execute(
    db,
  );
  await sql`
    insert into people.session (session_id, person_id, token_hash, started_at, seen_at, proved_at, ends_at)
    select s, p, t, now(), now(), now(), now() + interval '80 days'
    from unnest(${guests.map(() => newId())}::uuid[], ${guests.map((g) => g.person_id)}::uuid[], ${guests.map((g) => hashToken(g.token))}::bytea[]) as g(s, p, t)`.execute(
    db,
  );
  await sql`analyze people.person, people.session`.execute(db);
  return guests;
}

/** A group to hold evenings in. */
export async function makeGroup(db: Db, owner: Guest) {
  const found = await transact(db, (tx) =>
    foundGroup(tx, owner, Temporal.Now.instant(), {
      name: 'Lakeside Cloud Users',
      place: 'Milwaukee',
      zone: 'America/Chicago',
      language: 'en',
    }),
  );
  if ('refused' in found) throw new Error(found.refused);
  return found.group;
}

/** An open evening with an agenda-sized text. */
export async function makeEvening(
  db: Db,
  group: { group_id: Id<'groups.group'>; slug: string; language: string },
  owner: Guest,
  cap: number,
) {
  const now = Temporal.Now.instant();
  const at = (hours: number) => new Date(now.add({ hours }).epochMilliseconds);
  const event = await transact(db, async (tx) => {
    const made = await createEvent(tx, group, owner.person_id, now, {
      title: 'Queues, and what they are hiding',
      zone: 'America/Chicago',
      kind: 'in_person',
      place_name: 'Harbor Building, 3rd floor',
      place_address: '1 Water Street',
      place_arrival: 'Ring at the side door. There is a lift from the lobby.',
      online_url: null,
      room_capacity: cap,
      cap,
      plus_ones: 0,
      posture: 'free',
      posture_note: '',
      about:
        'Two talks about the part of a system nobody draws: the waiting. We start on time, there is pizza from 17:30, and the last talk ends early enough for the 20:14 train.',
      starts_at: at(24 * 9),
      ends_at: at(24 * 9 + 2),
      opens_at: at(-24),
      closes_at: at(24 * 8),
    });
    await announceEvent(tx, made, now);
    return made;
  });
  return { ...event, path: `/g/${group.slug}/e/${event.slug}` };
}
