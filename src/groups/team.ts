// Who runs a group.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Lang } from '#kit/words.ts';
import type { Role } from './tables.ts';

export type TeamMember = {
  person_id: Id<'people.person'>;
  name: string;
  address: string;
  lang: Lang;
  role: Role;
  is_shown: boolean;
  since: Date;
};

/** The whole team, owners first, then by how long they have been in it. One statement. */
export async function teamOf(db: Db | Tx, group_id: Id<'groups.group'>): Promise<TeamMember[]> {
  return db
    .selectFrom('groups.organiser')
    .innerJoin('people.person', 'people.person.person_id', 'groups.organiser.person_id')
    .select([
      'groups.organiser.person_id',
      'people.person.name',
      'people.person.address',
      'people.person.lang',
      'groups.organiser.role',
      'groups.organiser.is_shown',
      'groups.organiser.since',
    ])
    .where('groups.organiser.group_id', '=', group_id)
    .orderBy(sql`array_position(array['owner', 'organiser', 'door'], groups.organiser.role)`)
    .orderBy('groups.organiser.since')
    .execute();
}

/** Whether a member of the team is named on the group's page. Nothing happens for somebody who is in no team. */
export async function setShown(
  tx: Tx,
  { group_id, person_id }: { group_id: Id<'groups.group'>; person_id: Id<'people.person'> },
  is_shown: boolean,
): Promise<void> {
  await tx
    .updateTable('groups.organiser')
    .set({ is_shown })
    .where('group_id', '=', group_id)
    .where('person_id', '=', person_id)
    .execute();
}
