// What becomes of somebody at the door and the morning after: where they stand next. Pure.
import { hasSeat } from './state-rules.ts';
import type { DoorList, EnrolmentState } from './tables.ts';

type Standing = { state: EnrolmentState; came_from: EnrolmentState | null };

/**
 * Where somebody stands whom the doors together saw come in, or of whom all was taken back (`isIn` false). The same seen again
 * changes nothing.
 */
export function afterTheDoor({ state, came_from }: Standing, isIn: boolean): EnrolmentState {
  if (isIn) {
    if (state === 'walked_in') return state;
    return hasSeat(state) || state === 'offered' ? 'checked_in' : 'walked_in';
  }
  if (state === 'checked_in') return 'going';
  return state === 'walked_in' ? (came_from ?? 'released') : state;
}

/** Where somebody stands once it is known that whoever was not seen did not come; or, `isKnown` false, that it is not known. */
export function afterTheMorning(state: EnrolmentState, isKnown: boolean): EnrolmentState {
  if (isKnown) return state === 'going' ? 'missed' : state;
  return state === 'missed' || state === 'excused' ? 'going' : state;
}

/** Where somebody stands once an organiser excused them, or took that back: only who missed it has anything to be excused. */
export function afterAnExcuse(state: EnrolmentState, isExcused: boolean): EnrolmentState {
  if (isExcused) return state === 'missed' ? 'excused' : state;
  return state === 'excused' ? 'missed' : state;
}

/**
 * Whether those nobody saw were not there: by a complete door list alone, and only where somebody was let in with it here. A
 * complete list on paper says how many came, and of nobody whether they did.
 */
export function tellsWhoMissed(door_list: DoorList, seen: number): boolean {
  return door_list === 'yes' && seen > 0;
}
