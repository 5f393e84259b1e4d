// Where a group of a list is, and so its zone and the language it most likely speaks, from however little the row says.
import { isZone } from '#kit/time.ts';
import { isTongue } from '../choices.ts';
import { compareKey } from '../naming.ts';
import { countryNamed, countryOf, zoneOfState } from './countries.ts';
import { nearestTown, zoneOfCountry, zonesOfCountry } from './towns.ts';

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
  const at = coordinatesOf(said);
  const parts = partsOf(said, at);
  const zoneSaid = isZone(said.zone) ? said.zone : undefined;
  const nearest = at && nearestTown(at.latitude, at.longitude);
  const country = parts.country ?? nearest?.country ?? countryInName(said.name);
  const zone = zoneSaid ?? zoneAt(at, parts.country) ?? parts.stateZone ?? (country && zoneOfCountry(country));
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

/**
 * The zone whose clock showed this offset at that place then: the group's own when it did, else another of the country's,
 * else the fixed one. An evening is shown as it was announced even when its group has moved since.
 */
export function zoneWithOffset(
  zones: readonly string[],
  country: string | null,
  shows: (zone: string) => boolean,
): string | undefined {
  return zones.find(shows) ?? (country ? zonesOfCountry(country).find(shows) : undefined);
}

type At = { latitude: number; longitude: number } | undefined;
type Parts = { towns: string[]; country: string | undefined; stateZone: string | undefined };

function coordinatesOf({ latitude, longitude }: Said): At {
  if (latitude === '' || longitude === '') return undefined;
  const at = { latitude: Number(latitude), longitude: Number(longitude) };
  const real = Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180;
  // 0, 0 is the sea; it is what a missing place becomes.
  return real && !(at.latitude === 0 && at.longitude === 0) ? at : undefined;
}

function partsOf(said: Said, at: At): Parts {
  const country = said.country === '' ? undefined : countryOf(said.country);
  if (said.city !== '') {
    const withState = said.state !== '' && !/\d/.test(said.state) && ['US', 'CA', 'AU'].includes(country ?? '');
    const stateZone = country === 'US' ? zoneOfState(said.state) : undefined;
    return { towns: withState ? [said.city, said.state] : [said.city], country, stateZone };
  }
  const unplaced = /^(no location|online|remote|virtual|worldwide|global|n\/?a|none|-)$/i;
  const towns = said.place
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !unplaced.test(part));
  return country ? { towns, country, stateZone: undefined } : countryAmong(towns, at);
}

/** A line's country stands last ("Milan, Italy"), sometimes first ("Italy, Milan"), sometimes it is one of the States. */
function countryAmong(towns: string[], at: At): Parts {
  const last = towns.at(-1) ?? '';
  const state = towns.length > 1 ? zoneOfState(last) : undefined;
  const isAmerican = at === undefined ? compareKey(last) !== 'georgia' : at.longitude < -50 && at.latitude > 15;
  if (state && isAmerican) return { towns, country: 'US', stateZone: state };
  const there = countryNamed(last);
  if (there) {
    const rest = towns.slice(0, -1);
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

function zoneAt(at: At, country: string | undefined): string | undefined {
  if (!at) return undefined;
  return nearestTown(at.latitude, at.longitude, country)?.zone || undefined;
}

/** "AWS User Group Malta" says where it is when its row does not. */
function countryInName(name: string): string | undefined {
  const words = name.split(/[\s–—-]+/);
  for (const length of [3, 2, 1]) {
    for (let from = words.length - length; from >= 0; from--) {
      const text = words.slice(from, from + length).join(' ');
      const country = text.length > 3 ? countryNamed(text) : undefined;
      if (country) return country;
    }
  }
  return undefined;
}

// Where groups of technical people mostly meet in English, whatever the census says.
const english = 'IN PK BD LK NP PH MY SG HK KE TZ UG RW NG GH ZA ZW ZM BW MW NA SL LR GM AE QA MT ET'.split(' ');

function tongueOf(country: string | undefined): string {
  if (!country || english.includes(country)) return 'en';
  const { language, script } = new Intl.Locale(`und-${country}`).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
  if (language === 'pt' && country === 'BR') return 'pt-BR';
  return isTongue(language) ? language : 'en';
}
