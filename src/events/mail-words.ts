// The words of this room's mails and feeds: a catalogue of their own, because no page says them.
import { catalogue } from '#kit/words.ts';
import de from './words/mail.de.json' with { type: 'json' };
import en from './words/mail.en.json' with { type: 'json' };

export const mailWords = catalogue('events.mail', { en, de });
