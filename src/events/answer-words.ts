// What the desk's answer is called when it is shown once on the next page.
import type { Lang } from '#kit/words.ts';
import { type Refused, refusedWords } from './refused-words.ts';
import type { Answer } from './seat-rules.ts';
import type { EnrolmentState } from './tables.ts';
import { words } from './words.ts';

/** To somebody who asked: they have a seat, had it already, wait, or will be told. */
export function takenWords(lang: Lang, answer: Exclude<Answer, Refused>): string {
  const t = words(lang);
  if (answer.is === 'waitlisted') return t('flash.waitlisted');
  if (answer.is === 'interested') return t('flash.interested');
  return t(answer.is === 'going' && answer.new ? 'flash.going' : 'flash.already');
}

/** To somebody who asked for a seat, whatever became of it. */
export function answeredWords(lang: Lang, answer: Answer): string {
  return 'refused' in answer ? refusedWords(lang, answer) : takenWords(lang, answer);
}

/** To somebody who gave back what they had: a seat, an offer, a place in line. */
export function releasedWords(lang: Lang, answer: Answer, was: EnrolmentState | undefined): string {
  const t = words(lang);
  if ('is' in answer && answer.is === 'released')
    return t(was === 'waitlisted' ? 'flash.left' : was === 'offered' ? 'flash.declined' : 'flash.released');
  return t('flash.nothing');
}
