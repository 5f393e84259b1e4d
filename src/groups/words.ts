// The room's words.
import { catalogue } from '#kit/words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };

export const words = catalogue('groups', { en, de });
export type WordKey = keyof typeof en;

/** True for a key of this room: what comes out of a table may name a word that is gone. */
export function isWord(key: string): key is WordKey {
  return Object.hasOwn(en, key);
}
