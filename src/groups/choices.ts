// What a group can choose from: languages and countries, each named in the reader's language.
import type { Lang } from '#kit/words.ts';

export type Option = { value: string; label: string };

// Languages evenings are held in; BCP 47. Any other well-formed tag is taken too, from lists that are read in.
const spoken =
  'en de ja es pt-BR pt th fr it ko zh-Hans zh-Hant nl pl cs sk sv da nb fi et lv lt uk ru bg ro hu el tr he ar fa ur hi bn ta te mr pa si ne my km lo vi id ms fil sw am ha yo zu af sq sr hr sl mk bs ca eu gl ga cy is mt ka hy az kk uz mn'.split(
    ' ',
  );

/** True for a language tag `Intl` can name. */
export function isTongue(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/.test(tag) && new Intl.Locale(tag).language.length > 0;
  } catch {
    return false;
  }
}

/** Languages by name; `now` is among them even when it is a rare one. */
export function tongueOptions(lang: Lang, now?: string | undefined): Option[] {
  const tags = now && isTongue(now) && !spoken.includes(now) ? [now, ...spoken] : spoken;
  return sorted(
    tags.map((tag) => ({ value: tag, label: tongueName(tag, lang) })),
    lang,
  );
}

/** A language by its name in the reader's language, with a capital: it stands alone. */
export function tongueName(tag: string, lang: Lang): string {
  const name = names(lang, 'language').of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

// ISO 3166-1 alpha-2, as assigned in 2025.
const countries =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

/** True for an ISO 3166-1 alpha-2 code in use. */
export function isCountry(code: string): boolean {
  return countries.includes(code);
}

/** Every country, sorted as the reader's language sorts. */
export function countryOptions(lang: Lang): Option[] {
  return sorted(
    countries.map((code) => ({ value: code, label: countryName(code, lang) })),
    lang,
  );
}

/** A country by its name in the reader's language; the code itself when nobody knows it. */
export function countryName(code: string, lang: Lang): string {
  return names(lang, 'region').of(code) ?? code;
}

const made = new Map<string, Intl.DisplayNames>();

function names(lang: Lang, type: 'language' | 'region'): Intl.DisplayNames {
  const key = `${lang} ${type}`;
  const found = made.get(key) ?? new Intl.DisplayNames([lang], { type, fallback: 'code' });
  made.set(key, found);
  return found;
}

function sorted(options: Option[], lang: Lang): Option[] {
  const collator = new Intl.Collator(lang);
  return options.sort((a, b) => collator.compare(a.label, b.label));
}
