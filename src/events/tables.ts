// The tables of this room as types, and the words their columns may hold.

import type { ColumnType } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Generated } from '#kit/tables.ts';

export type Stage = 'draft' | 'announced' | 'open' | 'closed' | 'cancelled';
export type Kind = 'in_person' | 'online' | 'both';
export type Posture = 'free' | 'fee' | 'deposit' | 'elsewhere';
/** What becomes of a seat nobody confirms: nothing, it counts for less, or it goes to the waitlist after a second notice. */
export type Confirmation = 'off' | 'soft' | 'release';
/** Every way a person relates to an evening; `docs/words.md` says what each means. */
export type EnrolmentState =
  | 'entered'
  | 'interested'
  | 'offered'
  | 'going'
  | 'waitlisted'
  | 'released'
  | 'checked_in'
  | 'missed'
  | 'walked_in'
  | 'excused';
/** Through which door a change came. */
export type Via = 'page' | 'mail' | 'organiser' | 'waitlist' | 'clock' | 'door' | 'import' | 'erasure';

export const agendaTypes = [
  'doors',
  'welcome',
  'talk',
  'lightning',
  'sponsor_segment',
  'break',
  'workshop',
  'discussion',
  'unconference',
  'social',
  'other',
] as const;
export type AgendaType = (typeof agendaTypes)[number];

/** Whether the list at the door was kept for the whole door time (practice.md NUM-2). */
export const doorLists = ['yes', 'partly', 'no'] as const;
export type DoorList = (typeof doorLists)[number];
/** How much food was left (practice.md FOOD-1); `none_early`: it was gone too soon. */
export const foodsLeft = ['no_food', 'none_early', 'just_right', 'quarter', 'half'] as const;
export type FoodLeft = (typeof foodsLeft)[number];
/** Whom an organiser writes to. */
export type ToWhom = 'going' | 'waitlisted' | 'interested' | 'chosen';
/** Whose address an answer to what they wrote goes to. */
export const replyTargets = ['nobody', 'contact-1', 'contact-2', 'me'] as const;
export type ReplyTo = (typeof replyTargets)[number];

/** What guests were told of the venue (`VenueTold` of #venues), kept as it was. */
type Told = {
  slug: string;
  arrival: string;
  access: Record<string, 'yes' | 'no'>;
  access_note: string;
  capacity: number | null;
};

type Keys = { group_id: Id<'groups.group'>; event_id: Id<'events.event'> };

declare module '#kit/tables.ts' {
  interface Tables {
    'events.event': Keys & {
      slug: string;
      title: string;
      about: Generated<string>;
      language: string;
      stage: Generated<Stage>;
      kind: Generated<Kind>;
      starts_at: Date;
      ends_at: Date;
      zone: string;
      opens_at: Date;
      closes_at: Date;
      place_name: Generated<string>;
      place_address: Generated<string>;
      place_arrival: Generated<string>;
      door_number: Generated<string>;
      online_url: string | null;
      room_capacity: number | null;
      plus_ones: Generated<number>;
      posture: Generated<Posture>;
      posture_note: Generated<string>;
      confirmation: Generated<Confirmation>;
      sequence: Generated<number>;
      created_by: Id<'people.person'> | null;
      created_at: Date;
      announced_at: Date | null;
      opened_at: Date | null;
      cancelled_at: Date | null;
      cancelled_why: Generated<string>;
      source: string | null;
      source_key: string | null;
      source_url: string | null;
      past_going: number | null;
      past_waiting: number | null;
      /** By a complete door list; null for every other evening. */
      came: number | null;
      /** Where it is held, when that is a venue that stands here; name and address are copied. */
      venue_id: Id<'venues.venue'> | null;
      venue_told: ColumnType<Told | null, string | null | undefined, string | null>;
    };
    'events.tally': Keys & {
      class: Generated<string>;
      cap: number;
      taken: Generated<number>;
      waiting: Generated<number>;
      next_place: Generated<number>;
    };
    'events.enrolment': Keys & {
      person_id: Id<'people.person'>;
      class: Generated<string>;
      state: EnrolmentState;
      party: Generated<number>;
      place: number | null;
      /** A seat given back after the cut-off. */
      late: Generated<boolean>;
      /** Of somebody in the room without a seat: where they stood before, and with which place in line. */
      came_from: EnrolmentState | null;
      came_place: number | null;
      /** In line or asked: they want to be asked before a seat is theirs. */
      ask_first: Generated<boolean>;
      /** Until when an offered seat is kept for them. */
      offered_until: Date | null;
      /** They let one offer pass. */
      passed: Generated<boolean>;
      via: Via;
      asked_at: Date;
      changed_at: Date;
      conduct_version: number | null;
      typed_name: string | null;
      confirmed_at: Date | null;
    };
    'events.unlisted': Keys & {
      /** Of a person who is no more, or of a sign-up from elsewhere. */
      guest_id: string;
      unlisted_at: Date;
    };
    'events.hold': Keys & {
      person_id: Id<'people.person'>;
      party: Generated<number>;
      until: Date;
    };
    'events.enrolment_log': Keys & {
      log_id: Id<'events.enrolment_log'>;
      person_id: Id<'people.person'>;
      actor_id: Id<'people.person'> | null;
      from_state: EnrolmentState | null;
      to_state: EnrolmentState;
      party: number;
      via: Via;
      at: Date;
      late: Generated<boolean>;
      confirmed: Generated<boolean>;
    };
    'events.message': Keys & {
      message_id: Id<'events.message'>;
      written_by: Id<'people.person'> | null;
      written_at: Date;
      to_whom: ToWhom;
      reply_to: ReplyTo;
      subject: string;
      words: string;
      told: number;
    };
    'events.agenda_item': Keys & {
      item_id: Id<'events.agenda_item'>;
      position: number;
      starts_at: Date;
      minutes: number | null;
      type: AgendaType;
      title: string;
      who: Generated<string>;
      note: Generated<string>;
      slides_url: string | null;
    };
    'events.morning_after': Keys & {
      door_list: DoorList;
      came: number | null;
      food_left: FoodLeft | null;
      remember: Generated<string>;
      answered_at: Date;
      answered_by: Id<'people.person'> | null;
      changed_at: Date;
    };
  }
}
