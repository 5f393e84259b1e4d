// What this room does when a person wants their data, or leaves.
import { type ExpressionBuilder, sql } from 'kysely';
import type { Announcements, Reaction } from '#kit/announce.ts';
import type { Tables, Tx } from '#kit/tables.ts';

type Person = Announcements['people.erased']['person_id'];

/** Venues they look after, and those that name their address as whom to ask at the house. */
export const exportPerson: Reaction<'people.export'> = async (tx, { person_id, into }) => {
  const looked_after = await tx
    .selectFrom('venues.caretaker')
    .innerJoin('venues.venue', 'venues.venue.venue_id', 'venues.caretaker.venue_id')
    .select(['slug', 'name', 'since'])
    .where('person_id', '=', person_id)
    .orderBy('since')
    .execute();
  const contact = await tx
    .selectFrom('venues.venue')
    .select(['slug', 'name', 'contact_name', 'contact_reach', 'contact_until'])
    .where(await names(tx, person_id))
    .orderBy('slug')
    .execute();
  into.venues = { looked_after, contact };
};

/** A venue they alone looked after stays, and waits for somebody who uses it. */
export const erasePerson: Reaction<'people.erased'> = async (tx, { person_id }) => {
  await tx
    .updateTable('venues.venue')
    .set({ contact_name: '', contact_reach: '', contact_until: null })
    .where(await names(tx, person_id))
    .execute();
  await tx.deleteFrom('venues.caretaker').where('person_id', '=', person_id).execute();
};

/** Whom to ask is written as people like, so their address is looked for anywhere in it. */
async function names(tx: Tx, person_id: Person) {
  const { address } = await tx
    .selectFrom('people.person')
    .select('address')
    .where('person_id', '=', person_id)
    .executeTakeFirstOrThrow();
  // Theirs alone: jo@example.org stands in maijo@example.org, too.
  const alone = `(?<![[:alnum:]._%+'-])${address.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '\\$&')}(?![[:alnum:]_-]|\\.[[:alnum:]])`;
  return (_: ExpressionBuilder<Tables, 'venues.venue'>) =>
    sql<boolean>`contact_until is not null and lower(contact_name || ' ' || contact_reach) ~ ${alone}`;
}
