// The table of sign-ups made elsewhere as types.
import type { Id } from '#kit/id.ts';
import type { Generated } from '#kit/tables.ts';

declare module '#kit/tables.ts' {
  interface Tables {
    'events.elsewhere': {
      group_id: Id<'groups.group'>;
      event_id: Id<'events.event'>;
      signup_id: Id<'events.elsewhere'>;
      name: string;
      party: Generated<number>;
      source: Generated<string>;
      added_by: Id<'people.person'> | null;
      added_at: Date;
    };
  }
}
