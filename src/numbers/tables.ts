// The tables of this room as types, and the words their columns may hold.
import type { ColumnType } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Generated } from '#kit/tables.ts';

export const postures = ['free', 'fee', 'deposit', 'elsewhere'] as const;
export type Posture = (typeof postures)[number];

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
