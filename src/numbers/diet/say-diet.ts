// A guest's needs in words, for the kitchen and for the page: "vegan, no nuts".
import { type Say, words } from '../words.ts';
import type { Diet, Need } from './diet-rules.ts';

/** One need, as the form and the kitchen call it. */
export const sayNeed = (need: Need, t: Say): string => t(`need.${need}`);

/** All of them in one line, own words last. */
export function sayDiet({ needs, other }: Pick<Diet, 'needs' | 'other'>, t: Say): string {
  return [...needs.map((need) => sayNeed(need, t)), other].filter(Boolean).join(', ');
}

/** "3 × vegan", a line for each kind of plate, to be sent to whoever cooks. No names. */
export function kitchenLines(counted: readonly Diet[], lang: Parameters<typeof words>[0]): string[] {
  const t = words(lang);
  return counted.map((diet) => `${diet.heads} × ${sayDiet(diet, t)}`);
}
