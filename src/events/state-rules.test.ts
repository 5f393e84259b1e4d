// The table of states as a table: what is in it is listed here once more by hand, and everything else is refused.
import { describe, expect, it } from 'vitest';
import { afterAnExcuse, afterTheDoor, afterTheMorning, tellsWhoMissed } from './attendance-rules.ts';
import { changeOf, changes, enrolmentStates, guestStates, hasSeat, seatStates, takenStates } from './state-rules.ts';
import type { EnrolmentState } from './tables.ts';

/** Rows: from; columns: to. `s` seat, `p` place, `o` offer, `l` lost: what is mailed. `.` in silence, `a` attendance, `-` no way. */
const table = `
              entered interested offered going waitlisted released checked_in missed walked_in excused
null          .       .          -       s     p          -        -          -      -         -
entered       -       -          -       s     p          .        -          -      a         -
interested    .       -          -       s     p          .        -          -      a         -
offered       -       -          -       s     p          .        a          -      -         -
going         -       -          -       -     -          l        a          a      -         -
waitlisted    -       -          o       s     -          .        -          -      a         -
released      .       .          -       s     p          -        -          -      a         -
checked_in    -       -          -       a     -          -        -          -      -         -
missed        -       -          -       a     -          -        a          -      -         a
walked_in     a       a          -       -     a          a        s          -      -         -
excused       -       -          -       a     -          -        a          a      -         -`;

const marks = { seat: 's', place: 'p', offer: 'o', lost: 'l' } as const;

describe('the ways from one state to another', () => {
  const [head = '', ...rows] = table.trim().split('\n');
  const to = head.trim().split(/\s+/) as EnrolmentState[];

  it('are named once each, and know every state', () => {
    expect([...to].sort()).toEqual([...enrolmentStates].sort());
    expect(rows.map((row) => row.split(/\s+/)[0])).toEqual(['null', ...to.toSorted(byRow(rows))]);
    const ends = changes.map(({ from, to: end }) => `${from} ${end}`);
    expect(new Set(ends).size).toBe(ends.length);
  });

  it.each(rows)('%s', (row) => {
    const [from = '', ...said] = row.split(/\s+/);
    const found = to.map((end) => {
      const change = changeOf(from === 'null' ? null : (from as EnrolmentState), end);
      if (!change) return '-';
      if (change.isAttendance) return change.tells === null ? 'a' : 'an attendance that mails';
      return change.tells === null ? '.' : marks[change.tells];
    });
    expect(found).toEqual(said);
  });

  it('lead from a seat to none only with a mail, or back from the door', () => {
    const lost = changes.filter(({ from, to: end }) => hasSeat(from) && !hasSeat(end));
    expect(lost.map(({ tells }) => tells)).toEqual(['lost']);
  });
});

function byRow(rows: string[]) {
  const names = rows.map((row) => row.split(/\s+/)[0]);
  return (a: string, b: string) => names.indexOf(a) - names.indexOf(b);
}

describe('states', () => {
  it('that have a seat are taken, and so is one that is offered', () => {
    expect(seatStates).toEqual(['going', 'checked_in', 'missed', 'excused']);
    expect(takenStates.filter((state) => !seatStates.includes(state))).toEqual(['offered']);
    expect(enrolmentStates.filter((state) => !guestStates.includes(state))).toEqual([
      'entered',
      'interested',
      'released',
    ]);
  });
});

describe('at the door', () => {
  it.each<[EnrolmentState, EnrolmentState]>([
    ['going', 'checked_in'],
    ['offered', 'checked_in'],
    ['missed', 'checked_in'],
    ['excused', 'checked_in'],
    ['checked_in', 'checked_in'],
    ['waitlisted', 'walked_in'],
    ['released', 'walked_in'],
    ['interested', 'walked_in'],
    ['entered', 'walked_in'],
    ['walked_in', 'walked_in'],
  ])('who was %s is %s', (state, then) => {
    expect(afterTheDoor({ state, came_from: state === 'walked_in' ? 'released' : null }, true)).toBe(then);
    expect(changeOf(state, then) !== undefined || state === then).toBe(true);
  });

  it('who is taken back stands where they stood before, and nobody else is touched', () => {
    expect(afterTheDoor({ state: 'checked_in', came_from: null }, false)).toBe('going');
    for (const came_from of ['entered', 'interested', 'waitlisted', 'released'] as const)
      expect(afterTheDoor({ state: 'walked_in', came_from }, false)).toBe(came_from);
    for (const state of ['going', 'waitlisted', 'released', 'missed', 'interested'] as const)
      expect(afterTheDoor({ state, came_from: null }, false)).toBe(state);
  });
});

describe('the morning after', () => {
  it('tells who missed it by a complete list alone, and not where nobody was let in with it', () => {
    expect(tellsWhoMissed('yes', 12)).toBe(true);
    expect(tellsWhoMissed('yes', 0)).toBe(false);
    expect(tellsWhoMissed('partly', 12)).toBe(false);
    expect(tellsWhoMissed('no', 12)).toBe(false);
  });

  it.each<[EnrolmentState, EnrolmentState, EnrolmentState]>([
    ['going', 'missed', 'going'],
    ['missed', 'missed', 'going'],
    ['excused', 'excused', 'going'],
    ['checked_in', 'checked_in', 'checked_in'],
    ['waitlisted', 'waitlisted', 'waitlisted'],
    ['released', 'released', 'released'],
    ['walked_in', 'walked_in', 'walked_in'],
  ])('%s is %s once it is known, and %s when it is not', (state, known, unknown) => {
    expect(afterTheMorning(state, true)).toBe(known);
    expect(afterTheMorning(state, false)).toBe(unknown);
  });
});

describe('an excuse', () => {
  it.each(enrolmentStates.map((state) => [state] as const))('%s', (state) => {
    expect(afterAnExcuse(state, true)).toBe(state === 'missed' ? 'excused' : state);
    expect(afterAnExcuse(state, false)).toBe(state === 'excused' ? 'missed' : state);
  });
});
