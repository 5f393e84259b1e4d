// The tables of this room as types.
import type { Id } from '#kit/id.ts';
import type { Generated } from '#kit/tables.ts';
import type { Lang } from '#kit/words.ts';

/** What a code is asked for. The last two are asked by somebody signed in and sign nobody in. */
export type Purpose = 'signin' | 'seat' | 'keeper' | 'invitation' | 'address' | 'erase';

declare module '#kit/tables.ts' {
  interface Tables {
    'people.person': {
      person_id: Id<'people.person'>;
      address: string;
      address_key: string;
      name: Generated<string>;
      pronouns: Generated<string>;
      languages: Generated<string[]>;
      lang: Lang;
      zone: string | null;
      is_keeper: Generated<boolean>;
      created_at: Date;
      asked_at: Date;
      proved_at: Date | null;
    };
    'people.challenge': {
      challenge_id: Id<'people.challenge'>;
      person_id: Id<'people.person'>;
      purpose: Purpose;
      address: string;
      address_key: string;
      token_hash: Buffer;
      link_hash: Buffer | null;
      code_hash: Buffer;
      name: Generated<string>;
      lang: Lang;
      next: string;
      mail: unknown;
      mailings: Generated<number>;
      tries: Generated<number>;
      made_at: Date;
      ends_at: Date;
    };
    'people.session': {
      session_id: Id<'people.session'>;
      person_id: Id<'people.person'>;
      token_hash: Buffer;
      browser: Generated<string>;
      system: Generated<string>;
      started_at: Date;
      seen_at: Date;
      proved_at: Date;
      ends_at: Date;
    };
  }
}
