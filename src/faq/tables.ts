// The tables of this room as types, and the words their columns may hold.
import type { Id } from '#kit/id.ts';
import type { Generated } from '#kit/tables.ts';

/** Whom a page of questions is for. */
export const audiences = ['guests', 'speakers', 'hosts', 'sponsors'] as const;
export type Audience = (typeof audiences)[number];

declare module '#kit/tables.ts' {
  interface Tables {
    'faq.page': { group_id: Id<'groups.group'>; audience: Audience; published_at: Date | null; changed_at: Date };
    'faq.answer': {
      group_id: Id<'groups.group'>;
      audience: Audience;
      key: string;
      position: number;
      question: string | null;
      answer: string | null;
      hidden: Generated<boolean>;
    };
  }
}
