// The words of this room.
import { catalogue } from '#kit/words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };

export const words = catalogue('numbers', { en, de });
export type Say = ReturnType<typeof words>;
export type WordKey = keyof typeof en;

/** Whether there is a word for a code. */
export function isWord(key: string): key is WordKey {
  return Object.hasOwn(en, key);
}
