// The door of the room.

import type { Id } from '#kit/id.ts';
import type { Room } from '#kit/room.ts';
import { claimGroup } from './claim-group.ts';
import { importGroups } from './import-file/import-groups.ts';
import { readGroups } from './import-file/read-groups.ts';
import { teamMails } from './mails/team-mails.ts';
import { erasePerson, exportPerson, warnLastOwner } from './reactions.ts';
import { routes } from './routes.ts';
import { settleIn } from './settle-in.ts';
import { sweepInvitations } from './sweep.ts';
import type { Group, Role } from './tables.ts';

/** What panels on a group's page are told. */
type PageAbout = { group: Group; role: Role | null; person_id: Id<'people.person'> | null };

declare module '#kit/panels.ts' {
  interface PanelPlaces {
    /** In the main column of a group's page, for everybody. */
    'groups.page': PageAbout;
    /** Above it, for the team alone. The first is the one clear next step. */
    'groups.organiser': PageAbout;
    /** Below the settings of a group, for the team alone. */
    'groups.settings': { group: Group; role: Role };
  }
}

export const groupsRoom: Room = {
  name: 'groups',
  says: 'User groups: their page, their people, who runs them, and how they treat each other.',
  routes,
  mails: teamMails,
  workers: { 'groups.sweep': (ground) => () => sweepInvitations(ground) },
  crons: { 'groups.sweep': '37 2 * * *' },
};

/** Adds a line to a group's log, in the transaction of what it tells. */
export { audit } from './audit.ts';
/** Founds a group and makes its founder owner and member; refuses a second one of the same name close by. */
export { foundGroup } from './found-group.ts';
/** Reads a list of groups (CSV, JSON) and brings it in: unclaimed groups, each the same one however often its row comes. */
export const groupList = { read: readGroups, bringIn: importGroups } as const;
export type { GroupRow } from './import-file/read-groups.ts';
/** The zone of a town or an address, as far as its town is known here. */
export { zoneOfPlace } from './import-file/towns.ts';
/** Makes somebody a member; once more changes nothing. */
export { joinGroup } from './join-group.ts';
/** The laws: who writes for the group, who is of the team at all, and who may take it away. */
export { mayDoor, mayOrganise, mayOwn } from './may.ts';
/** The panel on a person's own page: their groups, with the role they have in each. */
export { myGroups } from './my-groups.tsx';
/** This room's URLs. */
export { groupPaths } from './paths.ts';
/** A group by its address; the same for the team alone; whom to mail. */
export { groupBySlug, groupForOrganiser, membersToTell } from './queries.ts';
/** What this room does when a person wants their data, thinks about leaving, or leaves. */
export const groupReactions = { exportPerson, warnLastOwner, erasePerson } as const;
/** What a made-up town does in one go: a group's mark, conduct and helpers; somebody says that a listed group is theirs. */
export const townVerbs = { settleIn, claimGroup } as const;
/** The door of the team's own pages: signed out, one is asked to sign in first. */
export { backRoom } from './routes/back-room.ts';
/** A group, narrow: what every page that shows it needs. */
export type { Group, MailKind, Role } from './tables.ts';
/** Who runs a group, owners first. */
export { teamOf } from './team.ts';
/** What of this room goes along when a group leaves. */
export { groupTravels } from './travels.ts';
/** Where one click stops one kind of mail of one group to one person. */
export { unsubscribeLink } from './unsubscribe.ts';
