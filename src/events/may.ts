// Who may do what with an evening: laws of one line each.
import { mayOrganise, type Role } from '#groups';
import type { EventState } from './rules.ts';

/** Drafts are for organisers; everything else is public. */
export const maySeeEvent = (role: Role | null, state: EventState): boolean => state !== 'draft' || mayOrganise(role);

export const mayEditEvent = (role: Role | null): boolean => mayOrganise(role);

/** Names and addresses of guests: organisers. */
export const maySeeGuests = (role: Role | null): boolean => mayOrganise(role);
