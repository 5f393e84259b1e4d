// The door of the room.

import type { Id } from '#kit/id.ts';
import type { Room } from '#kit/room.ts';
import { teamMails } from './mails/team-mails.ts';
import { routes } from './routes.ts';
import type { Group, Role } from './tables.ts';

/** What panels on a group's page are told. */
type PageAbout = { group: Group; role: Role | null; person_id: Id<'people.person'> | null };

declare module '#kit/panels.ts' {
  interface PanelPlaces {
    /** In the main column of a group's page, for everybody. */
    'groups.page': PageAbout;
    /** Above it, for the team alone. The first is the one clear next step. */
    'groups.organiser': PageAbout;
  }
}

export const groupsRoom: Room = {
  name: 'groups',
  says: 'User groups: their page, their people, who runs them, and how they treat each other.',
  routes,
  mails: teamMails,
};

/** Adds a line to a group's log, in the transaction of what it tells. */
export { audit } from './audit.ts';
/** Somebody says that a listed group is theirs; the keeper answers. */
export { claimGroup } from './claim-group.ts';
/** Founds a group and makes its founder owner and member; refuses a second one of the same name close by. */
export { foundGroup } from './found-group.ts';
/** Reads a list of groups (CSV, JSON) and brings it in: unclaimed groups, each the same one however often its row comes. */
export { importGroups } from './import-file/import-groups.ts';
export { type GroupRow, readGroups } from './import-file/read-groups.ts';
/** Makes somebody a member; once more changes nothing. */
export { joinGroup } from './join-group.ts';
/** The law: owners and organisers write for the group. */
export { mayOrganise } from './may.ts';
/** This room's URLs. */
export { groupPaths } from './paths.ts';
/** A group by its address; the same for the team alone; whom to mail; a person's role. */
export { groupBySlug, groupForOrganiser, membersToTell, roleIn } from './queries.ts';
/** What this room does when a person wants their data, thinks about leaving, or leaves. */
export { erasePerson, exportPerson, warnLastOwner } from './reactions.ts';
/** A new group's mark, code of conduct and helpers, in one go. */
export { settleIn } from './settle-in.ts';
/** A group, narrow: what every page that shows it needs. */
export type { Group, Role } from './tables.ts';
/** Where one click stops one kind of mail of one group to one person. */
export { unsubscribeLink } from './unsubscribe.ts';
