// What this room does when an evening goes, and when a person wants what is known about them, or leaves.
import { sql } from 'kysely';
import type { Reaction } from '#kit/announce.ts';
import { unseal } from '#kit/secret.ts';
import { instantOf, wallClock } from '#kit/time.ts';
import { idNamePurpose } from './building/list.ts';
import { listAnew } from './building/set-building.ts';

const tables = [
  'door.scan',
  'door.list',
  'door.device',
  'door.pairing',
  'door.outside',
  'door.listed',
  'door.id_name',
  'door.building',
] as const;

/** A draft has no door; what was set up for one before it was drafted again goes along. */
export const letGoOfDraft: Reaction<'events.discarded'> = async (tx, { event }) => {
  const { group_id, event_id } = event;
  for (const table of tables) {
    await tx.deleteFrom(table).where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
  }
};

/** A building that has the list of another day gets the whole list of the new one. */
export const followEvening: Reaction<'events.changed'> = async (tx, { event, before }) => {
  const after = await tx
    .selectFrom('events.event')
    .select(['starts_at', 'zone'])
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .executeTakeFirstOrThrow();
  const dayOf = ({ starts_at, zone }: typeof after) => wallClock(instantOf(starts_at), zone).date;
  if (dayOf(before) !== dayOf(after)) await listAnew(tx, event);
};

/** When the doors saw them, when they rang outside, which phones they worked, lists they stood on, and names on their card. */
export const exportPerson: Reaction<'people.export'> = async (tx, { person_id, into, secret }) => {
  const seen = await sql`
    select g.slug as "group", e.slug as evening, s.kind, s.heads, s.at,
      exists (select from door.scan u where u.group_id = s.group_id and u.event_id = s.event_id and u.undoes = s.scan_id) as taken_back
    from door.scan s join events.event e on e.group_id = s.group_id and e.event_id = s.event_id
    join groups."group" g on g.group_id = s.group_id
    where s.person_id = ${person_id} order by s.at`.execute(tx);
  const rang = await sql`
    select g.slug as "group", e.slug as evening, o.place, o.at, o.fetched_at
    from door.outside o join events.event e on e.group_id = o.group_id and e.event_id = o.event_id
    join groups."group" g on g.group_id = o.group_id
    where o.person_id = ${person_id} order by o.at`.execute(tx);
  const phones = await sql`
    select g.slug as "group", e.slug as evening, d.name, d.paired_at
    from door.device d join events.event e on e.group_id = d.group_id and e.event_id = d.event_id
    join groups."group" g on g.group_id = d.group_id
    where d.paired_by = ${person_id} order by d.paired_at`.execute(tx);
  const listed = await sql`
    select g.slug as "group", e.slug as evening, l.at, l.heads,
      exists (select from door.id_name i where i.group_id = l.group_id and i.event_id = l.event_id and i.person_id = l.person_id)
        as with_name_on_card
    from door.listed l join events.event e on e.group_id = l.group_id and e.event_id = l.event_id
    join groups."group" g on g.group_id = l.group_id
    where l.person_id = ${person_id} order by l.at`.execute(tx);
  const cards = await sql<{ group: string; evening: string; given_at: Date; event_id: string; sealed: string }>`
    select g.slug as "group", e.slug as evening, i.given_at, i.event_id, i.sealed
    from door.id_name i join events.event e on e.group_id = i.group_id and e.event_id = i.event_id
    join groups."group" g on g.group_id = i.group_id
    where i.person_id = ${person_id} order by i.given_at`.execute(tx);
  const names_on_card = cards.rows.map(({ event_id, sealed, ...card }) => {
    return { ...card, name: unseal(secret, idNamePurpose(event_id, person_id), sealed) };
  });
  into.door = { building_lists: listed.rows, names_on_card, seen: seen.rows, outside: rang.rows, phones: phones.rows };
};

/**
 * They were there, so they stay counted, once where two doors let them in; nobody knows any more that it was them. A phone of
 * theirs is no longer called by their name.
 */
export const erasePerson: Reaction<'people.erased'> = async (tx, { person_id }) => {
  await sql`
    update door.scan s set person_id = n.nobody
    from (select event_id, gen_random_uuid() as nobody from door.scan where person_id = ${person_id} group by event_id) n
    where s.person_id = ${person_id} and s.event_id = n.event_id`.execute(tx);
  await sql`
    update door.device d set name = left(d.device_id::text, 4) from people.person p
    where d.paired_by = ${person_id} and p.person_id = ${person_id} and (d.is_own or d.name = p.name)`.execute(tx);
  for (const table of ['door.outside', 'door.id_name', 'door.listed'] as const)
    await tx.deleteFrom(table).where('person_id', '=', person_id).execute();
  await tx.updateTable('door.building').set({ set_by: null }).where('set_by', '=', person_id).execute();
  await tx.deleteFrom('door.pairing').where('made_by', '=', person_id).execute();
  await tx.updateTable('door.device').set({ paired_by: null }).where('paired_by', '=', person_id).execute();
};
