// This room's words.
import { catalogue } from '#kit/words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };

export const words = catalogue('archive', { en, de });
export type WordKey = keyof typeof en;
export type Say = ReturnType<typeof words>;
