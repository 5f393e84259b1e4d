// From a group's name to its address, its colour, and to whether two groups are the same one.
import { compareKey } from '#kit/compare-key.ts';
import { isMostlyLatin, slugText } from '#kit/slug-text.ts';

/**
 * Addresses to try in order for a new group. A name in another script gets what Latin it has, then its place;
 * when neither can be spelt, a short text of the id.
 */
export function slugCandidates(name: string, place: string, language: string, groupId: string): string[] {
  const fromName = slugText(name, language);
  const fromPlace = slugText(place.split(',')[0] ?? '', language);
  const withPlace = [fromName, fromPlace].filter(Boolean).join('-').slice(0, 56).replace(/-$/, '');
  const short = `group-${groupId.replaceAll('-', '').slice(-8)}`;
  const spelt = fromName.replaceAll('-', '').length >= 3 && isMostlyLatin(name);
  const first = spelt ? fromName : withPlace;
  const wanted = [first, withPlace, ...(first ? [2, 3, 4, 5] : []).map((n) => `${first}-${n}`)];
  return [...new Set([...wanted.filter((slug) => slug.replaceAll('-', '').length >= 2), short])];
}

export type Where = { place: string; latitude: number | null; longitude: number | null };

/** Same town: within 50 km where both say where they are, otherwise the words of one place begin those of the other. */
export function isCloseBy(one: Where, other: Where): boolean {
  if (one.latitude !== null && one.longitude !== null && other.latitude !== null && other.longitude !== null) {
    return kilometres([one.latitude, one.longitude], [other.latitude, other.longitude]) <= 50;
  }
  const [a, b] = [compareKey(one.place), compareKey(other.place)];
  return a === b || (a !== '' && `${b} `.startsWith(`${a} `)) || (b !== '' && `${a} `.startsWith(`${b} `));
}

/** Great-circle distance (haversine, mean radius 6371 km). */
function kilometres([lat1, lon1]: [number, number], [lat2, lon2]: [number, number]): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Colours that read well on both papers, so that new groups differ from each other before anybody chose. */
export const firstColors = [
  '#c2410c',
  '#0f766e',
  '#1d4ed8',
  '#7c3aed',
  '#be185d',
  '#4d7c0f',
  '#0369a1',
  '#a16207',
  '#b91c1c',
  '#5b5f97',
] as const;

/** One of them, the same for the same name. */
export function firstColor(name: string): string {
  let sum = 0;
  for (const letter of compareKey(name)) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return firstColors[sum % firstColors.length] ?? firstColors[0];
}

/** A name on one line: a line break of any kind in it would stop every mail that carries it. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
