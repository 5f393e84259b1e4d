// Tickets: what a seat is shown with at the door, as a signed slip that a phone can check without a network.
import type { EventKey } from '#events';
import type { Id } from '#kit/id.ts';
import { signSlip } from '#kit/sign-slip.ts';

/** What tickets are signed for. */
export const TICKET = 'events.ticket';

/** The text of somebody's ticket for an evening. `party`: how many it is for. */
export function ticketFor(secret: string, event: EventKey, person_id: Id<'people.person'>, party: number): string {
  return signSlip(secret, TICKET, event.event_id, person_id, party);
}
