// The words of questions to guests: what organisers ask, and what guests see of it.
import { catalogue } from '#kit/words.ts';
import de from '../words/questions.de.json' with { type: 'json' };
import en from '../words/questions.en.json' with { type: 'json' };

export const questionWords = catalogue('events.questions', { en, de });
export type SayQuestion = ReturnType<typeof questionWords>;
