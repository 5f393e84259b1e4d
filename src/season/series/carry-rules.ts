// What a change to one evening of a series means for another: carried where the series has its say, left where somebody had
// changed it there. Times are times on the place's clock. Pure.
import type { Event, EventDraft } from '#events';
import { type Instant, instantOf, resolveLocal, Temporal, wallClock } from '#kit/time.ts';
import type { Pattern } from '../pattern.ts';

/** An evening as far from its own day: what two evenings of a series can have in common. */
export type Shape = {
  title: string;
  about: string;
  place: { name: string; address: string; venue_id: string | null };
  arrival: string;
  door_number: string;
  kind: Event['kind'];
  online_url: string | null;
  room_capacity: number | null;
  plus_ones: number;
  money: { posture: Event['posture']; note: string };
  zone: string;
  starts: string;
  /** On the clock, from beginning to end. */
  minutes: number;
  /** Days before the evening's own day, and the time of the clock there. */
  opens: { days: number; time: string };
  /** Real minutes before the beginning. */
  closes: number;
};
export type Part = keyof Shape;

/** What of a series' evening was changed: the parts that differ, as they are now. */
export type Change = Partial<Shape>;

/** An evening without its day. */
export function shapeOf(event: Event): Shape {
  const starts = wallClock(instantOf(event.starts_at), event.zone);
  const ends = wallClock(instantOf(event.ends_at), event.zone);
  const opens = wallClock(instantOf(event.opens_at), event.zone);
  return {
    title: event.title,
    about: event.about,
    place: { name: event.place_name, address: event.place_address, venue_id: event.venue_id },
    arrival: event.place_arrival,
    door_number: event.door_number,
    kind: event.kind,
    online_url: event.online_url,
    room_capacity: event.room_capacity,
    plus_ones: event.plus_ones,
    money: { posture: event.posture, note: event.posture_note },
    zone: event.zone,
    starts: starts.time,
    minutes: plain(starts).until(plain(ends)).total('minutes'),
    opens: { days: Temporal.PlainDate.from(opens.date).until(starts.date).days, time: opens.time },
    closes: Math.round((event.starts_at.getTime() - event.closes_at.getTime()) / 60_000),
  };
}

type Says = { title: string; about: string; pattern: Pattern };

/** What a series says of each of its evenings. `zone` is the group's, for a pattern without one. */
export function saidBy({ title, about, pattern }: Says, zone: string): Shape {
  return {
    title,
    about,
    place: { name: pattern.place_name, address: pattern.place_address, venue_id: pattern.venue_id },
    arrival: pattern.place_arrival,
    door_number: '',
    kind: pattern.kind,
    online_url: pattern.online_url,
    room_capacity: pattern.room_capacity,
    plus_ones: pattern.plus_ones,
    money: { posture: pattern.posture, note: pattern.posture_note },
    zone: pattern.zone ?? zone,
    starts: pattern.starts,
    minutes: pattern.minutes,
    opens: { days: pattern.opens_days, time: pattern.opens ?? pattern.starts },
    closes: pattern.closes_hours * 60,
  };
}

/** The parts in which `after` is another evening than `before`. */
export function changeOf(before: Shape, after: Shape): Change {
  return Object.fromEntries(
    partsOf(before)
      .filter((part) => !same(before[part], after[part]))
      .map((part) => [part, after[part]]),
  );
}

/** A series that says from now on what was changed. */
export function nowSays({ title, about, pattern }: Says, change: Change): Says {
  const {
    place,
    money,
    opens,
    closes,
    arrival,
    title: other = title,
    about: text = about,
    door_number: _,
    ...rest
  } = change;
  return {
    title: other,
    about: text,
    pattern: {
      ...pattern,
      ...rest,
      ...(place && { place_name: place.name, place_address: place.address, venue_id: place.venue_id }),
      ...(arrival !== undefined && { place_arrival: arrival }),
      ...(money && { posture: money.posture, posture_note: money.note }),
      ...(opens && { opens_days: Math.min(365, Math.max(0, opens.days)), opens: opens.time }),
      ...(closes !== undefined && { closes_hours: Math.min(72, Math.max(0, Math.round(closes / 60))) }),
    },
  };
}

export type Carried = {
  /** The evening with what is carried to it; null where there is nothing to write. */
  draft: EventDraft | null;
  /** What is carried. */
  parts: Part[];
  /** What was changed on this evening itself, and stays. */
  kept: Part[];
};

