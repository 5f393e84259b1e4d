// Whom a phone at the door knows: names, how many, where they stand. No addresses.
import { type EventKey, expectedGuests, hasSeat } from '#events';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Stand } from './verdict-rules.ts';

/** As it travels: a list for each, because there may be thousands. */
export type GuestRow = [person_id: Id<'people.person'>, name: string, party: number, stand: Stand];

/** What is re-sent so that nothing written meanwhile is missed: no transaction here lasts longer. */
const OVERLAP_SECONDS = 60;

/** Everybody an evening's door may meet; with `since` those whose stand changed since, and some from shortly before. One statement. */
export async function guestRows(db: Db | Tx, event: EventKey, since: Date | null): Promise<GuestRow[]> {
  const from = since && new Date(since.getTime() - OVERLAP_SECONDS * 1000);
  const guests = await expectedGuests(db, event, from);
  return guests.map(({ person_id, name, party, state }) => [person_id, name, party, standOf(state)]);
}

function standOf(state: Parameters<typeof hasSeat>[0]): Stand {
  if (hasSeat(state)) return 'seat';
  if (state === 'waitlisted' || state === 'offered') return 'waits';
  return state === 'released' ? 'gave_back' : 'none';
}
