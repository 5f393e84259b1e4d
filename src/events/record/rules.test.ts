// What became of an evening, by where somebody stands and what they gave up.
import { expect, it } from 'vitest';
import type { EnrolmentState } from '../tables.ts';
import { type GivenUp, type Outcome, outcomeOf } from './rules.ts';

const seat = (via: GivenUp['via'], late = false): GivenUp => ({ from_state: 'going', via, late });
const place = (from_state: 'waitlisted' | 'offered', via: GivenUp['via']): GivenUp => ({
  from_state,
  via,
  late: false,
});

it.each<[EnrolmentState, GivenUp | null, Outcome | null]>([
  ['checked_in', null, 'came'],
  ['walked_in', null, 'walked_in'],
  ['missed', null, 'missed'],
  ['excused', null, 'excused'],
  ['going', null, 'not_noted'],
  ['waitlisted', null, 'waited'],
  ['offered', null, 'waited'],
  ['released', seat('page'), 'early'],
  ['released', seat('mail'), 'early'],
  ['released', seat('mail', true), 'late'],
  // Who did not give it back themselves did not give it back late.
  ['released', seat('organiser', true), 'freed'],
  ['released', seat('clock', true), 'unconfirmed'],
  ['released', place('waitlisted', 'page'), 'waited'],
  ['released', place('offered', 'clock'), 'waited'],
  ['released', null, null],
  ['interested', null, null],
  ['interested', seat('page'), 'early'],
  // What they gave up before they came again says nothing any more.
  ['checked_in', seat('page', true), 'came'],
])('%s, having given up %o: %s', (state, given_up, outcome) => {
  expect(outcomeOf({ stage: 'closed', state, given_up })).toBe(outcome);
  expect(outcomeOf({ stage: 'cancelled', state, given_up })).toBe(outcome && 'cancelled');
});
