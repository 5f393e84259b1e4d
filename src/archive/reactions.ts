// What this room does when somebody signs in, wants their data, or leaves.
import { sql } from 'kysely';
import type { Reaction } from '#kit/announce.ts';
import type { Id } from '#kit/id.ts';

/**
 * Whoever came along with a group gave it their address once and proved it there. A year is long enough to come to an
 * evening here; who has not by then is forgotten like everybody who never proves an address.
 */
export const NEWCOMER_DAYS = 365;

/** They signed in: a newcomer no longer. */
export const welcome: Reaction<'people.proved'> = async (tx, { person_id }) => {
  await tx.deleteFrom('archive.newcomer').where('person_id', '=', person_id).execute();
};

/** Counts on those who came along with a group, for as long as they have to sign in. */
export const countOn: Reaction<'people.before_forgetting'> = async (tx, { person_ids, needed, now }) => {
  const since = new Date(now.epochMilliseconds - NEWCOMER_DAYS * 86_400_000);
  const { rows } = await sql<{ person_id: Id<'people.person'> }>`
    select distinct person_id from archive.newcomer
    where person_id = any(${[...person_ids]}::uuid[]) and arrived_at > ${since}`.execute(tx);
  for (const { person_id } of rows) needed.add(person_id);
};

/** Adds which groups they came here with, and which they brought here. */
export const exportPerson: Reaction<'people.export'> = async (tx, { person_id, into }) => {
  const came_with = await tx
    .selectFrom('archive.newcomer')
    .innerJoin('groups.group', 'groups.group.group_id', 'archive.newcomer.group_id')
    .select(['slug', 'arrived_at'])
    .where('person_id', '=', person_id)
    .execute();
  const brought = await tx
    .selectFrom('archive.move_in')
    .innerJoin('groups.group', 'groups.group.group_id', 'archive.move_in.group_id')
    .select(['slug', 'origin', 'arrived_at'])
    .where('brought_by', '=', person_id)
    .execute();
  into.archive = { came_with, brought };
};

/** Lets go of a person. */
export const erasePerson: Reaction<'people.erased'> = async (tx, { person_id }) => {
  await tx.deleteFrom('archive.newcomer').where('person_id', '=', person_id).execute();
  await tx.updateTable('archive.move_in').set({ brought_by: null }).where('brought_by', '=', person_id).execute();
};
