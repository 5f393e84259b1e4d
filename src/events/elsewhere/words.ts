// The words of sign-ups made elsewhere.
import { catalogue } from '#kit/words.ts';
import de from '../words/elsewhere.de.json' with { type: 'json' };
import en from '../words/elsewhere.en.json' with { type: 'json' };

export const elsewhereWords = catalogue('events.elsewhere', { en, de });
