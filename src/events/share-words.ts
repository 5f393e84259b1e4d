// The words of what is told elsewhere: a catalogue of its own, because it speaks the evening's language, not the reader's.
import { catalogue } from '#kit/words.ts';
import de from './words/share.de.json' with { type: 'json' };
import en from './words/share.en.json' with { type: 'json' };

export const shareWords = catalogue('events.share', { en, de });
