// When the building list is due, and when those who came to it later are. Pure.
import type { Instant } from '#kit/time.ts';

const HOUR = 3_600_000;
/** Names as on an identity card, and who stood on a list, are forgotten so long after the evening (practice.md DOOR-1). */
export const LIST_KEPT_DAYS = 7;
/** Somebody at an entrance gets a mail for those who came later at most this often. */
const DELTA_HOURS = 1;

type Facts = { starts_at: Date; lead_hours: number; last_at: Date | null };

/** Whether a list is to leave now: the first at its lead time, later ones an hour apart, none once the evening has begun. */
export function isListDue({ starts_at, lead_hours, last_at }: Facts, now: Instant): boolean {
  const at = now.epochMilliseconds;
  if (at >= starts_at.getTime()) return false;
  if (last_at) return at >= last_at.getTime() + DELTA_HOURS * HOUR;
  return at >= starts_at.getTime() - lead_hours * HOUR;
}

/** What a list is sorted by: the last word of a name, or the first. */
export function sortKey(name: string, by_last_name: boolean): string {
  const words = name.trim().split(/\s+/);
  return by_last_name ? [words.at(-1), ...words.slice(0, -1)].join(' ') : words.join(' ');
}
