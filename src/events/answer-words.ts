// What the desk's answer is called when it is shown once on the next page.
import type { Lang } from '#kit/words.ts';
import type { Refused } from './refused-words.ts';
import type { Answer } from './seat-rules.ts';
import { words } from './words.ts';

/** To somebody who asked: they have a seat, had it already, wait, or will be told. */
export function takenWords(lang: Lang, answer: Exclude<Answer, Refused>): string {
  const t = words(lang);
  if (answer.is === 'waitlisted') return t('flash.waitlisted');
  if (answer.is === 'interested') return t('flash.interested');
  return t(answer.is === 'going' && answer.new ? 'flash.going' : 'flash.already');
}

/** To somebody who gave a seat, or a place in line, back; `wasWaiting` is what they had. */
export function releasedWords(lang: Lang, answer: Answer, wasWaiting: boolean): string {
  const t = words(lang);
  if ('is' in answer && answer.is === 'released') return t(wasWaiting ? 'flash.left' : 'flash.released');
  return t('flash.nothing');
}
