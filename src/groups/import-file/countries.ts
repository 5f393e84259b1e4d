// Which country a word means: its ISO code from how people and lists write it, in several languages.
import { compareKey } from '#kit/compare-key.ts';
import { isCountry } from '../choices.ts';

const aliases: Record<string, string> = {
  us: 'US',
  usa: 'US',
  'u s a': 'US',
  'united states of america': 'US',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'great britain': 'GB',
  'united kingdom of great britain and northern ireland': 'GB',
  uae: 'AE',
  'u a e': 'AE',
  korea: 'KR',
  'republic of korea': 'KR',
  holland: 'NL',
  'the netherlands': 'NL',
  macedonia: 'MK',
  swaziland: 'SZ',
  'ivory coast': 'CI',
  'cote divoire': 'CI',
  turkey: 'TR',
  turkiye: 'TR',
  'czech republic': 'CZ',
  'bosnia and herzegovina': 'BA',
  myanmar: 'MM',
  burma: 'MM',
  'viet nam': 'VN',
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  kosovo: 'XK',
  congo: 'CG',
  'dr congo': 'CD',
  'democratic republic of the congo': 'CD',
  palestine: 'PS',
  'cape verde': 'CV',
  'east timor': 'TL',
  'russian federation': 'RU',
  'trinidad and tobago': 'TT',
};

// Name and code of each of the United States, and the zone most of it keeps.
const states = `
AL Alabama Chicago, AK Alaska Anchorage, AZ Arizona Phoenix, AR Arkansas Chicago, CA California Los_Angeles, CO Colorado Denver,
CT Connecticut New_York, DE Delaware New_York, DC District of Columbia New_York, FL Florida New_York, GA Georgia New_York,
HI Hawaii Honolulu, ID Idaho Boise, IL Illinois Chicago, IN Indiana Indiana/Indianapolis, IA Iowa Chicago, KS Kansas Chicago,
KY Kentucky New_York, LA Louisiana Chicago, ME Maine New_York, MD Maryland New_York, MA Massachusetts New_York, MI Michigan Detroit,
MN Minnesota Chicago, MS Mississippi Chicago, MO Missouri Chicago, MT Montana Denver, NE Nebraska Chicago, NV Nevada Los_Angeles,
NH New Hampshire New_York, NJ New Jersey New_York, NM New Mexico Denver, NY New York New_York, NC North Carolina New_York,
ND North Dakota Chicago, OH Ohio New_York, OK Oklahoma Chicago, OR Oregon Los_Angeles, PA Pennsylvania New_York,
RI Rhode Island New_York, SC South Carolina New_York, SD South Dakota Chicago, TN Tennessee Chicago, TX Texas Chicago, UT Utah Denver,
VT Vermont New_York, VA Virginia New_York, WA Washington Los_Angeles, WV West Virginia New_York, WI Wisconsin Chicago,
WY Wyoming Denver`;

const zoneByState = new Map<string, string>();
for (const entry of states.trim().split(/,\s*/)) {
  const [, code = '', name = '', zone = ''] = /^(\w\w) (.+) (\S+)$/.exec(entry) ?? [];
  const whole = zone === 'Honolulu' ? 'Pacific/Honolulu' : `America/${zone}`;
  zoneByState.set(code.toLowerCase(), whole);
  zoneByState.set(compareKey(name), whole);
}

/** The zone most of one of the United States keeps, by its name or two letters; `undefined` when it is none. */
export function zoneOfState(text: string): string | undefined {
  return zoneByState.get(compareKey(text));
}

/** ISO 3166-1 alpha-2 code of a country as somebody wrote it ("México", "Korea (South)"), or `undefined`. */
export function countryOf(text: string): string | undefined {
  const written = text.trim();
  if (/^[a-z]{2}$/i.test(written) && isCountry(written.toUpperCase())) return written.toUpperCase();
  return countryNamed(written);
}

/** The same by name alone: in a line such as "Tulsa, OK" two letters are a state. */
export function countryNamed(text: string): string | undefined {
  const names = namesOfCountries();
  const inParts = [text, text.replace(/\s*\(.*\)\s*/g, ' '), text.replace(/^(.*?)\s*\((.*)\)$/, '$2 $1')];
  return inParts.map((part) => names.get(compareKey(part))).find((code) => code !== undefined);
}

let named: Map<string, string> | undefined;

function namesOfCountries(): Map<string, string> {
  if (named) return named;
  named = new Map();
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const codes = [...letters].flatMap((a) => [...letters].map((b) => a + b)).filter(isCountry);
  for (const lang of ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'pl', 'tr', 'ja', 'zh', 'ko', 'ru']) {
    const display = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const key = compareKey(display.of(code) ?? '');
      if (key !== '' && !named.has(key)) named.set(key, code);
    }
  }
  named.delete('salvador'); // a town in Brazil before it is a country in French
  for (const [key, code] of Object.entries(aliases)) named.set(key, code);
  return named;
}
