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

export { audit } from './audit.ts';
export { foundGroup } from './found-group.ts';
export { importGroup } from './import-group.ts';
export { joinGroup } from './join-group.ts';
export { mayDoor, mayOrganise, mayOwn } from './may.ts';
export { GroupHead } from './pages/group-head.tsx';
export { groupPaths } from './paths.ts';
/** The group at an address, also at an old one (`slug` is then another); `undefined` when there is none. */
export { groupBySlug, groupForOrganiser, membersToTell, roleIn } from './queries.ts';
/** What this room does when a person wants their data, thinks about leaving, or leaves. */
export { erasePerson, exportPerson, groupReactions, warnLastOwner } from './reactions.ts';
/** A group, narrow: what every page that shows it needs. */
export type { Group, Role } from './tables.ts';
export { unsubscribeLink } from './unsubscribe.ts';
