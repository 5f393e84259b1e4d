// The words of this room: what its pages say, and apart from them the questions and answers, which speak the group's language.
import { catalogue } from '#kit/words.ts';
import answersDe from './words/answers.de.json' with { type: 'json' };
import answersEn from './words/answers.en.json' with { type: 'json' };
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };

export const words = catalogue('faq', { en, de });
export type Say = ReturnType<typeof words>;
export const answerWords = catalogue('faq.answers', { en: answersEn, de: answersDe });
export type SayAnswer = ReturnType<typeof answerWords>;
