// Countries by name, in the reader's language, and back from what somebody typed.

import { compareKey } from '#kit/compare-key.ts';
import { type Lang, languages } from '#kit/words.ts';

/** A country by its name in the reader's language; the code itself when it names none. */
export function countryName(code: string, lang: Lang): string {
  return names(lang).of(code) ?? code;
}

/** Sorted as the reader's language sorts. */
export function countryOptions(codes: readonly string[], lang: Lang): { value: string; label: string }[] {
  const { compare } = new Intl.Collator(lang);
  return codes
    .map((code) => ({ value: code, label: countryName(code, lang) }))
    .sort((a, b) => compare(a.label, b.label));
}

/** Codes of countries with a word in their name, in any of our languages, that begins with `key`: "deutsch" → DE. */
export function countriesNamed(key: string): string[] {
  if (key.length < 4) return [];
  return known().filter((code) =>
    languages.some((lang) =>
      compareKey(countryName(code, lang))
        .split(' ')
        .some((word) => word.startsWith(key)),
    ),
  );
}

const made = new Map<Lang, Intl.DisplayNames>();

function names(lang: Lang): Intl.DisplayNames {
  const found = made.get(lang) ?? new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' });
  made.set(lang, found);
  return found;
}

let codes: string[] | undefined;

/** Every two letters that name a region today; `DD` is known too, but means DE. */
function known(): string[] {
  if (codes) return codes;
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const isToday = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
  const found = letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => names('en').of(code) !== undefined && isToday(code));
  codes = found;
  return found;
}
