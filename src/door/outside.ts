// "I'm outside": a guest in front of a locked entrance is seen on the phones at the door, until somebody fetches them.
import { sql } from 'kysely';
import { type EventKey, seatStates } from '#events';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { mayRing } from './rules.ts';

export type Outside = { person_id: Id<'people.person'>; name: string; place: string; at: number };

/** Who rang and was neither fetched nor let in. One statement. */
export async function whoIsOutside(db: Db | Tx, { group_id, event_id }: EventKey, now: Instant): Promise<Outside[]> {
  const { rows } = await sql<Outside>`
    /*door.outside*/ select o.person_id, o.place, (extract(epoch from o.at) * 1000)::float8 as at,
      coalesce(nullif(p.name, ''), '') as name
    from door.outside o join people.person p on p.person_id = o.person_id
    where o.group_id = ${group_id} and o.event_id = ${event_id} and o.fetched_at is null
      and o.at > ${new Date(now.epochMilliseconds - 3_600_000)}
      -- Let in after they rang, and not taken back.
      and not exists (
        select from door.scan s where s.group_id = o.group_id and s.event_id = o.event_id and s.person_id = o.person_id
          and s.heard_at >= o.at and not exists (
            select from door.scan u where u.group_id = s.group_id and u.event_id = s.event_id and u.undoes = s.scan_id))
    order by o.at limit 50`.execute(db);
  return rows;
}

/** Somebody of the door has gone down to these. */
export async function fetchOutside(tx: Tx, event: EventKey, people: readonly string[], now: Instant): Promise<void> {
  if (people.length === 0) return;
  await tx
    .updateTable('door.outside')
    .set({ fetched_at: new Date(now.epochMilliseconds) })
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .where('person_id', 'in', people as Id<'people.person'>[])
    .where('fetched_at', 'is', null)
    .execute();
}

/** A guest with a seat rings. Refuses anybody else, and any other time. Ringing again says it anew. */
export async function ring(
  tx: Tx,
  event: EventKey & Parameters<typeof mayRing>[0],
  person_id: Id<'people.person'>,
  place: string,
  now: Instant,
): Promise<{ is: 'rung' } | { refused: 'door.not_now' | 'door.no_seat' }> {
  if (!mayRing(event, now)) return { refused: 'door.not_now' };
  const { group_id, event_id } = event;
  const seated = await tx
    .selectFrom('events.enrolment')
    .select('state')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .where('person_id', '=', person_id)
    .where('state', 'in', seatStates)
    .executeTakeFirst();
  if (!seated) return { refused: 'door.no_seat' };
  const said = { place, at: new Date(now.epochMilliseconds), fetched_at: null };
  await tx
    .insertInto('door.outside')
    .values({ group_id, event_id, person_id, ...said })
    .onConflict((on) => on.columns(['group_id', 'event_id', 'person_id']).doUpdateSet(said))
    .execute();
  return { is: 'rung' };
}
