// Reads a group, from its address, as the one who asks may see it.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import { notFound } from '#kit/web.ts';
import type { Lang } from '#kit/words.ts';
import { type Contact, type Group, groupColumns, type MailKind, type Role } from './tables.ts';

const columns = groupColumns.map((name) => `groups.group.${name}` as const);

/** The group at an address, also at one it had before: then `slug` differs from the one asked for. */
export async function groupBySlug(db: Db | Tx, slug: string): Promise<Group | undefined> {
  return db
    .selectFrom('groups.slug')
    .innerJoin('groups.group', 'groups.group.group_id', 'groups.slug.group_id')
    .select(columns)
    .where('groups.slug.slug', '=', slug)
    .executeTakeFirst();
}

/** The group of an id, from a signed link or a job. */
export async function groupById(db: Db | Tx, group_id: Id<'groups.group'>): Promise<Group | undefined> {
  return db.selectFrom('groups.group').select(columns).where('group_id', '=', group_id).executeTakeFirst();
}

type Asking = { person_id: Id<'people.person'> };

/**
 * The group at an address and the asker's role there, if `law` allows that role; one statement.
 * Throws the 404 for a group that does not exist, a visitor, and whoever the law does not let in.
 */
export async function groupForOrganiser(
  db: Db | Tx,
  slug: string,
  actor: Asking | null,
  law: (role: Role | null) => boolean,
): Promise<{ group: Group; role: Role }> {
  if (!actor) throw notFound();
  const row = await db
    .selectFrom('groups.slug')
    .innerJoin('groups.group', 'groups.group.group_id', 'groups.slug.group_id')
    .innerJoin('groups.organiser', (join) =>
      join.onRef('groups.organiser.group_id', '=', 'groups.group.group_id').on('person_id', '=', actor.person_id),
    )
    .select(columns)
    .select('groups.organiser.role')
    .where('groups.slug.slug', '=', slug)
    .executeTakeFirst();
  if (!row || !law(row.role)) throw notFound();
  const { role, ...group } = row;
  return { group, role };
}

/** A person's role in a group; `null` for none. */
export async function roleIn(
  db: Db | Tx,
  group_id: Id<'groups.group'>,
  person_id: Id<'people.person'>,
): Promise<Role | null> {
  const row = await db
    .selectFrom('groups.organiser')
    .select('role')
    .where('group_id', '=', group_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  return row?.role ?? null;
}

export type PageGroup = Group & {
  about: string;
  founded_on: string | null;
  contacts: Contact[];
  role: Role | null;
  is_member: boolean;
  has_claimed: boolean;
};

/** Everything the group's page says of itself, and how the asker stands to it; one statement. */
export async function groupPage(db: Db | Tx, slug: string, actor: Asking | null): Promise<PageGroup | undefined> {
  const me = actor?.person_id ?? null;
  const row = await db
    .selectFrom('groups.slug')
    .innerJoin('groups.group', 'groups.group.group_id', 'groups.slug.group_id')
    .leftJoin('groups.conduct', (join) =>
      join
        .onRef('groups.conduct.group_id', '=', 'groups.group.group_id')
        .onRef('groups.conduct.version', '=', 'groups.group.conduct_version'),
    )
    .leftJoin('groups.organiser', (join) =>
      join.onRef('groups.organiser.group_id', '=', 'groups.group.group_id').on('groups.organiser.person_id', '=', me),
    )
    .leftJoin('groups.member', (join) =>
      join.onRef('groups.member.group_id', '=', 'groups.group.group_id').on('groups.member.person_id', '=', me),
    )
    .leftJoin('groups.claim', (join) =>
      join
        .onRef('groups.claim.group_id', '=', 'groups.group.group_id')
        .on('groups.claim.person_id', '=', me)
        .on('groups.claim.answered_at', 'is', null),
    )
    .select(columns)
    .select([
      'groups.group.about',
      sql<string | null>`groups.group.founded_on::text`.as('founded_on'),
      'groups.conduct.contacts',
      'groups.organiser.role',
      'groups.member.joined_at',
      'groups.claim.claim_id',
    ])
    .where('groups.slug.slug', '=', slug)
    .executeTakeFirst();
  if (!row) return undefined;
  const { joined_at, claim_id, contacts, ...group } = row;
  return { ...group, contacts: contacts ?? [], is_member: joined_at !== null, has_claimed: claim_id !== null };
}

export type ToTell = {
  person_id: Id<'people.person'>;
  address: string;
  name: string;
  lang: Lang;
};

/** Members who want mails of this kind, with a proven address, each with the language to write in. One statement. */
export async function membersToTell(db: Db | Tx, group_id: Id<'groups.group'>, kind: MailKind): Promise<ToTell[]> {
  return db
    .selectFrom('groups.member')
    .innerJoin('people.person', 'people.person.person_id', 'groups.member.person_id')
    .select(['people.person.person_id', 'people.person.address', 'people.person.name', 'people.person.lang'])
    .where('groups.member.group_id', '=', group_id)
    .where(`groups.member.${kind}`, '=', true)
    .where('people.person.proved_at', 'is not', null)
    .orderBy('groups.member.person_id')
    .execute();
}
