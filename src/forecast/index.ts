// How many will come: numbers in, ranges out. Pure; docs/forecast.md has the formulas and their sources.

import type { Room } from '#kit/room.ts';

export const forecastRoom: Room = {
  name: 'forecast',
  says: 'How many will come, and how many more will sign up: as a range, with reasons.',
  routes() {},
};

/** Seats to offer for a room and a risk, with what the popular formula risks. */
export { adviseCap, type CapAdvice, NIGHTS_FOR_MORE_THAN_TWICE, rhoOf, type ShowRate } from './cap.ts';
/** Distributions over heads, to read ranges off. */
export { betaBinomial, type Counts, chanceOfMoreThan, quantile } from './counts.ts';
/** Whether to trust it, on one's own past. */
export { type Evaluation, evaluate, type Judged } from './evaluate.ts';
/** The same for how many will sign up. */
export { evaluateCurves } from './evaluate-curves.ts';
/** A file of past nights, as nights. */
export { type NightRow, nightsFromRows } from './history-rows.ts';
/** Learns from past nights, oldest first. */
export { learnFrom } from './learn.ts';
export { type Learnt, nothingLearnt } from './learnt.ts';
/** What a forecast is made from. */
export type { Night, PastNight, Posture, Rsvp } from './nights.ts';
/** Why it says so, in heads that add up. */
export { type Heads, type HeadsReason, headsPerReason } from './reasons.ts';
/** How many more will sign up. */
export { type CurvePoint, curveFrom, type SoFar, signUpsToCome } from './sign-ups.ts';
/** The turn-out of one night: a distribution and its range. */
export { foresee, type StillToCome, showRate, type TurnOut } from './turn-out.ts';
