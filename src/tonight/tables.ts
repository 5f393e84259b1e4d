// The tables of this room as types, and the words their columns may hold.
import type { Id } from '#kit/id.ts';
import type { Generated } from '#kit/tables.ts';

/** What is said about pictures: ask first, they are fine, none. */
export const photoRules = ['ask', 'fine', 'none'] as const;
export type PhotoRule = (typeof photoRules)[number];

type Keys = { group_id: Id<'groups.group'>; event_id: Id<'events.event'> };

declare module '#kit/tables.ts' {
  interface Tables {
    'tonight.opener': Keys & {
      wifi_name: Generated<string>;
      wifi_password: Generated<string>;
      toilets: Generated<string>;
      exits: Generated<string>;
      photos: Generated<PhotoRule>;
      photo_note: Generated<string>;
      speak: Generated<string>;
      thanks: Generated<string>;
      more: Generated<string>;
      hidden: Generated<string[]>;
      changed_at: Date;
    };
    'tonight.delay': Keys & { delay_id: Id<'tonight.delay'>; at: Date; minutes: number };
    'tonight.thanks': Keys & {
      text: string;
      told: number;
      sent_at: Date;
      sent_by: Id<'people.person'> | null;
    };
    'tonight.asked': Keys & { at: Date };
    'tonight.called': Keys & { at: Date };
  }
}
