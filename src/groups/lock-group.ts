// The row that arbitrates everything about who runs a group.
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import { notFound } from '#kit/web.ts';
import { type Group, groupColumns } from './tables.ts';

/**
 * Holds the group's row until the transaction ends, so that changes to its team come one after the other.
 * `for no key update`: rows that point to the group can still be written meanwhile. Throws the 404 when it is gone.
 */
export async function lockGroup(tx: Tx, group_id: Id<'groups.group'>): Promise<Group> {
  const group = await tx
    .selectFrom('groups.group')
    .select(groupColumns)
    .where('group_id', '=', group_id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!group) throw notFound();
  return group;
}
