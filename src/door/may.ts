// Who may do what at the door: laws of one line each. A phone that was paired may work one door, and nothing else.
import { mayDoor, mayOrganise, type Role } from '#groups';

/** Sees how many are in, and works the door on their own phone: everybody in the team. */
export const mayWork = (role: Role | null): boolean => mayDoor(role);

/** Lets other phones in and takes that back, and takes the names along on paper: organisers. */
export const mayPair = (role: Role | null): boolean => mayOrganise(role);
