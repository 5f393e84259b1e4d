// What a page says about a question besides its own words.
import { instantOf, sayTime } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { keptUntil, type Question } from './rules.ts';
import type { SayQuestion } from './words.ts';

/** The day until which its answers are kept, on the evening's clock: "22 December 2026". */
export function sayKept(
  question: Pick<Question, 'kept_days'>,
  event: { ends_at: Date; zone: string },
  lang: Lang,
): string {
  return sayTime(instantOf(keptUntil(question, event)), event.zone, lang, 'date');
}

/** An answer as it is read: a yes or no in the reader's language, anything else as it was given. */
export function sayAnswer({ kind }: Pick<Question, 'kind'>, answer: string, t: SayQuestion): string {
  return kind === 'yes_no' ? t(answer === 'yes' ? 'yes' : 'no') : answer;
}
