// The words of this room.
import { catalogue } from '#kit/words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };

export const words = catalogue('venues', { en, de });
export type Say = ReturnType<typeof words>;
