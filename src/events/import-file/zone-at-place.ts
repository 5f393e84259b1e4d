// In which zone an imported evening is shown: its clock must say what was announced.
import { Temporal } from '#kit/time.ts';

/**
 * The group's own zone when its clock was `offset_minutes` ahead of UTC then; otherwise (the group has moved since) the
 * zone of just that distance, where there is one with a whole number of hours.
 */
export function zoneAtPlace(zone: string, event: { starts_at: Date; offset_minutes: number }): string {
  const then = Temporal.Instant.fromEpochMilliseconds(event.starts_at.getTime()).toZonedDateTimeISO(zone);
  const hours = event.offset_minutes / 60;
  if (then.offsetNanoseconds / 60e9 === event.offset_minutes || !Number.isInteger(hours)) return zone;
  return fixedZone(hours);
}

/** `Etc/GMT-2` is two hours ahead: the names' signs are the wrong way round (POSIX). */
export function fixedZone(hours: number): string {
  if (hours === 0) return 'Etc/GMT';
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
