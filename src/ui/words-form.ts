// The words for fields that were not understood, shared by every form.
import { catalogue } from '#kit/words.ts';
import de from './words/form.de.json' with { type: 'json' };
import en from './words/form.en.json' with { type: 'json' };

export const formWords = catalogue('form', { en, de });
