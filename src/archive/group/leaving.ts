// What an owner is told before they take the group along.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';

export type Leaving = {
  /** With a proven address: so many are on the address list. */
  members: number;
  /** In so many languages is the last mail worded. */
  languages: number;
  evenings: number;
  /** Null: never, or by somebody who has left (`taken_by` alone). */
  taken_at: Date | null;
  taken_by: string | null;
};

/** One statement. */
export async function leavingOf(db: Db | Tx, group_id: Id<'groups.group'>): Promise<Leaving> {
  const { rows } = await sql<Leaving>`
    select m.members, m.languages,
      (select count(*) from events.event where group_id = ${group_id}) as evenings,
      last.at as taken_at, last.name as taken_by
    from (
      select count(*) as members, count(distinct p.lang) as languages
      from groups.member m join people.person p on p.person_id = m.person_id
      where m.group_id = ${group_id} and p.proved_at is not null
    ) m
    left join (
      select a.at, p.name from groups.audit a left join people.person p on p.person_id = a.person_id
      where a.group_id = ${group_id} and a.what = 'archive.group.taken'
      order by a.audit_id desc limit 1
    ) last on true`.execute(db);
  return rows[0] as Leaving;
}
