// Refusals of the desk are codes inside and sentences at the edge; this is the edge.
import type { Lang } from '#kit/words.ts';
import type { Answer } from './seat-rules.ts';
import { words } from './words.ts';

export type Refused = Extract<Answer, { refused: string }>;

/** Every refusal of the desk, worded. */
export function refusedWords(lang: Lang, answer: Refused): string {
  const t = words(lang);
  switch (answer.refused) {
    case 'events.not_open_yet':
      return t('refused.not_open_yet');
    case 'events.closed':
      return t('refused.closed');
    case 'events.over':
      return t('refused.over');
    case 'events.cancelled':
      return t('refused.cancelled');
    case 'events.not_public':
      return t('refused.not_public');
    case 'events.party_too_big':
      return t('refused.party_too_big', { most: answer.most });
  }
}
