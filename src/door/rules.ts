// When the door of an evening may be worked, how long its codes and phones hold, when the room is nearly full. Pure.
import type { Instant } from '#kit/time.ts';

const HOUR = 3_600_000;
/** Phones are paired while there is a network: from three days before. */
const OPENS_HOURS = 72;
/** What nobody sent on the night can still be sent the next morning. */
const SHUTS_HOURS = 12;
/** Long enough to walk to the other entrance with it. */
export const CODE_MINUTES = 10;
/** What the phones saw, and which phones they were, is forgotten so long after the evening. */
export const KEPT_DAYS = 14;
/** Where the count gets loud (practice.md DOOR-2). */
const LOUD = 0.95;
/** Guests may ring from two hours before (practice.md DOOR-3). */
const OUTSIDE_HOURS = 2;

type Evening = { stage: string; starts_at: Date; ends_at: Date };
export type DoorRefusal = 'door.no_evening' | 'door.too_early' | 'door.over';

/** Why nobody can work this door now, or null. */
export function refuseDoor({ stage, starts_at, ends_at }: Evening, now: Instant): DoorRefusal | null {
  const at = now.epochMilliseconds;
  if (stage === 'draft' || stage === 'cancelled') return 'door.no_evening';
  if (at < starts_at.getTime() - OPENS_HOURS * HOUR) return 'door.too_early';
  return at >= shutsAt({ ends_at }).getTime() ? 'door.over' : null;
}

/** When phones of this door are of no use any more. */
export function shutsAt({ ends_at }: Pick<Evening, 'ends_at'>): Date {
  return new Date(ends_at.getTime() + SHUTS_HOURS * HOUR);
}

/** Whether a guest in front of a locked entrance may ring. */
export function mayRing({ stage, starts_at, ends_at }: Evening, now: Instant): boolean {
  const at = now.epochMilliseconds;
  const isOn = stage === 'open' || stage === 'closed';
  return isOn && at >= starts_at.getTime() - OUTSIDE_HOURS * HOUR && at < ends_at.getTime();
}

/** How full the room is: `loud` from 95 % of what it may hold, `full` when nobody more may come in. */
export function fullness(heads: number, room_capacity: number | null): 'fine' | 'loud' | 'full' {
  if (room_capacity === null) return 'fine';
  if (heads >= room_capacity) return 'full';
  return heads >= LOUD * room_capacity ? 'loud' : 'fine';
}
