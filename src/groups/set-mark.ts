// A group's mark: kept beside the group, shown as its sticker.
import { createHash } from 'node:crypto';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { audit } from './audit.ts';
import { lockGroup } from './lock-group.ts';
import type { MarkKind } from './tables.ts';

type GroupId = Id<'groups.group'>;
type Actor = { person_id: Id<'people.person'> };

/** Puts a mark that is already safe to show (`#kit/svg.ts`, `#kit/picture.ts`), or takes it off with `null`. */
export async function setMark(
  tx: Tx,
  actor: Actor,
  now: Instant,
  group_id: GroupId,
  mark: { kind: MarkKind; bytes: Buffer; png: Buffer } | null,
): Promise<void> {
  await lockGroup(tx, group_id);
  if (mark) {
    const hash = createHash('sha256').update(mark.bytes).digest('hex').slice(0, 16);
    const row = { ...mark, hash, set_at: new Date(now.epochMilliseconds) };
    await tx
      .insertInto('groups.mark')
      .values({ group_id, ...row })
      .onConflict((on) => on.column('group_id').doUpdateSet(row))
      .execute();
    await tx
      .updateTable('groups.group')
      .set({ mark_kind: mark.kind, mark_hash: hash })
      .where('group_id', '=', group_id)
      .execute();
  } else {
    await tx.deleteFrom('groups.mark').where('group_id', '=', group_id).execute();
    await tx
      .updateTable('groups.group')
      .set({ mark_kind: null, mark_hash: null })
      .where('group_id', '=', group_id)
      .execute();
  }
  await audit(tx, { group_id, actor, what: mark ? 'groups.mark.set' : 'groups.mark.removed', now });
}

/** The bytes behind a mark's address; `undefined` when the group has another mark by now, or none. One statement. */
export async function markBySlug(db: Db | Tx, slug: string, hash: string) {
  return db
    .selectFrom('groups.slug')
    .innerJoin('groups.mark', 'groups.mark.group_id', 'groups.slug.group_id')
    .select(['kind', 'bytes', 'png'])
    .where('groups.slug.slug', '=', slug)
    .where('hash', '=', hash)
    .executeTakeFirst();
}
