// How an evening's time and place are said.
import { instantOf, saySpan, sayTime } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import type { Event } from './queries.ts';
import type { Kind } from './tables.ts';
import type { Say } from './words.ts';

type When = { starts_at: Date; ends_at: Date; zone: string };
type Where = { kind: Kind; place_name: string };

/** `Wednesday, 9 December 2026` */
export function sayDay({ starts_at, zone }: When, lang: Lang): string {
  return sayTime(instantOf(starts_at), zone, lang, 'day');
}

/** `18:00–20:00`, on the place's clock. */
export function sayHours({ starts_at, ends_at, zone }: When, lang: Lang): string {
  return saySpan(instantOf(starts_at), instantOf(ends_at), zone, lang);
}

/** `Wednesday, 9 December 2026, 18:00–20:00` */
export function sayWhen(event: When, lang: Lang): string {
  return `${sayDay(event, lang)}, ${sayHours(event, lang)}`;
}

/** `Tuesday, 8 December, 18:00`, on the evening's clock. */
export function sayMoment(at: Date, { zone }: Pick<When, 'zone'>, lang: Lang): string {
  return sayTime(instantOf(at), zone, lang, 'moment');
}

/** Where it is, in a few words: the place, online, or both. */
export function sayWhere({ kind, place_name }: Where, t: Say): string {
  if (kind === 'online') return t('where.online');
  const place = place_name || t('where.unknown');
  return kind === 'both' ? t('where.both', { place }) : place;
}

/** How to get in, line by line: what the venue says, and what organisers wrote for this evening. Empty when nobody did. */
export function arrivalOf({ venue_told, place_arrival }: Pick<Event, 'venue_told' | 'place_arrival'>): string {
  return [venue_told?.arrival, place_arrival.trim()].filter(Boolean).join('\n');
}
