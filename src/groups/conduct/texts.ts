// The codes of conduct a group can choose from, by language.
import * as de from './covenant-de.ts';
import * as en from './covenant-en.ts';
import * as es from './covenant-es.ts';
import * as fr from './covenant-fr.ts';
import * as it from './covenant-it.ts';
import * as ja from './covenant-ja.ts';
import * as ko from './covenant-ko.ts';
import * as ptBr from './covenant-pt-br.ts';

export type Bundled = {
  /** What `groups.conduct.bundled` holds. */
  key: string;
  lang: string;
  version: string;
  title: string;
  /** Markdown with `{contacts}` once, where the people to turn to are named. */
  text: string;
};

const covenant = (lang: string, version: string, { title, text }: { title: string; text: string }): Bundled => ({
  key: `contributor-covenant-${version}.${lang}`,
  lang,
  version,
  title,
  text,
});

const english = covenant('en', '2.1', en);

export const bundledTexts: readonly Bundled[] = [
  english,
  covenant('de', '2.1', de),
  covenant('es', '2.1', es),
  covenant('fr', '2.1', fr),
  covenant('it', '2.1', it),
  covenant('ja', '1.4', ja),
  covenant('ko', '2.1', ko),
  covenant('pt-BR', '2.1', ptBr),
];

/** The text in a group's language; English when there is none. */
export function bundledFor(language: string): Bundled {
  const exact = bundledTexts.find((text) => text.lang.toLowerCase() === language.toLowerCase());
  const close = bundledTexts.find((text) => text.lang.split('-')[0] === language.toLowerCase().split('-')[0]);
  return exact ?? close ?? english;
}

/** A text by the key a group keeps; undefined for one this version does not bring. */
export function bundledText(key: string): Bundled | undefined {
  return bundledTexts.find((text) => text.key === key);
}
