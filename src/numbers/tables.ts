// The tables of this room as types, and the words their columns may hold.
import type { ColumnType } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Generated } from '#kit/tables.ts';

export const postures = ['free', 'fee', 'deposit', 'elsewhere'] as const;
export type Posture = (typeof postures)[number];

export const mealKinds = ['pizza', 'portions'] as const;
/** What is ordered: pizzas to share, or a portion for each. */
export type MealKind = (typeof mealKinds)[number];

/** Who says so: an organiser typed it, or a file was brought in. */
export type PastSource = 'typed' | 'import';

declare module '#kit/tables.ts' {
  interface Tables {
    'numbers.past_evening': {
      group_id: Id<'groups.group'>;
      /** Days are read as text: the driver would make them midnight of the server's own zone. */
      held_on: ColumnType<unknown, string, string>;
      title: Generated<string>;
      signed_up: number;
      came: number | null;
      posture: Generated<Posture>;
      source: PastSource;
      changed_at: Date;
    };
    'numbers.meal': {
      group_id: Id<'groups.group'>;
      event_id: Id<'events.event'>;
      enough: Generated<number>;
      helpers: Generated<number>;
      kind: Generated<MealKind>;
      cost_cents: Generated<number | null>;
      currency: Generated<string | null>;
      order_on: ColumnType<unknown, string | null | undefined, string | null>;
      ordered: Generated<number | null>;
      changed_at: Date;
    };
    'numbers.kitchen': {
      group_id: Id<'groups.group'>;
      event_id: Id<'events.event'>;
      food_person: Id<'people.person'> | null;
      asked_at: Date;
    };
    'numbers.diet': {
      group_id: Id<'groups.group'>;
      event_id: Id<'events.event'>;
      person_id: Id<'people.person'>;
      sealed: string;
      given_at: Date;
    };
    'numbers.handed_in': {
      group_id: Id<'groups.group'>;
      file_id: Id<'numbers.handed_in'>;
      person_id: Id<'people.person'>;
      file_name: string;
      bytes: Buffer;
      at: Date;
    };
    'numbers.contact': {
      group_id: Id<'groups.group'>;
      contact_id: Id<'numbers.contact'>;
      address: string;
      address_key: string;
      name: string;
      brought_at: Date;
      invited_at: Date | null;
    };
    'numbers.invited': { group_id: Id<'groups.group'>; digest: Buffer; invited_at: Date };
  }
}
