// The words of one's own record.
import { catalogue } from '#kit/words.ts';
import de from '../words/record.de.json' with { type: 'json' };
import en from '../words/record.en.json' with { type: 'json' };

export const recordWords = catalogue('events.record', { en, de });
export type SayRecord = ReturnType<typeof recordWords>;
