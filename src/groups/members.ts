// The list of members, for the team.
import { sql } from 'kysely';
import { type Id, isId } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Role } from './tables.ts';

export type Member = {
  person_id: Id<'people.person'>;
  name: string;
  address: string;
  joined_at: Date;
  role: Role | null;
};

type Asked = { q: string; after: string | undefined; most: number };

/**
 * Members whose name or address contains `q`, the newest first, and where the next page begins.
 * `after` is what `next` was on the page before; anything else begins at the start. One statement.
 */
export async function membersPage(
  db: Db | Tx,
  group_id: Id<'groups.group'>,
  { q, after, most }: Asked,
): Promise<{ members: Member[]; next: string | null }> {
  let query = members(db, group_id);
  if (q !== '') {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((e) =>
      e.or([e('people.person.name', 'ilike', like), e('people.person.address', 'ilike', like)]),
    );
  }
  const from = readCursor(after);
  if (from) {
    query = query.where(
      sql<boolean>`(groups.member.joined_at, groups.member.person_id) < (${from.joined_at}, ${from.person_id}::uuid)`,
    );
  }
  const found = await query.limit(most + 1).execute();
  const page = found.slice(0, most);
  const last = page.at(-1);
  return { members: page, next: last && found.length > most ? `${last.joined_at.getTime()}.${last.person_id}` : null };
}

/** All of them, for a file. */
export async function allMembers(db: Db | Tx, group_id: Id<'groups.group'>): Promise<Member[]> {
  return members(db, group_id).execute();
}

function members(db: Db | Tx, group_id: Id<'groups.group'>) {
  return db
    .selectFrom('groups.member')
    .innerJoin('people.person', 'people.person.person_id', 'groups.member.person_id')
    .leftJoin('groups.organiser', (join) =>
      join
        .onRef('groups.organiser.group_id', '=', 'groups.member.group_id')
        .onRef('groups.organiser.person_id', '=', 'groups.member.person_id'),
    )
    .select([
      'groups.member.person_id',
      'people.person.name',
      'people.person.address',
      'groups.member.joined_at',
      'groups.organiser.role',
    ])
    .where('groups.member.group_id', '=', group_id)
    .orderBy('groups.member.joined_at', 'desc')
    .orderBy('groups.member.person_id', 'desc');
}

function readCursor(after: string | undefined) {
  const [ms = '', person_id] = (after ?? '').split('.');
  // Thirteen digits reach the year 2286; with more, the database would be asked for a year it can't read.
  if (!/^\d{1,13}$/.test(ms) || !isId<'people.person'>(person_id)) return null;
  return { joined_at: new Date(Number(ms)), person_id };
}
