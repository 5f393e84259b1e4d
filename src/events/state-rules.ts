// Every way a person relates to an evening, and every way from one to another: the table the desk goes by. Pure.
import type { EnrolmentState } from './tables.ts';

/** All of them; `docs/words.md` says what each means. */
export const enrolmentStates = [
  'entered',
  'interested',
  'offered',
  'going',
  'waitlisted',
  'released',
  'checked_in',
  'missed',
  'walked_in',
  'excused',
] as const satisfies readonly EnrolmentState[];

/** Those who have a seat, used or not. The one list of them: `state = any(${seatStates})`. */
export const seatStates: readonly EnrolmentState[] = ['going', 'checked_in', 'missed', 'excused'];

/** Those whose party counts as taken: a seat that is offered is kept for whoever it is offered to. */
export const takenStates: readonly EnrolmentState[] = [...seatStates, 'offered'];

/** Those who can still give back what they have: a seat, an offer, a place in line. */
export const returnableStates: readonly EnrolmentState[] = ['going', 'offered', 'waitlisted'];

/** Those the evening has to do with on the night and after it: with a seat, in line for one, or in the room without. */
export const guestStates: readonly EnrolmentState[] = [...takenStates, 'waitlisted', 'walked_in'];

/** What somebody is mailed about a change: a seat, a place in line, an offer, a seat that is gone; `null`: nothing. */
export type Tells = 'seat' | 'place' | 'offer' | 'lost' | null;

type From = EnrolmentState | null;

export type Change = {
  from: From;
  to: EnrolmentState;
  tells: Tells;
  /** Only what became of it on the night: how they came to their seat, and what they said about it, stays as it is. */
  isAttendance: boolean;
};

const asks = (from: readonly From[], to: EnrolmentState, tells: Tells): Change[] =>
  from.map((one) => ({ from: one, to, tells, isAttendance: false }));
const attends = (from: readonly From[], to: readonly EnrolmentState[]): Change[] =>
  from.flatMap((one) => to.map((other) => ({ from: one, to: other, tells: null, isAttendance: true })));

/** Whatever is not here cannot happen. `from` null: had nothing to do with the evening. */
export const changes: readonly Change[] = [
  // Before sign-up opens; a draw of lots will begin with `entered`.
  ...asks([null, 'interested', 'released'], 'entered', null),
  ...asks([null, 'released'], 'interested', null),
  // A seat: asked for, given by the waitlist or an organiser, taken up from an offer; for who came without one as well.
  ...asks([null, 'entered', 'interested', 'waitlisted', 'offered', 'released'], 'going', 'seat'),
  ...asks(['walked_in'], 'checked_in', 'seat'),
  // A place in line; an offer nobody took up ends there.
  ...asks([null, 'entered', 'interested', 'offered', 'released'], 'waitlisted', 'place'),
  ...asks(['waitlisted'], 'offered', 'offer'),
  // Given back, or freed by an organiser or the clock. Only a seat is missed by anybody.
  ...asks(['going'], 'released', 'lost'),
  ...asks(['entered', 'interested', 'offered', 'waitlisted'], 'released', null),
  // At the door, and taken back there. Who comes with an offer takes it up by coming.
  ...attends(['going', 'offered', 'missed', 'excused'], ['checked_in']),
  ...attends(['checked_in'], ['going']),
  ...attends(['entered', 'interested', 'waitlisted', 'released'], ['walked_in']),
  ...attends(['walked_in'], ['entered', 'interested', 'waitlisted', 'released']),
  // The morning after a complete door list; taken back when it was not complete after all.
  ...attends(['going'], ['missed']),
  ...attends(['missed'], ['excused', 'going']),
  ...attends(['excused'], ['missed', 'going']),
];

const byEnds = new Map(changes.map((change) => [`${change.from} ${change.to}`, change]));

/** The change from one state to another; undefined when there is no such way. */
export function changeOf(from: From, to: EnrolmentState): Change | undefined {
  return byEnds.get(`${from} ${to}`);
}

/** Whether somebody in this state has a seat. */
export function hasSeat(state: EnrolmentState | null | undefined): boolean {
  return state != null && seatStates.includes(state);
}
