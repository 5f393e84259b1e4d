// Where a group of a list is, and so its zone and the language it most likely speaks, from however little the row says.
import { compareKey } from '#kit/compare-key.ts';
import { isZone } from '#kit/time.ts';
import { isCountry, isTongue } from '../choices.ts';
import { countryNamed, countryOf, zoneOfState } from './countries.ts';
import { nearestTown, zoneOfCountry } from './towns.ts';

/** What a row says of itself, each '' when it does not. */
export type Said = {
  name: string;
  /** A whole line such as "Tulsa, OK" or "India, Aurangabad". */
  place: string;
  city: string;
  state: string;
  country: string;
  latitude: string;
  longitude: string;
  zone: string;
  language: string;
  website: string | null;
};

export type Whereabouts = {
  place: string;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  zone: string;
  language: string;
};

/**
 * Place, country, zone and language. The zone is the one said; else that of the nearest known town, within the country when
 * there is one; else that of the state or the country. `null` when nothing tells it.
 */
export function whereaboutsOf(said: Said): Whereabouts | null {
  const given = coordinatesOf(said);
  const parts = partsOf(said, given);
  const { at, country } = agree(said, parts, given);
  const zone = isZone(said.zone) ? said.zone : zoneOf(said, parts, at, country);
  if (!zone) return null;
  return {
    place: placeOf(parts),
    // Kosovo has no assigned code; its name stands in the place instead.
    country: country && country !== 'XK' ? country : null,
    latitude: at?.latitude ?? null,
    longitude: at?.longitude ?? null,
    zone,
    language: isTongue(said.language) ? said.language : tongueOf(country),
  };
}

type At = { latitude: number; longitude: number };
type Parts = { towns: string[]; country: string | undefined; stateZone: string | undefined };

const unplaced = /^(no location|online|remote|virtual|worldwide|global|n\/?a|none|-)$/i;

function coordinatesOf({ place, latitude, longitude }: Said): At | undefined {
  // "No location" has been looked up on a map, too.
  if (latitude === '' || longitude === '' || unplaced.test(place)) return undefined;
  const at = { latitude: Number(latitude), longitude: Number(longitude) };
  const isReal = Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180;
  // 0, 0 is the sea; it is what a missing place becomes.
  return isReal && !(at.latitude === 0 && at.longitude === 0) ? at : undefined;
}

function partsOf(said: Said, at: At | undefined): Parts {
  const country = said.country === '' ? undefined : countryOf(said.country);
  if (said.city !== '') {
    const withState = said.state !== '' && !/\d/.test(said.state) && ['US', 'CA', 'AU'].includes(country ?? '');
    const stateZone = country === 'US' ? zoneOfState(said.state) : undefined;
    return { towns: withState ? [said.city, said.state] : [said.city], country, stateZone };
  }
  const towns = said.place
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !unplaced.test(part));
  return country ? { towns, country, stateZone: undefined } : countryAmong(towns, at);
}

/** A line's country stands last ("Milan, Italy"), sometimes first ("Italy, Milan"), sometimes it is one of the States. */
function countryAmong(towns: string[], at: At | undefined): Parts {
  const last = towns.at(-1) ?? '';
  const state = towns.length > 1 ? zoneOfState(last) : undefined;
  const isAmerican = at === undefined ? compareKey(last) !== 'georgia' : at.longitude < -50 && at.latitude > 15;
  if (state && isAmerican) return { towns, country: 'US', stateZone: state };
  const there = countryNamed(last);
  if (there) {
    const rest = towns.slice(0, -1);
    if (rest.length > 1 && countryNamed(rest.at(-1) ?? '') === there) rest.pop();
    return { towns: rest, country: there, stateZone: there === 'US' ? zoneOfState(rest.at(-1) ?? '') : undefined };
  }
  const first = towns.length > 1 ? countryNamed(towns[0] ?? '') : undefined;
  return { towns: first ? towns.slice(1) : towns, country: first, stateZone: undefined };
}

