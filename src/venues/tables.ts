// The tables of this room as types, and the questions a venue answers.
import type { ColumnType } from 'kysely';
import type { Id } from '#kit/id.ts';

/** What people ask before they come (practice.md INCL-4, §5.5), each answered with yes, no, or not yet. */
export const accessFacts = [
  'step_free',
  'accessible_toilet',
  'all_gender_toilet',
  'hearing_loop',
  'quiet_room',
  'nursing_room',
  'reserved_seats',
  'service_animals',
  'no_id',
  'parking',
  'transit',
] as const;
export type AccessFact = (typeof accessFacts)[number];
export type Access = Record<string, 'yes' | 'no'>;

/** How one gets in (practice.md DOOR-4), in the order one needs it; `note` is several lines. */
export const arrivalLines = [
  'transit',
  'earliest',
  'entrance',
  'bell',
  'id_check',
  'floor',
  'leaving',
  'last_train',
  'note',
] as const;
export type ArrivalLine = (typeof arrivalLines)[number];
export type Arrival = Record<string, string>;

declare module '#kit/tables.ts' {
  interface Tables {
    'venues.venue': {
      venue_id: Id<'venues.venue'>;
      slug: string;
      name: string;
      address: string;
      city: string;
      zone: string;
      latitude: number | null;
      longitude: number | null;
      capacity: number | null;
      arrival: ColumnType<Arrival, string, string>;
      access: ColumnType<Access, string, string>;
      access_note: string;
      contact_name: string;
      contact_reach: string;
      contact_until: Date | null;
      name_key: string;
      city_key: string;
      search_key: string;
      made_at: Date;
      changed_at: Date;
    };
    'venues.caretaker': { venue_id: Id<'venues.venue'>; person_id: Id<'people.person'>; since: Date };
    'venues.used': {
      group_id: Id<'groups.group'>;
      venue_id: Id<'venues.venue'>;
      used_at: Date;
      card: ColumnType<Record<string, unknown>, string, string>;
    };
  }
}
