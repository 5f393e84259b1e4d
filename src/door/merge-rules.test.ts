// Scans merge like a set: any order, duplication or partition ends the same, and none is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Book, openBook, type Scan } from './merge-rules.ts';
import { anySplit, sayBook, someScans } from './scans-for-tests.ts';

const let_in = (scan_id: string, more: Partial<Scan> = {}): Scan => ({
  scan_id,
  kind: 'in',
  device_id: 'front',
  person_id: 'ada',
  undoes: null,
  name: '',
  heads: 1,
  party: 1,
  at: 1,
  ...more,
});
const undo = (scan_id: string, undoes: string, at = 9): Scan =>
  let_in(scan_id, { kind: 'undo', person_id: null, undoes, heads: 0, at });
const walk_in = (scan_id: string, more: Partial<Scan> = {}): Scan =>
  let_in(scan_id, { kind: 'walk_in', person_id: null, name: 'Kim', ...more });

describe('what a book says', () => {
  it('counts the same guest once, however many doors let them in', () => {
    const book = openBook([let_in('a'), let_in('b', { device_id: 'back', at: 2 })]);
    expect(book.heads()).toBe(1);
    expect(book.arrival('ada')).toMatchObject({ heads: 1, is_doubled: true });
    expect([...book.headsByDevice()]).toEqual([['front', 1]]);
  });

  it('lets a party come in bit by bit, at any door', () => {
    const book = openBook([
      let_in('a', { heads: 1, party: 3 }),
      let_in('b', { heads: 2, party: 3, device_id: 'back' }),
    ]);
    expect(book.arrival('ada')).toMatchObject({ heads: 3, is_doubled: false });
  });

  it('takes back what was a mistake, also when that is heard first', () => {
    for (const scans of [
      [let_in('a'), undo('u', 'a')],
      [undo('u', 'a'), let_in('a')],
    ]) {
      expect(openBook(scans).heads()).toBe(0);
      expect(openBook(scans).arrival('ada')).toBeUndefined();
    }
  });

  it('lets somebody in again after a mistake was taken back', () => {
    expect(openBook([let_in('a'), undo('u', 'a'), let_in('b', { at: 12 })]).arrival('ada')).toMatchObject({ heads: 1 });
  });

  it('takes back one of two scans and keeps the other: they are in, and no longer twice', () => {
    const book = openBook([let_in('a'), let_in('b', { device_id: 'back', at: 2 }), undo('u', 'a')]);
    expect(book.arrival('ada')).toMatchObject({ heads: 1, is_doubled: false });
    expect([...book.headsByDevice()]).toEqual([['back', 1]]);
  });

  it('counts walk-ins apart, also without a name', () => {
    const book = openBook([walk_in('w', { heads: 2 }), walk_in('x', { name: '' }), undo('u', 'x'), let_in('a')]);
    expect(book.walkIns().map(({ scan_id }) => scan_id)).toEqual(['w']);
    expect(book.heads()).toBe(3);
  });
});

describe('scans merge like a set', () => {
  it('in any order, as often as they like, cut up in any way', () => {
    fc.assert(
      fc.property(someScans(), fc.infiniteStream(fc.nat()), (scans, dice) => {
        const whole = sayBook(openBook(scans));
        expect(whole).toEqual(saidPlainly(scans));
        for (const doors of anySplit(scans, dice)) expect(sayBook(openBook(doors.flat()))).toEqual(whole);
      }),
      { numRuns: 10_000 },
    );
  });

  it('and doors that hear each other only now and then end with the same book', () => {
    fc.assert(
      fc.property(someScans(), fc.array(fc.nat(), { maxLength: 60 }), (scans, talks) => {
        const doors = [openBook(), openBook(), openBook()];
        scans.forEach((scan, i) => {
          (doors[(talks[i] ?? i) % 3] as Book).add(scan);
          const [one, other] = [doors[(talks[i] ?? 0) % 3] as Book, doors[i % 3] as Book];
          if (i % 2) for (const heard of one.scans()) other.add(heard);
        });
        for (const one of doors) for (const other of doors) for (const heard of other.scans()) one.add(heard);
        for (const one of doors) for (const heard of doors.flatMap((door) => door.scans())) one.add(heard);
        for (const door of doors) expect(sayBook(door)).toEqual(sayBook(openBook(scans)));
      }),
      { numRuns: 500 },
    );
  });
});

/** The same worked out the long way, from the words of the rule alone. */
function saidPlainly(scans: Scan[]): ReturnType<typeof sayBook> {
  const all = [...new Map(scans.map((scan) => [scan.scan_id, scan])).values()];
  const taken = new Set(all.flatMap(({ kind, undoes }) => (kind === 'undo' && undoes ? [undoes] : [])));
  const holding = all.filter(({ scan_id, kind }) => kind !== 'undo' && !taken.has(scan_id));
  const people = [
    ...new Set(holding.flatMap(({ kind, person_id }) => (kind === 'in' && person_id ? [person_id] : []))),
  ];
  const arrivals = people.sort().map((person_id) => {
    const theirs = holding.filter((scan) => scan.kind === 'in' && scan.person_id === person_id);
    const came = theirs.reduce((sum, { heads }) => sum + heads, 0);
    const party = Math.max(...theirs.map((scan) => scan.party));
    const ids = theirs.sort((a, b) => a.at - b.at || (a.scan_id < b.scan_id ? -1 : 1)).map(({ scan_id }) => scan_id);
    return { person_id, heads: Math.min(came, party), scans: ids, is_doubled: came > party };
  });
  const walkIns = holding.filter(({ kind }) => kind === 'walk_in');
  return {
    arrivals,
    walkIns: walkIns.map(({ scan_id }) => scan_id).sort(),
    heads: [...arrivals, ...walkIns].reduce((sum, { heads }) => sum + heads, 0),
    scans: all.map(({ scan_id }) => scan_id).sort(),
  };
}