/** The towns as one line; a town that is only the country's name again adds nothing. */
function placeOf({ towns, country }: Parts): string {
  const said = towns.filter((town) => !country || countryNamed(town) !== country || towns.length > 1);
  return (country === 'XK' ? [...said, 'Kosovo'] : said).join(', ').slice(0, 120);
}

/** Degrees from the nearest known town of a country beyond which a place is not in it: some 700 km. */
const farOff = 6.5;

/**
 * Lists are looked up on maps by program, which finds La Paz in Uruguay. Coordinates far from the country the row names (or
 * its site's domain) are dropped, unless they lie in the very town it names, somewhere else: then the country was wrong.
 */
function agree(said: Said, parts: Parts, at: At | undefined): { at: At | undefined; country: string | undefined } {
  const named = parts.country ?? countryOfSite(said.website);
  if (!at) return { at, country: named ?? countryInName(said.name) };
  const near = nearestTown(at.latitude, at.longitude);
  const within = named && nearestTown(at.latitude, at.longitude, named);
  if (!within || within.degrees <= farOff) return { at, country: parts.country ?? near?.country };
  const isThere =
    parts.country !== undefined &&
    near &&
    near.degrees < 1 &&
    compareKey(near.town) === compareKey(parts.towns[0] ?? '');
  return isThere ? { at, country: near.country } : { at: undefined, country: named };
}

function zoneOf(said: Said, parts: Parts, at: At | undefined, country: string | undefined): string | undefined {
  // Coordinates of a whole country are its middle, where nobody may live.
  const saysWhere = parts.towns.length > 0 || parts.country === undefined;
  const near = at && saysWhere ? nearestTown(at.latitude, at.longitude, country)?.zone : undefined;
  const state = parts.stateZone ?? (country === 'US' ? firstInName(said.name, zoneOfState) : undefined);
  return near || state || (country && zoneOfCountry(country));
}

/** "AWS User Group Malta" says where it is when its row does not. */
function countryInName(name: string): string | undefined {
  return firstInName(name, countryNamed) ?? (firstInName(name, zoneOfState) ? 'US' : undefined);
}

function firstInName(name: string, meaning: (text: string) => string | undefined): string | undefined {
  const words = name.split(/[\s–—-]+/);
  for (const length of [3, 2, 1]) {
    for (let from = words.length - length; from >= 0; from--) {
      const text = words.slice(from, from + length).join(' ');
      const found = text.length > 3 ? meaning(text) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

// Domains of countries that people everywhere take for the sound of them.
const anywhere = 'AI AG AM AC BZ CC CO FM GG GL GS IM IO IS IT LA LY ME MS MU NU PW SC SH SO ST TK TO TV VC WS'.split(
  ' ',
);

function countryOfSite(website: string | null): string | undefined {
  const domain = website && /\.([a-z]{2})$/i.exec(new URL(website).hostname)?.[1]?.toUpperCase();
  const country = domain === 'UK' ? 'GB' : domain;
  return country && isCountry(country) && !anywhere.includes(country) ? country : undefined;
}

// Where groups of technical people mostly meet in English, whatever the census says; Mali and its neighbours in French.
const english = 'IN PK BD LK NP PH MY SG HK KE TZ UG RW NG GH ZA ZW ZM BW MW NA SL LR GM AE QA MT ET'.split(' ');
const french = 'SN ML NE TD BF BI CD CG CF GN'.split(' ');

function tongueOf(country: string | undefined): string {
  if (!country || english.includes(country)) return 'en';
  if (french.includes(country)) return 'fr';
  if (country === 'PY') return 'es';
  const { language, script } = new Intl.Locale(`und-${country}`).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
  if (language === 'pt' && country === 'BR') return 'pt-BR';
  return isTongue(language) ? language : 'en';
}
