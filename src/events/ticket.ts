// Tickets: what a seat is shown with at the door, as a signed slip that a phone can check without a network.
import type { Id } from '#kit/id.ts';
import { signSlip, slipKey } from '#kit/sign-slip.ts';
import type { EventKey } from './take-seats.ts';

const TICKET = 'events.ticket';

/** The text of somebody's ticket for an evening, to be drawn as a code. `party`: how many it is for. */
export function ticketFor(
  secret: string,
  { event_id }: Pick<EventKey, 'event_id'>,
  person_id: Id<'people.person'>,
  party: number,
): string {
  return signSlip(secret, TICKET, event_id, person_id, party);
}

/** What tickets of this server are checked with: public, URL-safe base64. */
export function ticketKey(secret: string): string {
  return slipKey(secret, TICKET);
}
