// What a phone says about a ticket or a name: one loud word, and why. The same in the browser and on the server. Pure.
import type { Book } from './merge-rules.ts';

/** Where a guest stands, as the door needs to know it. */
export type Stand = 'seat' | 'waits' | 'gave_back' | 'none';
export type DoorGuest = { person_id: string; name: string; party: number; stand: Stand };

export type Verdict =
  /** Let them in: so many of the party are not in yet, and still fit. `is_new`: a true ticket of somebody this phone has not heard of. */
  | { is: 'welcome'; person_id: string; left: number; party: number; is_new: boolean }
  /** All of the party are in. */
  | { is: 'again'; person_id: string; at: number; device_id: string }
  /** No seat: waits for one, or gave it back. Whoever stands at the door decides. */
  | { is: 'no_seat'; person_id: string; stand: Stand }
  /** Nobody more may come in. */
  | { is: 'full' }
  /** A ticket, and not for tonight. */
  | { is: 'elsewhere' }
  /** Looks like a ticket, and we did not sign it. */
  | { is: 'forged' }
  /** A code of something else. */
  | { is: 'no_ticket' };

export type Door = {
  event_id: string;
  room_capacity: number | null;
  book: Book;
  guest(person_id: string): DoorGuest | undefined;
};

/** What a ticket says, and whether its signature is ours; null for a text that is none. */
export type SeenTicket = { event_id: string; person_id: string; party: number; is_ours: boolean } | null;

/** The verdict on a code in front of the camera. */
export function judgeTicket(door: Door, ticket: SeenTicket): Verdict {
  if (!ticket) return { is: 'no_ticket' };
  if (!ticket.is_ours) return { is: 'forged' };
  if (ticket.event_id !== door.event_id) return { is: 'elsewhere' };
  const known = door.guest(ticket.person_id);
  const guest = known ?? { person_id: ticket.person_id, name: '', party: ticket.party, stand: 'seat' as const };
  return judgeGuest(door, guest, known === undefined);
}

/** The verdict on somebody found by name. */
export function judgeGuest(door: Door, guest: DoorGuest, is_new = false): Verdict {
  const { person_id, stand } = guest;
  const arrival = door.book.arrival(person_id);
  const party = Math.max(guest.party, arrival?.scans[0]?.party ?? 0);
  const left = party - (arrival?.heads ?? 0);
  const first = arrival?.scans[0];
  if (left <= 0 && first) return { is: 'again', person_id, at: first.at, device_id: first.device_id };
  if (isFull(door)) return { is: 'full' };
  if (stand !== 'seat' && !arrival) return { is: 'no_seat', person_id, stand };
  // A party may be larger than what the room still holds.
  return { is: 'welcome', person_id, left: Math.min(left, roomLeft(door)), party, is_new };
}

/** The room's legal limit is the door's hard stop. */
export function isFull(door: Pick<Door, 'room_capacity' | 'book'>): boolean {
  return roomLeft(door) <= 0;
}

/** How many more may come in. */
export function roomLeft({ room_capacity, book }: Pick<Door, 'room_capacity' | 'book'>): number {
  return room_capacity === null ? Number.POSITIVE_INFINITY : room_capacity - book.heads();
}
