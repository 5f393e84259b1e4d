// Belonging to a group: joining, leaving, and which mails one wants.
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { MailKind } from './tables.ts';

type Keys = { group_id: Id<'groups.group'>; person_id: Id<'people.person'> };

/** Makes the actor a member; once more changes nothing. Says whether they are new. */
export async function joinGroup(
  tx: Tx,
  actor: { person_id: Id<'people.person'> },
  now: Instant,
  group_id: Id<'groups.group'>,
): Promise<{ is_new: boolean }> {
  const row = await tx
    .insertInto('groups.member')
    .values({ group_id, person_id: actor.person_id, joined_at: new Date(now.epochMilliseconds) })
    .onConflict((on) => on.columns(['group_id', 'person_id']).doNothing())
    .returning('group_id')
    .executeTakeFirst();
  return { is_new: row !== undefined };
}

/** The actor no longer belongs to the group; a role in it stays, it is given up elsewhere. */
export async function leaveGroup(
  tx: Tx,
  actor: { person_id: Id<'people.person'> },
  group_id: Id<'groups.group'>,
): Promise<void> {
  await tx
    .deleteFrom('groups.member')
    .where('group_id', '=', group_id)
    .where('person_id', '=', actor.person_id)
    .execute();
}

/** Which mails a member wants. Nothing happens for somebody who is none. */
export async function setWishes(tx: Tx, { group_id, person_id }: Keys, wishes: Partial<Record<MailKind, boolean>>) {
  if (Object.keys(wishes).length === 0) return;
  await tx
    .updateTable('groups.member')
    .set(wishes)
    .where('group_id', '=', group_id)
    .where('person_id', '=', person_id)
    .execute();
}

/** A member's wishes, or `undefined` for somebody who is none. */
export async function wishesOf(db: Db | Tx, { group_id, person_id }: Keys) {
  return db
    .selectFrom('groups.member')
    .select(['announced', 'opened', 'joined_at'])
    .where('group_id', '=', group_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
}
