// The group's log of who did what when. Lines are only ever added.
import { sql } from 'kysely';
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
      is_server: actor === null,
      what,
      about: JSON.stringify(about),
    })
    .execute();
}

export type AuditRow = {
  audit_id: Id<'groups.audit'>;
  at: Date;
  /** False: the server itself. True with no name: somebody who has left for good. */
  has_person: boolean;
  name: string | null;
  /** Whom it was done to, by name. */
  whom: string | null;
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
    .leftJoin('people.person as actor', 'actor.person_id', 'groups.audit.person_id')
    .leftJoin('people.person as other', (join) => join.on('other.person_id', '=', whomId))
    .select(['audit_id', 'at', 'what', 'about', 'is_server', 'actor.name', 'other.name as whom'])
    .where('group_id', '=', group_id);
  if (options.before) query = query.where('audit_id', '<', options.before);
  const rows = await query.orderBy('audit_id', 'desc').limit(options.most).execute();
  return rows.map(({ is_server, ...row }) => ({ ...row, has_person: !is_server }));
}

/** Rooms above write lines too, so what stands there is not taken for an id unread. */
const whomId = sql<Id<'people.person'> | null>`
  case when groups.audit.about ->> 'person_id' ~ '^[0-9a-f-]{36}$' then (groups.audit.about ->> 'person_id')::uuid end`;
