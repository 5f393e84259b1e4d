// The words of this room: those of its pages and letters, and those a phone at the door takes along.
import { catalogue } from '#kit/words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import phoneDe from './words/phone.de.json' with { type: 'json' };
import phoneEn from './words/phone.en.json' with { type: 'json' };

export const words = catalogue('door', { en, de });
export type Say = ReturnType<typeof words>;

/** What the page of a phone says by itself, without asking us: short texts with gaps (`{n}`), none of which changes with a number. */
export const phoneTexts = { en: phoneEn, de: phoneDe } as const;
