// Chance with a seed: the same throws every time, so that the town is the same town wherever it is built.

export type Dice = {
  /** From 0 up to, not including, 1. */
  throw(): number;
  /** A whole number between the two, both included. */
  whole(from: number, to: number): number;
  /** True once in a while: `happens(0.2)` one time in five. */
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Dice of their own for a part of the work, so that a change in one part does not move the others. */
  own(name: string): Dice;
};

/** mulberry32 over a 32-bit FNV-1a hash of `seed`: small, even enough for a town, not for secrets. */
export function openDice(seed: string): Dice {
  let state = hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    throw: next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (share) => next() < share,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new Error('demo: nothing to pick from');
      return list[Math.floor(next() * list.length)] as T;
    },
    own: (name) => openDice(`${seed}/${name}`),
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
