// How a task's time is said: the day it is due on the place's clock, and how far from the evening that is.
import { instantOf, sayTime } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import type { Offset } from './rules.ts';
import type { Say } from './words.ts';

/** `Mon 7 Dec, 18:00` */
export function sayDue({ due_at }: { due_at: Date }, zone: string, lang: Lang): string {
  const at = instantOf(due_at);
  return `${sayTime(at, zone, lang, 'short')}, ${sayTime(at, zone, lang, 'time')}`;
}

/** `2 days before`; `2 days before, once sign-up is open` */
export function sayOffset({ side, amount, unit, after_opening }: Offset, t: Say): string {
  const far = t(`offset.${side}.${unit}`, { n: amount });
  return after_opening && side === 'before' ? t('offset.after_opening', { far }) : far;
}
