// This room's refusals as sentences.
import type { Lang } from '#kit/words.ts';
import type { CodeRefusal } from './challenge.ts';
import { words } from './words.ts';

/** Why a code was not taken, and what to do. */
export function codeError(lang: Lang, { refused }: CodeRefusal): string {
  return words(lang)(`refused.${refused}`);
}
