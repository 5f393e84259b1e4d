// What this room does when an evening goes, and when a person wants what is known about them, or leaves.
import { sql } from 'kysely';
import type { Reaction } from '#kit/announce.ts';

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

/** When the doors saw them, when they rang outside, and which phones they worked. */
export const exportPerson: Reaction<'people.export'> = async (tx, { person_id, into }) => {
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
  into.door = { building_lists: listed.rows, seen: seen.rows, outside: rang.rows, phones: phones.rows };
};

/** They were there, so they stay counted; nobody knows any more that it was them. */
export const erasePerson: Reaction<'people.erased'> = async (tx, { person_id }) => {
  await sql`
    update door.scan set person_id = null, kind = 'walk_in', party = heads where person_id = ${person_id}`.execute(tx);
  for (const table of ['door.outside', 'door.id_name', 'door.listed'] as const)
    await tx.deleteFrom(table).where('person_id', '=', person_id).execute();
  await tx.updateTable('door.building').set({ set_by: null }).where('set_by', '=', person_id).execute();
  await tx.deleteFrom('door.pairing').where('made_by', '=', person_id).execute();
  await tx.updateTable('door.device').set({ paired_by: null }).where('paired_by', '=', person_id).execute();
};
