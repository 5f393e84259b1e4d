// An evening of a series as its day makes it: the pattern's times on that day's wall clock. Pure.
import type { EventDraft } from '#events';
import { type Instant, resolveLocal, Temporal } from '#kit/time.ts';
import type { Pattern } from '../pattern.ts';

/** Whatever a series says of each of its evenings. */
export type SeriesSays = { title: string; about: string; pattern: Pattern };

/**
 * The draft for `day`. The place's clock stays: 18:00 is 18:00 in summer and in winter. Nobody is there to be asked about a
 * time the clock jumps over or strikes twice, so the later side of a gap is taken, and the first of two.
 */
export function draftOn({ title, about, pattern }: SeriesSays, day: string, group_zone: string): EventDraft {
  const zone = pattern.zone ?? group_zone;
  const starts = Temporal.PlainDateTime.from(`${day}T${pattern.starts}`);
  const ends = starts.add({ minutes: pattern.minutes });
  const opens = starts.toPlainDate().subtract({ days: pattern.opens_days }).toString();
  const starts_at = onClock(day, pattern.starts, zone);
  const closes_at = starts_at.subtract({ hours: pattern.closes_hours });
  const opens_at = onClock(opens, pattern.opens ?? pattern.starts, zone);
  // A sign-up that would close before it opens is open for its last hour at least.
  const latest = closes_at.subtract({ hours: 1 });
  return {
    title,
    about,
    zone,
    kind: pattern.kind,
    place_name: pattern.place_name,
    place_address: pattern.place_address,
    place_arrival: pattern.place_arrival,
    online_url: pattern.online_url,
    room_capacity: pattern.room_capacity,
    cap: pattern.cap ?? pattern.room_capacity,
    plus_ones: pattern.plus_ones,
    posture: pattern.posture,
    posture_note: pattern.posture_note,
    starts_at: dateOf(starts_at),
    ends_at: dateOf(onClock(ends.toPlainDate().toString(), ends.toPlainTime().toString().slice(0, 5), zone)),
    opens_at: dateOf(Temporal.Instant.compare(opens_at, latest) > 0 ? latest : opens_at),
    closes_at: dateOf(closes_at),
  };
}

function onClock(day: string, time: string, zone: string): Instant {
  const found = resolveLocal(day, time, zone);
  if (found.kind === 'once') return found.instant;
  return found.kind === 'twice' ? found.first : found.after;
}

function dateOf(instant: Instant): Date {
  return new Date(instant.epochMilliseconds);
}
