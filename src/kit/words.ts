// Words live in catalogues: one JSON file per room and language, in ICU MessageFormat, keyed and checked by the compiler.
import { IntlMessageFormat } from 'intl-messageformat';

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
  const speakers = new Map<Lang, Say<keyof En & string>>();
  return (lang) => {
    let say = speakers.get(lang);
    if (!say) speakers.set(lang, (say = speaker(room, lang, texts[lang])));
    return say;
  };
}

function speaker(room: string, lang: Lang, texts: Record<string, string>): Say<string> {
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, args) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`${room}: no word for "${key}" in ${lang}`);
    if (!text.includes('{') && !text.includes("'")) return text;
    let message = compiled.get(key);
    if (!message) compiled.set(key, (message = new IntlMessageFormat(text, lang, undefined, { ignoreTag: true })));
    return String(message.format(args));
  };
}

/** The best language for an `Accept-Language` header (RFC 9110 §12.5.4); English when nothing fits. */
export function negotiateLanguage(header: string | undefined): Lang {
  if (!header) return 'en';
  const wanted = header
    .slice(0, 200)
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

export function isLanguage(text: unknown): text is Lang {
  return languages.some((lang) => lang === text);
}
