// The tables of questions to guests as types, and the words their columns may hold.
import type { Id } from '#kit/id.ts';
import type { Generated } from '#kit/tables.ts';

export const questionKinds = ['text', 'choice', 'yes_no'] as const;
export type QuestionKind = (typeof questionKinds)[number];
/** Who may read the answers: those who write for the group, or whoever works the door as well. */
export const readerCircles = ['organisers', 'team'] as const;
export type Readers = (typeof readerCircles)[number];

type Keys = { group_id: Id<'groups.group'>; event_id: Id<'events.event'>; question_id: Id<'events.question'> };

declare module '#kit/tables.ts' {
  interface Tables {
    'events.question': Keys & {
      position: number;
      label: string;
      purpose: string;
      kind: QuestionKind;
      options: Generated<string[]>;
      is_required: boolean;
      is_private: boolean;
      readers: Readers;
      kept_days: number;
    };
    'events.answer': Keys & {
      person_id: Id<'people.person'>;
      answer: string | null;
      sealed: string | null;
      answered_at: Date;
    };
  }
}
