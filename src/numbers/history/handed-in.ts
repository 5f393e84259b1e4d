// A file that is looked through before anything of it is written: kept for a day at most.
import { type Id, newId } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Actor } from '#people';

/** As its page says. */
export const FILE_HOURS = 24;

type Key = { group_id: Id<'groups.group'>; file_id: Id<'numbers.handed_in'> };

/** Keeps it; one that this organiser handed in before and did not bring in goes. */
export async function handIn(
  tx: Tx,
  actor: Actor,
  group_id: Id<'groups.group'>,
  file: { file_name: string; bytes: Buffer },
  now: Instant,
): Promise<Key> {
  const { person_id } = actor;
  await tx
    .deleteFrom('numbers.handed_in')
    .where('group_id', '=', group_id)
    .where('person_id', '=', person_id)
    .execute();
  const at = new Date(now.epochMilliseconds);
  const file_id = newId<'numbers.handed_in'>(at.getTime());
  await tx
    .insertInto('numbers.handed_in')
    .values({ group_id, file_id, person_id, at, ...file })
    .execute();
  return { group_id, file_id };
}

/** The file, for whoever of the group handed it in, for a day. */
export async function handedIn(
  db: Db | Tx,
  { group_id, file_id }: Key,
  actor: Actor,
  now: Instant,
): Promise<{ file_name: string; bytes: Buffer } | undefined> {
  return db
    .selectFrom('numbers.handed_in')
    .select(['file_name', 'bytes'])
    .where('group_id', '=', group_id)
    .where('file_id', '=', file_id)
    .where('person_id', '=', actor.person_id)
    .where('at', '>', new Date(now.epochMilliseconds - FILE_HOURS * 3_600_000))
    .executeTakeFirst();
}

/** It was brought in, or is not wanted. */
export async function dropFile(tx: Tx, { group_id, file_id }: Key): Promise<void> {
  await tx.deleteFrom('numbers.handed_in').where('group_id', '=', group_id).where('file_id', '=', file_id).execute();
}
