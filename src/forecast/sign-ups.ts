// How many more will sign up: from the sign-ups so far to those there will be.
import { type Counts, gammaPoisson, meanOf, plus, quantile, sumOfCoins } from './counts.ts';
import { diagonal, inverse, times } from './solve.ts';

/** An evening's sign-ups at one moment before its start. */
export type SoFar = {
  /** Have a seat now. */
  now: number;
  /** Signed up in the last seven days (or since sign-up opened, when that is less). */
  lately: number;
  days_left: number;
};

/** The same of an evening that was, and what it ended with. */
export type CurvePoint = SoFar & { final: number };

export type Curve = { theta: Float64Array; covariance: Float64Array[]; spread: number; stays: number };

/**
 * Beliefs about log(new sign-ups a day): its level, and how it follows those of the last week. One new seat a day for a
 * list that took one a day lately.
 */
const beliefs = [
  { middle: 0.1, sd: 0.7 },
  { middle: 0.55, sd: 0.25 },
  { middle: 0.25, sd: 0.25 },
];

/** Nobody signs up at the same pace for ever: days beyond this many hardly add. */
const DAYS_THAT_COUNT = 30;

/** Share of the seated who are still on the list at the end, and how many heads that belief weighs. */
const STAYS = 0.95;
const STAYS_HEADS = 200;

/** Variance of a curve's own pace on the log scale, before a group's curves have taught more; the belief weighs six curves. */
const SPREAD = 0.35;
const SPREAD_CURVES = 6;

const columnsOf = ({ now, lately }: SoFar): Float64Array =>
  Float64Array.of(1, Math.log((lately + 0.5) / 7), Math.log((now + 1) / 15));

/** What past curves say. Fitted as log-linear counts with more than Poisson spread; none: the belief alone. */
export function curveFrom(points: readonly CurvePoint[]): Curve {
  const theta = Float64Array.from(beliefs, ({ middle }) => middle);
  let covariance = diagonal(beliefs.map(({ sd }) => sd * sd));
  let spread = SPREAD;
  const lost = points.reduce((sum, { now, final }) => sum + Math.max(0, now - final), 0);
  const heads = points.reduce((sum, { now }) => sum + now, 0);
  const stays = 1 - ((1 - STAYS) * STAYS_HEADS + lost) / (STAYS_HEADS + heads);
  for (let sweep = 0; sweep < 12; sweep++) {
    const hessian = diagonal(beliefs.map(({ sd }) => 1 / (sd * sd)));
    const gradient = Float64Array.from(beliefs, ({ middle, sd }, k) => (middle - theta[k]!) / (sd * sd));
    let strays = SPREAD * SPREAD_CURVES;
    for (const point of points) {
      const { x, mean } = expected(theta, point);
      const gained = gainedBy(point, stays);
      const weight = 1 / (1 + spread * mean);
      for (let i = 0; i < x.length; i++) {
        gradient[i] = gradient[i]! + weight * (gained - mean) * x[i]!;
        for (let j = 0; j < x.length; j++) hessian[i]![j] = hessian[i]![j]! + weight * mean * x[i]! * x[j]!;
      }
      strays += Math.max(0, (gained - mean) ** 2 - mean) / Math.max(0.25, mean * mean);
    }
    covariance = inverse(hessian);
    const step = times(covariance, gradient);
    for (let k = 0; k < theta.length; k++) theta[k] = theta[k]! + Math.max(-0.5, Math.min(0.5, step[k]!));
    spread = Math.min(2, strays / (SPREAD_CURVES + points.length));
  }
  return { theta, covariance, spread, stays };
}

/** Sign-ups there will be at the start. */
export function signUpsToCome(
  curve: Curve,
  point: SoFar,
): { counts: Counts; p10: number; p50: number; p90: number; mean: number } {
  const { x, mean } = expected(curve.theta, point);
  const unsure = x.reduce((sum, xi, i) => sum + xi * times(curve.covariance, x)[i]!, 0);
  const stays = curve.stays ** Math.min(1, point.days_left / 7);
  const counts = plus(
    sumOfCoins([{ n: point.now, p: stays }]),
    gammaPoisson(mean, mean * mean * (curve.spread + unsure)),
  );
  return {
    counts,
    p10: quantile(counts, 0.1),
    p50: quantile(counts, 0.5),
    p90: quantile(counts, 0.9),
    mean: meanOf(counts),
  };
}

function expected(theta: Float64Array, point: SoFar): { x: Float64Array; mean: number } {
  const x = columnsOf(point);
  const days = DAYS_THAT_COUNT * (1 - Math.exp(-Math.max(0, point.days_left) / DAYS_THAT_COUNT));
  const perDay = Math.exp(
    Math.min(
      6,
      x.reduce((sum, xi, k) => sum + xi * theta[k]!, 0),
    ),
  );
  return { x, mean: Math.max(1e-6, perDay * days) };
}

/** New sign-ups a point ended with: more than the difference, since some of those before gave their seat back. */
const gainedBy = ({ now, final }: CurvePoint, stays: number): number => Math.max(0, final - now * stays);
