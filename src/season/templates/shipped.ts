// The templates that come with the program. Plain content in two languages; a group changes its evenings, not these.
import type { z } from '#kit/form.ts';
import type { Lang } from '#kit/words.ts';
import { type Pattern, patternShape } from '../pattern.ts';
import { chicagoClassic } from './chicago-classic.ts';
import { discussionNight } from './discussion-night.ts';
import { lightningNight } from './lightning-night.ts';
import { social } from './social.ts';
import { viennaMonthly } from './vienna-monthly.ts';

/** Says a text in the language asked for. */
export type Say = (en: string, de: string) => string;

/** A template as its file writes it. */
export type Content = (say: Say) => {
  name: string;
  /** What kind of evening it makes, in a sentence. */
  says: string;
  pattern: z.input<typeof patternShape>;
};

export type Template = { key: string; name: string; says: string; pattern: Pattern };

const contents: Record<string, Content> = {
  'chicago-classic': chicagoClassic,
  'vienna-monthly': viennaMonthly,
  'lightning-night': lightningNight,
  'discussion-night': discussionNight,
  social,
};

/** All of them, the one for a first evening first. `lang` is the language of the reader. */
export function shippedTemplates(lang: Lang): Template[] {
  return Object.keys(contents).map((key) => shippedTemplate(key, lang) as Template);
}

/** One by its key; `null` for any other. For an evening `lang` is the language of its group. */
export function shippedTemplate(key: string, lang: Lang): Template | null {
  const content = Object.hasOwn(contents, key) ? contents[key] : undefined;
  if (!content) return null;
  const { pattern, ...named } = content((en, de) => (lang === 'de' ? de : en));
  return { key, ...named, pattern: patternShape.parse(pattern) };
}
