// Finds out whether a row of a list is a group that is already there, in the list or on this server.
import { compareKey } from '#kit/compare-key.ts';
import type { Id } from '#kit/id.ts';
import { isCloseBy } from '../naming.ts';
import { addressKey } from './address.ts';

/** A group as it is compared. */
export type Compared = {
  name: string;
  place: string;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  website: string | null;
};

export type There = Compared & {
  /** How the report names it: "line 16" or "/g/aws-bari". */
  as: string;
  /** Which group it is, known once that is written; a duplicate holds the same one as what it repeats. */
  group: { id: Id<'groups.group'> | null };
};

export type Twin = { there: There; because: 'address' | 'name' };

/** What is there, asked by page and by name. `add` puts one more in. */
export type Known = { twinOf(group: Compared): Twin | null; add(there: There): void };

/**
 * `pages` are all pages the list itself names, so that a page several towns share (a region's calendar) does not make one
 * group of them, whichever comes first.
 */
export function knownGroups(existing: Iterable<There>, pages: Iterable<Compared>): Known {
  const byAddress = new Map<string, There[]>();
  const byName = new Map<string, There[]>();
  const towns = new Map<string, Set<string>>();
  const known: Known = {
    add(there) {
      push(byName, compareKey(there.name), there);
      if (there.website !== null) push(byAddress, addressKey(there.website).key, there);
      noteTown(towns, there);
    },
    twinOf(group) {
      return twinByAddress(group) ?? twinByName(group);
    },
  };
  for (const page of pages) noteTown(towns, page);
  for (const there of existing) known.add(there);
  return known;

  function twinByAddress(group: Compared): Twin | null {
    if (group.website === null) return null;
    const { key, isOwn } = addressKey(group.website);
    if (!isOwn && (towns.get(key)?.size ?? 0) > 1) return null;
    const there = byAddress.get(key)?.[0];
    return there ? { there, because: 'address' } : null;
  }

  function twinByName(group: Compared): Twin | null {
    const named = byName.get(compareKey(group.name)) ?? [];
    const there =
      named.find((other) => isSamePlace(group, other)) ??
      (isNowhere(group) && named.length === 1 ? named[0] : undefined);
    return there ? { there, because: 'name' } : null;
  }
}

/** Close by and in one country, as far as they say, or one of them says no more than the country. */
function isSamePlace(one: Compared, other: Compared): boolean {
  const countries = new Set([one.country, other.country].filter((country) => country !== null));
  if (countries.size > 1) return false;
  return isCloseBy(one, other) || (countries.size === 1 && (one.place === '' || other.place === ''));
}

/** Says nothing of where it is: then the name decides, when only one group has it. */
function isNowhere({ place, country, latitude }: Compared): boolean {
  return place === '' && country === null && latitude === null;
}

function noteTown(towns: Map<string, Set<string>>, { website, place, country }: Compared): void {
  if (website === null) return;
  const { key } = addressKey(website);
  const town = compareKey(place.split(',')[0] ?? '') || (country ?? '');
  towns.set(key, (towns.get(key) ?? new Set()).add(town));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
