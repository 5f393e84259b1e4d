// What this room does when a person comes, wants what is known about them, or leaves: they may stand on a list somebody brought.
import { sql } from 'kysely';
import type { Reaction } from '#kit/announce.ts';
import { dietsOfPerson } from './diet/kitchen.ts';

/** They have come themselves: nobody needs to invite them, and their address is theirs to give. */
export const letGoOfContact: Reaction<'people.proved'> = async (tx, { person_id }) => {
  await sql`delete from numbers.contact c using people.person p
    where p.person_id = ${person_id} and p.proved_at is not null and c.address_key = p.address_key`.execute(tx);
};

/** What was said about its food goes along. */
export const letGoOfDraft: Reaction<'events.discarded'> = async (tx, { event }) => {
  const { group_id, event_id } = event;
  for (const table of ['numbers.diet', 'numbers.kitchen', 'numbers.meal'] as const)
    await tx.deleteFrom(table).where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
};

/** Which groups brought their address along, and since when; what they told kitchens; whose food they look after. */
export const exportPerson: Reaction<'people.export'> = async (tx, { person_id, into, secret }) => {
  const { rows } = await sql<{ group: string; name: string; brought_at: Date; invited_at: Date | null }>`
    select g.slug as "group", c.name, c.brought_at, c.invited_at from numbers.contact c
    join people.person p on p.address_key = c.address_key join groups."group" g on g.group_id = c.group_id
    where p.person_id = ${person_id} order by c.brought_at`.execute(tx);
  const files = await tx
    .selectFrom('numbers.handed_in')
    .select(['file_name', 'at'])
    .where('person_id', '=', person_id)
    .execute();
  const told = await dietsOfPerson(tx, person_id, secret);
  const { rows: looks_after } = await sql<{ group: string; evening: string }>`
    select g.slug as "group", e.slug as evening from numbers.kitchen k
    join events.event e on e.group_id = k.group_id and e.event_id = k.event_id
    join groups."group" g on g.group_id = k.group_id
    where k.food_person = ${person_id} order by e.starts_at`.execute(tx);
  into.numbers = {
    brought_along_by: rows,
    files_handed_in: files,
    told_kitchens: told,
    looks_after_food_of: looks_after,
  };
};

/** Takes them off every list, drops a file they handed in, and forgets what they don't eat. */
export const erasePerson: Reaction<'people.erased'> = async (tx, { person_id }) => {
  await sql`delete from numbers.contact c using people.person p
    where p.person_id = ${person_id} and p.proved_at is not null and c.address_key = p.address_key`.execute(tx);
  await tx.deleteFrom('numbers.handed_in').where('person_id', '=', person_id).execute();
  await tx.deleteFrom('numbers.diet').where('person_id', '=', person_id).execute();
  await tx.updateTable('numbers.kitchen').set({ food_person: null }).where('food_person', '=', person_id).execute();
};
