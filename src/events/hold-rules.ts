// Seats kept for an address until somebody proves it. They count as taken, whoever's address it is. Pure.

/** `until` in epoch milliseconds. */
export type Hold = { party: number; until: number };

/** The part of the desk's book that holds are about. */
type Holding = { holds: Map<string, Hold>; taken: number };

/** Frees what is held for this person. True if something was. */
export function letGo(book: Holding, person: string): boolean {
  const held = book.holds.get(person);
  if (!held) return false;
  book.holds.delete(person);
  book.taken -= held.party;
  return true;
}

/** Frees every hold that has run out by now. */
export function letLapse(book: Holding & { now: number }): void {
  for (const [person, { until }] of book.holds) if (until <= book.now) letGo(book, person);
}

/** What is to be written after a decision, by person; `null`: the hold is gone. */
export function changedHolds(
  before: ReadonlyMap<string, Hold>,
  after: ReadonlyMap<string, Hold>,
): Map<string, Hold | null> {
  const gone = [...before.keys()].filter((person) => !after.has(person)).map((person) => [person, null] as const);
  const set = [...after].filter(([person, held]) => before.get(person) !== held);
  return new Map<string, Hold | null>([...gone, ...set]);
}
