// Scans as doors might have seen them, in any mixture, and every way in which they may arrive. For tests and the bench.
import fc from 'fast-check';
import type { Book, Scan } from './merge-rules.ts';

/** Up to thirty scans of few people at few doors, so that they meet; undos of scans that are there, and of some that are not. */
export function someScans(): fc.Arbitrary<Scan[]> {
  const ids = fc.integer({ min: 0, max: 29 });
  return fc
    .uniqueArray(
      fc.record({
        scan_id: ids.map((n) => `scan-${n}`),
        kind: fc.constantFrom('in', 'in', 'in', 'walk_in', 'undo'),
        device_id: fc.constantFrom('front', 'back', 'lift'),
        person_id: fc.constantFrom('ada', 'bea', 'cem', 'dao'),
        undoes: ids.map((n) => `scan-${n}`),
        name: fc.constantFrom('', 'Kim', '李'),
        heads: fc.integer({ min: 1, max: 4 }),
        party: fc.integer({ min: 1, max: 4 }),
        at: fc.integer({ min: 0, max: 9 }),
      }),
      { selector: ({ scan_id }) => scan_id, maxLength: 30 },
    )
    .map((scans) => scans.map(asSeen));
}

/** What a scan of its kind does not say is left out. */
function asSeen(scan: { kind: 'in' | 'walk_in' | 'undo' } & Scan): Scan {
  return {
    ...scan,
    person_id: scan.kind === 'in' ? scan.person_id : null,
    undoes: scan.kind === 'undo' ? scan.undoes : null,
    heads: scan.kind === 'undo' ? 0 : scan.heads,
  };
}

/** The scans in another order; each up to three times; and dealt to doors that heard some of them in common. */
export function anySplit(scans: Scan[], dice: Iterable<number>): Scan[][][] {
  const throws = dice[Symbol.iterator]();
  const next = (most: number): number => (throws.next().value as number) % most;
  const mixed = <T>(list: T[]): T[] => {
    const left = [...list];
    return list.map(() => left.splice(next(left.length), 1)[0] as T);
  };
  const often = scans.flatMap((scan) => Array<Scan>(1 + next(3)).fill(scan));
  const doors: Scan[][] = [[], [], []];
  for (const scan of scans) {
    doors[next(3)]?.push(scan);
    if (next(2)) doors[next(3)]?.push(scan);
  }
  return [[mixed(scans)], [mixed(often)], mixed(doors.map(mixed))];
}

/** All a book says, to be compared. */
export function sayBook(book: Book) {
  return {
    arrivals: book.arrivals().map((one) => ({ ...one, scans: one.scans.map(({ scan_id }) => scan_id) })),
    walkIns: book
      .walkIns()
      .map(({ scan_id }) => scan_id)
      .sort(),
    heads: book.heads(),
    scans: book
      .scans()
      .map(({ scan_id }) => scan_id)
      .sort(),
  };
}
