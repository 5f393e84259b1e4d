// The last part of an evening's address.
import { isMostlyLatin, slugText } from '#kit/slug-text.ts';

/** Its day and what can be spelt of its title, as `language` spells it; unique within its group by a counter. */
export function slugOf(title: string, day: string, language: string, taken: ReadonlySet<string>): string {
  const words = isMostlyLatin(title) ? slugText(title, language) : '';
  const base = words.length >= 3 ? `${day}-${words}` : day;
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}
