// Why an archive stays outside, in words.
import type { Lang } from '#kit/words.ts';
import type { NotBrought } from './group/bring-in.ts';
import { words } from './words.ts';

/** One sentence: what is wrong, and where. */
export function sayRefusal({ refused, at, what }: NotBrought, lang: Lang): string {
  return words(lang)(`refused.${refused}`, { at, what });
}
