// Words live in catalogues: one JSON file per room and language, in ICU MessageFormat, keyed and checked by the compiler.
import { IntlMessageFormat } from 'intl-messageformat';
import { remembered } from './remembered.ts';

/** Languages the product speaks completely; the first is the fallback. */
export const languages = ['en', 'de'] as const;
export type Lang = (typeof languages)[number];

export const languageNames: Record<Lang, string> = { en: 'English', de: 'Deutsch' };

export type Args = Record<string, string | number | boolean | Date | null | undefined>;
/** Says one thing of a room in one language. Throws on a missing argument, so a test finds it. */
export type Say<Key extends string> = (key: Key, args?: Args) => string;

/**
 * A room's words. `words(lang)('seat.going', { n: 3 })`.
 * Each message is compiled once per language and kept.
 */
export function catalogue<En extends Record<string, string>>(
  room: string,
  texts: { en: En } & Record<Exclude<Lang, 'en'>, Record<keyof En, string>>,
): (lang: Lang) => Say<keyof En & string> {
  return remembered(
    (lang: Lang): Say<keyof En & string> => speaker(room, lang, texts[lang]),
    (lang) => lang,
  );
}

function speaker(room: string, lang: Lang, texts: Record<string, string>): Say<string> {
  const compiled = remembered(
    (text: string) => new IntlMessageFormat(text, lang, undefined, { ignoreTag: true }),
    (text) => text,
    5000,
  );
  return (key, args) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`${room}: no word for "${key}" in ${lang}`);
    if (!text.includes('{') && !text.includes("'")) return text;
    return String(compiled(text).format(args));
  };
}

/** The best language for an `Accept-Language` header (RFC 9110 §12.5.4); English when nothing fits. */
export function negotiateLanguage(header: string | undefined): Lang {
  // Cut before it is kept: what is remembered by a stranger's text must be bounded in bytes, not only in number.
  return header ? negotiated(header.slice(0, 200)) : 'en';
}

// Browsers send a few dozen different headers in all, and every page asks.
const negotiated = remembered(negotiate, (header: string) => header, 1000);

function negotiate(header: string): Lang {
  const wanted = header
    .split(',')
    .map((part, place) => {
      const [tag = '', ...params] = part.trim().split(';');
      const q = params.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase().split('-')[0], q: q === undefined ? 1 : Number(q), place };
    })
    .filter((w) => w.q > 0)
    .sort((a, b) => b.q - a.q || a.place - b.place);
  for (const { tag } of wanted) {
    const found = languages.find((lang) => lang === tag);
    if (found) return found;
  }
  return 'en';
}

/** Whether a text from outside names a language the product speaks. */
export function isLanguage(text: unknown): text is Lang {
  return languages.some((lang) => lang === text);
}
