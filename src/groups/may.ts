// Who may do what in a group: laws of one line each. `null` is somebody with no role there.
import type { Role } from './tables.ts';

/** Takes or gives the group away: hands it over, makes and unmakes owners. */
export const mayOwn = (role: Role | null): boolean => role === 'owner';

/** Writes for the group: settings, evenings, members' list, audit. */
export const mayOrganise = (role: Role | null): boolean => role === 'owner' || role === 'organiser';

/** Works the door: sees who is expected tonight. */
export const mayDoor = (role: Role | null): boolean => role !== null;

/** Asks somebody into the team: owners for any role, organisers for the door. */
export const mayInvite = (role: Role | null, invited: Role): boolean =>
  mayOwn(role) || (mayOrganise(role) && invited === 'door');

/** Changes or ends somebody else's role: owners everybody's, organisers that of people at the door. */
export const mayChangeRole = (role: Role | null, from: Role, to: Role | null): boolean =>
  mayOwn(role) || (mayOrganise(role) && from === 'door' && (to === 'door' || to === null));

/** Says that an imported group is theirs: anybody signed in, while nobody looks after it. */
export const mayClaim = (state: 'active' | 'unclaimed'): boolean => state === 'unclaimed';
