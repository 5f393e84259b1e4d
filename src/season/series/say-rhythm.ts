// A rhythm as a sentence in the reader's language: "Every second Wednesday of the month, not in August or December".
import { monthName, weekdayName } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import type { Rhythm } from '../rhythm.ts';
import { words } from '../words.ts';

/** Without a full stop, so that a time can follow. */
export function sayRhythm(rhythm: Rhythm, lang: Lang): string {
  const t = words(lang);
  const weekday = weekdayName(rhythm.weekday, lang);
  const said =
    rhythm.every === 'month'
      ? t('rhythm.month', { nth: rhythm.nth, weekday })
      : t('rhythm.week', { n: rhythm.weeks, weekday });
  if (rhythm.not_in.length === 0) return said;
  const months = rhythm.not_in.toSorted((a, b) => a - b).map((month) => monthName(month, lang));
  return t('rhythm.except', { said, months: new Intl.ListFormat(lang, { type: 'disjunction' }).format(months) });
}

/** With the hour: "Every second Wednesday of the month, 18:00". */
export function saySeries({ rhythm, pattern }: { rhythm: Rhythm; pattern: { starts: string } }, lang: Lang): string {
  return words(lang)('rhythm.at', { said: sayRhythm(rhythm, lang), time: pattern.starts });
}
