// How many will come to an evening, in a word, for pages of rooms above.
import type { ShownEvent } from '#events';
import type { Db } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { lookAhead } from './look-ahead.ts';
import { usualChoices } from './rules.ts';
import { sayRange } from './say-outlook.ts';

/** "60–88", as it stands at `now`. One statement. */
export async function sayExpected(db: Db, shown: ShownEvent, now: Instant, lang: Lang): Promise<string> {
  const { range } = await lookAhead(db, shown, now, usualChoices);
  return sayRange(range, lang);
}
