// The group's log of who did what when. Lines are only ever added.
import { type Id, newId } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';

export type AuditLine = {
  group_id: Id<'groups.group'>;
  /** `null`: the server itself, a list that was read in. */
  actor: { person_id: Id<'people.person'> } | null;
  /** `<room>.<noun>.<what was done>`, such as `events.event.announced`. */
  what: string;
  /** Ids and short facts. No addresses: the line outlives the person. */
  about?: Record<string, unknown> | undefined;
  /** The moment it is; the clock of this process when not given. */
  now?: Instant | undefined;
};

/** Adds a line, in the transaction of what it tells. */
export async function audit(tx: Tx, { group_id, actor, what, about = {}, now }: AuditLine): Promise<void> {
  const at = now ? new Date(now.epochMilliseconds) : new Date();
  await tx
    .insertInto('groups.audit')
    .values({
      group_id,
      audit_id: newId<'groups.audit'>(at.getTime()),
      at,
      person_id: actor?.person_id ?? null,
      what,
      about: JSON.stringify(about),
    })
    .execute();
}

export type AuditRow = {
  audit_id: Id<'groups.audit'>;
  at: Date;
  /** `null`: nobody in particular, or somebody who has left for good. */
  name: string | null;
  what: string;
  about: Record<string, unknown>;
};

/** Lines of a group, newest first, `most` at a time; `before` is the last line's id of the page before. One statement. */
export async function auditLines(
  db: Db | Tx,
  group_id: Id<'groups.group'>,
  options: { before?: Id<'groups.audit'> | undefined; most: number },
): Promise<AuditRow[]> {
  let query = db
    .selectFrom('groups.audit')
    .leftJoin('people.person', 'people.person.person_id', 'groups.audit.person_id')
    .select([
      'groups.audit.audit_id',
      'groups.audit.at',
      'people.person.name',
      'groups.audit.what',
      'groups.audit.about',
    ])
    .where('groups.audit.group_id', '=', group_id);
  if (options.before) query = query.where('groups.audit.audit_id', '<', options.before);
  return query.orderBy('groups.audit.audit_id', 'desc').limit(options.most).execute();
}
