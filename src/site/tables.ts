// The tables of this room as types.
import type { Generated } from '#kit/tables.ts';
import type { Lang } from '#kit/words.ts';

/** The texts a keeper can write in place of ours. */
export const textNames = ['imprint', 'privacy'] as const;
export type TextName = (typeof textNames)[number];

declare module '#kit/tables.ts' {
  interface Tables {
    'site.text': { name: TextName; lang: Lang; body: string; changed_at: Date };
    /** At most one row. */
    'site.operator': { operator_id: Generated<number>; name: string; address: string; mail: string; changed_at: Date };
  }
}
