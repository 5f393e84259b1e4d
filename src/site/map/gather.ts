// Groups that would lie on top of each other on the map become one spot with their number.

export type Placed<T> = { x: number; y: number; it: T };
export type Spot<T> = { x: number; y: number; all: T[] };

/** A finger's width on a phone, in units of the drawing: two spots are never closer. */
export const APART = 44;

/** Spots at least `apart` from each other; each stands in the middle of what it holds. The largest last, so that it is on top. */
export function gather<T>(placed: readonly Placed<T>[], apart = APART): Spot<T>[] {
  const spots = inCells(placed, apart);
  for (let pair = closest(spots, apart); pair; pair = closest(spots, apart)) {
    const [keep, drop] = pair;
    const [one, other] = [spots[keep] as Spot<T>, spots[drop] as Spot<T>];
    spots[keep] = joined(one, other);
    spots.splice(drop, 1);
  }
  return spots.sort((a, b) => a.all.length - b.all.length || a.x - b.x || a.y - b.y);
}

/** How large a spot is drawn: by area, within what a finger needs and what still leaves its neighbour alone. */
export function radiusOf(n: number): number {
  return Math.round(Math.min(22, 9 + 2.2 * Math.sqrt(n)) * 10) / 10;
}

/** A first pass that costs nothing: what shares a cell of a grid is one spot, so that few are left to compare. */
function inCells<T>(placed: readonly Placed<T>[], size: number): Spot<T>[] {
  const cells = new Map<string, Spot<T>>();
  for (const { x, y, it } of placed) {
    const key = `${Math.floor(x / size)} ${Math.floor(y / size)}`;
    const cell = cells.get(key);
    cells.set(key, cell ? joined(cell, { x, y, all: [it] }) : { x, y, all: [it] });
  }
  return [...cells.values()];
}

function joined<T>(one: Spot<T>, other: Spot<T>): Spot<T> {
  const [n, m] = [one.all.length, other.all.length];
  one.all.push(...other.all);
  return { x: (one.x * n + other.x * m) / (n + m), y: (one.y * n + other.y * m) / (n + m), all: one.all };
}

function closest<T>(spots: readonly Spot<T>[], apart: number): [number, number] | null {
  let best: [number, number] | null = null;
  let shortest = apart * apart;
  for (let i = 0; i < spots.length; i++) {
    const one = spots[i] as Spot<T>;
    for (let j = i + 1; j < spots.length; j++) {
      const other = spots[j] as Spot<T>;
      const far = (one.x - other.x) ** 2 + (one.y - other.y) ** 2;
      if (far < shortest) {
        shortest = far;
        best = [i, j];
      }
    }
  }
  return best;
}
