// Who may see an evening: a law of one line.
import { mayOrganise, type Role } from '#groups';
import type { EventState } from './rules.ts';

/** Drafts are for organisers; everything else is public. */
export const maySeeEvent = (role: Role | null, state: EventState): boolean => state !== 'draft' || mayOrganise(role);
