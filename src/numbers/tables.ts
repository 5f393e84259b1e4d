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
  }
}
