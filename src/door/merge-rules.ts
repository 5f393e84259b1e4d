// What several doors saw, put together: a set of scans that only grows, and what follows from it. The same in the browser
// and on the server. Pure.

/** `in`: a guest was let in. `walk_in`: somebody without a seat was. `undo`: an earlier scan was a mistake. */
export type ScanKind = 'in' | 'walk_in' | 'undo';

export type Scan = {
  /** Made where it was seen, so that the same scan is the same wherever and however often it arrives. */
  scan_id: string;
  kind: ScanKind;
  /** Which phone saw it. */
  device_id: string;
  /** Whom an `in` let in. */
  person_id: string | null;
  /** The scan an `undo` takes back, which may arrive later than its undo. */
  undoes: string | null;
  /** What a walk-in is called, where they said. */
  name: string;
  /** How many came in with this scan. */
  heads: number;
  /** How many the seat is for, as the phone knew. */
  party: number;
  /** Milliseconds, by the clock of the phone. */
  at: number;
};

/** Somebody who is in. */
export type Arrival = {
  person_id: string;
  /** Never more than the seat is for, however many doors let them in. */
  heads: number;
  /** The scans that hold, by time. */
  scans: readonly Scan[];
  /** More came in on this seat than it is for: one ticket at two doors that could not hear each other. */
  is_doubled: boolean;
};

export type Book = {
  /** Takes a scan on; one it knows changes nothing. True when it was new. */
  add(scan: Scan): boolean;
  has(scan_id: string): boolean;
  scan(scan_id: string): Scan | undefined;
  isUndone(scan_id: string): boolean;
  arrival(person_id: string): Arrival | undefined;
  arrivals(): Arrival[];
  /** Those without a seat who are in, by time. */
  walkIns(): Scan[];
  /** How many are in. */
  heads(): number;
  /** By the phone that saw them first. */
  headsByDevice(): Map<string, number>;
  /** Every scan, undone ones and undos too, by time. */
  scans(): Scan[];
};

/**
 * An empty book. What it says depends on which scans were added and on nothing else: not on their order, nor on how often
 * each came, nor on who had which first. Adding costs the same however many there are.
 */
export function openBook(scans: Iterable<Scan> = []): Book {
  const known = new Map<string, Scan>();
  const undone = new Set<string>();
  const byPerson = new Map<string, Scan[]>();
  const seats = new Map<string, Arrival>();
  const walkIns = new Map<string, Scan>();
  let heads = 0;

  const settle = (person_id: string) => {
    heads -= seats.get(person_id)?.heads ?? 0;
    const arrival = arrivalOf(person_id, (byPerson.get(person_id) ?? []).filter(holds));
    if (arrival) seats.set(person_id, arrival);
    else seats.delete(person_id);
    heads += arrival?.heads ?? 0;
  };
  const holds = ({ scan_id }: Scan) => !undone.has(scan_id);

  /** What a scan says while it holds, taken on or taken back. */
  const weigh = (scan: Scan) => {
    if (scan.kind === 'in' && scan.person_id !== null) settle(scan.person_id);
    if (scan.kind !== 'walk_in') return;
    const isIn = walkIns.has(scan.scan_id);
    if (holds(scan) === isIn) return;
    heads += isIn ? -scan.heads : scan.heads;
    if (isIn) walkIns.delete(scan.scan_id);
    else walkIns.set(scan.scan_id, scan);
  };

  const book: Book = {
    add(scan) {
      if (known.has(scan.scan_id)) return false;
      known.set(scan.scan_id, scan);
      if (scan.kind === 'undo' && scan.undoes !== null) {
        undone.add(scan.undoes);
        const taken = known.get(scan.undoes);
        if (taken) weigh(taken);
      } else if (scan.kind === 'in' && scan.person_id !== null) {
        const theirs = byPerson.get(scan.person_id) ?? [];
        theirs.push(scan);
        byPerson.set(scan.person_id, theirs);
        weigh(scan);
      } else weigh(scan);
      return true;
    },
    has: (scan_id) => known.has(scan_id),
    scan: (scan_id) => known.get(scan_id),
    isUndone: (scan_id) => undone.has(scan_id),
    arrival: (person_id) => seats.get(person_id),
    arrivals: () => [...seats.values()].sort((a, b) => (a.person_id < b.person_id ? -1 : 1)),
    walkIns: () => [...walkIns.values()].sort(byTime),
    heads: () => heads,
    headsByDevice() {
      const counts = new Map<string, number>();
      const count = (scan: Scan | undefined, more: number) =>
        scan && counts.set(scan.device_id, (counts.get(scan.device_id) ?? 0) + more);
      for (const { scans: theirs, heads: more } of seats.values()) count(theirs[0], more);
      for (const scan of walkIns.values()) count(scan, scan.heads);
      return counts;
    },
    scans: () => [...known.values()].sort(byTime),
  };
  for (const scan of scans) book.add(scan);
  return book;
}

function arrivalOf(person_id: string, holding: Scan[]): Arrival | undefined {
  if (holding.length === 0) return undefined;
  const scans = holding.sort(byTime);
  const came = scans.reduce((sum, { heads }) => sum + heads, 0);
  const party = Math.max(...scans.map((scan) => scan.party));
  return { person_id, heads: Math.min(came, party), scans, is_doubled: came > party };
}

/** Two scans of one moment are told apart by their ids, so that every phone puts them in one order. */
function byTime(a: Scan, b: Scan): number {
  return a.at - b.at || (a.scan_id < b.scan_id ? -1 : 1);
}
