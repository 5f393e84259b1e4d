// The words of reminders: their mails, the page a mail's button opens, and the organisers' pages.
import { catalogue } from '#kit/words.ts';
import de from '../words/reminders.de.json' with { type: 'json' };
import en from '../words/reminders.en.json' with { type: 'json' };

export const reminderWords = catalogue('events.reminders', { en, de });
export type SayReminder = ReturnType<typeof reminderWords>;
