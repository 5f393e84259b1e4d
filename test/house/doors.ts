// How much one room has to know of another: the names it asks for at its door.
import { isProduct, isRoom, parsed, roomOf, type Source } from './source.ts';

/** Most names one room may ask of another. More, and the two are one room, or the door shows its drawers. */
export const MOST_ASKED = 15;

/**
 * Which names of a door each room asks for, by `asking ← asked`. Types say nothing about what the other does and do not
 * count. Nor do the switchboards, the command line and the demo town: knowing every room is what they are for.
 */
export function askedAtDoors(house: readonly Source[]): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  for (const source of house) {
    const home = roomOf(source.path);
    if (!isProduct(source) || home === 'app') continue;
    for (const { from, isType, names } of parsed(source).imports) {
      const other = from.slice(1);
      if (isType || !from.startsWith('#') || !isRoom(other)) continue;
      const way = `${home} ← ${other}`;
      const known = asked.get(way) ?? new Set<string>();
      asked.set(way, known);
      for (const name of names) known.add(name);
    }
  }
  return asked;
}

/** Rooms that ask another for too much, or for all it has. */
export function askingTooMuch(house: readonly Source[]): string[] {
  return [...askedAtDoors(house)].flatMap(([way, names]) => {
    if (names.has('*')) return [`${way}: everything`];
    return names.size > MOST_ASKED ? [`${way}: ${names.size} names`] : [];
  });
}
