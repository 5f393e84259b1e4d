// The words of the town's clock.
import { catalogue } from '#kit/words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };

export const words = catalogue('demo', { en, de });
