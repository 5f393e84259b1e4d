// The form of an evening as its page shows it: what stands in the fields, and what is wrong with them in words.
import type { Values } from '#kit/form.ts';
import { type Instant, instantOf, shiftDays, wallClock } from '#kit/time.ts';
import { fieldErrors } from '#ui/form-words.ts';
import type { VenueCard } from '#venues';
import type { Event } from './queries.ts';
import { OPENS_DAYS_BEFORE, stateAt } from './rules.ts';
import { words } from './words.ts';

/** Field errors of the evening's form: the shared ones, and this room's about its four times. */
export function eventErrors(
  lang: Parameters<typeof words>[0],
  errors: Parameters<typeof fieldErrors>[1],
): Record<string, string> {
  const t = words(lang);
  const own = {
    'events.opens_after_start': t('refused.opens_after_start'),
    'events.closes_before_opening': t('refused.closes_before_opening'),
  };
  return Object.fromEntries(
    Object.entries(fieldErrors(lang, errors)).map(([field, said]) => [field, own[said as keyof typeof own] ?? said]),
  );
}

/** An evening as the fields of its form. */
export function formOf(event: Event): Values {
  const starts = wallClock(instantOf(event.starts_at), event.zone);
  const opens = wallClock(instantOf(event.opens_at), event.zone);
  return {
    title: event.title,
    day: starts.date,
    starts: starts.time,
    ends: wallClock(instantOf(event.ends_at), event.zone).time,
    zone: event.zone,
    kind: event.kind,
    venue: event.venue_id ?? '',
    place_name: event.place_name,
    place_address: event.place_address,
    place_arrival: event.place_arrival,
    door_number: event.door_number,
    online_url: event.online_url ?? '',
    room_capacity: event.room_capacity === null ? '' : String(event.room_capacity),
    plus_ones: String(event.plus_ones),
    posture: event.posture,
    posture_note: event.posture_note,
    opens_day: opens.date,
    opens: opens.time,
    closes_hours: String(Math.round((event.starts_at.getTime() - event.closes_at.getTime()) / 3_600_000)),
    about: event.about,
  };
}

/**
 * What was sent, with sign-up opening two weeks before the new day when it did so before the old one and nobody touched it:
 * an evening that moves takes its opening along, as long as it has not opened.
 */
export function withUsualOpening(body: unknown, event: Event, now: Instant): unknown {
  const sent = { ...(body as Record<string, unknown> | undefined) };
  const { opens_day, opens } = formOf(event);
  const usual = shiftDays(instantOf(event.starts_at), -OPENS_DAYS_BEFORE, event.zone);
  const isUsual = event.opens_at.getTime() === usual.epochMilliseconds;
  const isAhead = event.opens_at.getTime() > now.epochMilliseconds && event.opened_at === null;
  if (!isUsual || !isAhead || sent.opens_day !== opens_day || sent.opens !== opens) return body;
  return { ...sent, opens_day: '', opens: '' };
}

/**
 * What was sent, without how many the last house holds when the evening goes to another one and nobody touched that number:
 * then the venue says it. Kept where a place that was typed turns out to be a venue that does not say.
 */
export function withRoomOf(
  body: unknown,
  event: Event,
  venue: Pick<VenueCard, 'venue_id' | 'capacity'> | null,
): unknown {
  const sent = { ...(body as Record<string, unknown> | undefined) };
  const { room_capacity } = formOf(event);
  const isElsewhere = (venue?.venue_id ?? null) !== event.venue_id;
  if (!isElsewhere || sent.room_capacity !== room_capacity || sent.place_name === undefined) return body;
  const isSameHouse = venue === null ? sent.place_name === event.place_name : event.venue_id === null;
  if (isSameHouse && (venue?.capacity ?? null) === null) return body;
  return { ...sent, room_capacity: '' };
}

/** While an evening goes on its start may stand, although it has passed; a new start may not be in the past. */
export function earliestStart(event: Event, now: Instant): Instant {
  return stateAt(event, now) === 'live' ? instantOf(event.starts_at).subtract({ minutes: 1 }) : now;
}