/**
 * Carries `change` to `other`. A part moves along while it is still what the series says (`says`) or what the changed evening
 * said before (`before`). Sign-up that has opened is not opened again; a time that would have passed, or a sign-up that would
 * close before it opens, stays as it was and is told.
 */
export function carry(other: Event, change: Change, says: Shape, before: Shape, now: Instant): Carried {
  const mine = shapeOf(other);
  const wanted = partsOf(change).filter((part) => !same(mine[part], change[part]));
  const isFree = (part: Part) => same(mine[part], says[part]) || same(mine[part], before[part]);
  const kept = wanted.filter((part) => !isFree(part));
  let parts = wanted.filter(isFree).filter((part) => part !== 'opens' || other.opened_at === null);
  const isLate = (draft: EventDraft) => draft.starts_at.getTime() <= now.epochMilliseconds;
  const isAskew = (draft: EventDraft) => draft.opens_at >= draft.closes_at;
  const without = (...gone: Part[]) => {
    kept.push(...parts.filter((part) => gone.includes(part)));
    parts = parts.filter((part) => !gone.includes(part));
  };
  if (isLate(draftOf(other, parts, change))) without('starts', 'zone');
  if (isAskew(draftOf(other, parts, change))) without('opens', 'closes');
  if (isAskew(draftOf(other, parts, change))) without('starts', 'zone');
  return { draft: parts.length > 0 ? draftOf(other, parts, change) : null, parts, kept };
}

function draftOf(other: Event, parts: readonly Part[], change: Change): EventDraft {
  const now: Shape = { ...shapeOf(other), ...Object.fromEntries(parts.map((part) => [part, change[part]])) };
  const { date } = wallClock(instantOf(other.starts_at), other.zone);
  const has = (...some: Part[]) => some.some((part) => parts.includes(part));
  const starts_at = has('starts', 'zone') ? onClock(date, now.starts, now.zone) : instantOf(other.starts_at);
  const ends = plain({ date, time: now.starts }).add({ minutes: now.minutes });
  const ends_at = has('starts', 'zone', 'minutes')
    ? onClock(ends.toPlainDate().toString(), clockOf(ends), now.zone)
    : instantOf(other.ends_at);
  const opens = Temporal.PlainDate.from(date).subtract({ days: now.opens.days }).toString();
  const opens_at = has('opens', 'zone') ? onClock(opens, now.opens.time, now.zone) : instantOf(other.opens_at);
  const closes_at = starts_at.subtract({ minutes: now.closes });
  return {
    title: now.title,
    about: now.about,
    place_name: now.place.name,
    place_address: now.place.address,
    place_arrival: now.arrival,
    door_number: now.door_number,
    kind: now.kind,
    online_url: now.online_url,
    room_capacity: now.room_capacity,
    // Seats offered are changed at the desk alone.
    cap: null,
    plus_ones: now.plus_ones,
    posture: now.money.posture,
    posture_note: now.money.note,
    zone: now.zone,
    starts_at: dateOf(starts_at),
    ends_at: dateOf(ends_at),
    opens_at: dateOf(opens_at),
    closes_at: dateOf(closes_at),
  };
}

function partsOf(shape: Change): Part[] {
  return Object.keys(shape) as Part[];
}

function same(a: unknown, b: unknown): boolean {
  // A venue is the same one also after it was described anew: evenings follow it, and a series' own copy of its name does not.
  if (isAtVenue(a) && isAtVenue(b)) return a.venue_id === b.venue_id;
  return JSON.stringify(a) === JSON.stringify(b);
}

function isAtVenue(part: unknown): part is { venue_id: string } {
  return typeof part === 'object' && part !== null && 'venue_id' in part && typeof part.venue_id === 'string';
}

function plain({ date, time }: { date: string; time: string }): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(`${date}T${time}`);
}

function clockOf(at: Temporal.PlainDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The later side of a gap, the first of two: nobody is there to be asked. */
function onClock(day: string, time: string, zone: string): Instant {
  const found = resolveLocal(day, time, zone);
  if (found.kind === 'once') return found.instant;
  return found.kind === 'twice' ? found.first : found.after;
}

function dateOf(instant: Instant): Date {
  return new Date(instant.epochMilliseconds);
}
