// What an evening needs to know of its venue, and what its guests are told. Pure.
import type { Row } from '#kit/tables.ts';
import { isLanguage } from '#kit/words.ts';
import { type Access, type Arrival, arrivalLines } from './tables.ts';
import { words } from './words.ts';

/** A venue without its contact: what may go out. */
export type VenueCard = Pick<
  Row<'venues.venue'>,
  | 'venue_id'
  | 'slug'
  | 'name'
  | 'address'
  | 'city'
  | 'zone'
  | 'latitude'
  | 'longitude'
  | 'capacity'
  | 'arrival'
  | 'access'
  | 'access_note'
>;

/** The columns of a `VenueCard`. */
export const cardColumns = [
  'venue_id',
  'slug',
  'name',
  'address',
  'city',
  'zone',
  'latitude',
  'longitude',
  'capacity',
  'arrival',
  'access',
  'access_note',
] as const;

/** What guests are told beside name and address; an evening keeps it. */
export type VenueTold = {
  slug: string;
  /** How to get in, line by line, in the evening's language. */
  arrival: string;
  access: Access;
  access_note: string;
  capacity: number | null;
};

/** What guests of an evening held in `language` are told. */
export function toldOf(card: VenueCard, language: string): VenueTold {
  const { slug, access, access_note, capacity } = card;
  return { slug, arrival: sayArrival(card.arrival, language), access, access_note, capacity };
}

/** `Entrance: the door under the clock`, a line for each question that has an answer. */
export function sayArrival(arrival: Arrival, language: string): string {
  const t = words(isLanguage(language) ? language : 'en');
  return arrivalLines
    .flatMap((line) => {
      const said = arrival[line];
      if (!said) return [];
      return line === 'note' ? [said] : [`${t(`arrival.${line}`)}: ${said}`];
    })
    .join('\n');
}

/** Street and city in one line; the city is not said twice. */
export function addressOf({ address, city }: Pick<VenueCard, 'address' | 'city'>): string {
  if (address.toLowerCase().includes(city.toLowerCase())) return address;
  return [address, city].filter(Boolean).join(', ');
}
