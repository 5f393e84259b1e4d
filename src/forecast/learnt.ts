// What has been learnt so far, and how a sign-up looks in its light.
import type { Night, PastNight } from './nights.ts';
import { signedUp } from './nights.ts';
import { diagonal, dot, type Matrix } from './solve.ts';
import { columns, traits } from './traits.ts';

/** Some sign-ups of a night that look alike to the model: all their columns, and how many of them came. */
export type Cell = {
  x: Float64Array;
  /** Which columns are not 0: most are, and the fit goes over these alone. */
  filled: Uint8Array;
  n: number;
  came: number;
  person: string | null;
};

/** A past night as it is learnt from. */
export type Seen = {
  group: string;
  ended_at: number;
  cells: Cell[];
  /** Log odds of each cell as they were forecast, before anybody knew, without the drift. */
  foreseen: Float64Array;
  /** How unsure the forecast was of the night's log odds, beside the night-to-night spread. */
  unsure: number;
  walk_ins: number | null;
};

/** What is known of one group. */
export type GroupLearnt = {
  /** How its log odds differ from other groups', and how sure that is. */
  effect: number;
  variance: number;
  /** Its own night-to-night variance of the log odds. */
  spread: number;
  nights: number;
  /** Sum of log(signed up) over its nights: its usual size. */
  sizes: number;
};

/** Somebody's own nights with one group: how often they came beyond what was expected of them. */
export type PersonRecord = { beyond: number; information: number };

export type Learnt = {
  beta: Float64Array;
  /** How unsure `beta` is (inverse Hessian). */
  covariance: Matrix;
  groups: Map<string, GroupLearnt>;
  /** Variance of the groups' effects, and of a night around its group's. */
  group_variance: number;
  spread: number;
  /** Where all groups together are moving lately. */
  drift: { level: number; variance: number };
  records: Map<string, PersonRecord>;
  seen: Seen[];
};

/** Groups differ from each other by this sd on the log odds before they have taught more (practice.md §2.1: 20–75 %). */
const GROUP_SD = 0.5;

/** Night-to-night variance of the log odds: rho 0.02 (practice.md §11.P) at a show rate of 0.58 is 0.02 ÷ (0.58 × 0.42). */
export const SPREAD = 0.02 / (0.58 * 0.42);

/** Persons differ by this sd on the log odds; half of it or twice as much forecasts no worse (docs/forecast.md). */
const PERSON_SD = 0.6;

/** Nothing but the prior. */
export function nothingLearnt(): Learnt {
  return {
    beta: Float64Array.from(traits, ({ middle }) => middle),
    covariance: diagonal(traits.map(({ sd }) => sd * sd)),
    groups: new Map(),
    group_variance: GROUP_SD * GROUP_SD,
    spread: SPREAD,
    drift: { level: 0, variance: 0 },
    records: new Map(),
    seen: [],
  };
}

/** What is known of a group, or would be of one nobody has seen. */
export function groupIn(learnt: Learnt, group: string): GroupLearnt {
  return (
    learnt.groups.get(group) ?? {
      effect: 0,
      variance: learnt.group_variance,
      spread: learnt.spread,
      nights: 0,
      sizes: 0,
    }
  );
}

/** A night's sign-ups in the light of what was learnt: their log odds without the drift, and how unsure those are together. */
export function look(learnt: Learnt, night: Night): { cells: Cell[]; log_odds: Float64Array; unsure: number } {
  const group = groupIn(learnt, night.group);
  const size = group.nights === 0 ? 0 : Math.log(Math.max(1, signedUp(night))) - group.sizes / group.nights;
  const cells =
    typeof night.rsvps === 'number'
      ? [cell(columns(night, null, { record: 0, size }), night.rsvps, null)]
      : night.rsvps.map((rsvp) => {
          const person = rsvp.person === null ? null : recordKey(night.group, rsvp.person);
          return cell(columns(night, rsvp, { record: recordOf(learnt, person), size }), 1, person);
        });
  const log_odds = Float64Array.from(cells, ({ x }) => dot(x, learnt.beta) + group.effect);
  return { cells, log_odds, unsure: group.variance + unsureOfBeta(learnt, cells) };
}

function cell(x: Float64Array, n: number, person: string | null): Cell {
  const filled = Uint8Array.from([...x.keys()].filter((at) => x[at] !== 0));
  return { x, filled, n, came: 0, person };
}

/** A person's record is kept per group: what somebody did elsewhere is nobody's business here (practice.md NUM-8). */
export const recordKey = (group: string, person: string): string => `${group} ${person}`;

/** Posterior mean of a person's own log odds, shrunk towards 0: one step of Newton from there. */
export function recordOf(learnt: Learnt, key: string | null): number {
  const record = key === null ? undefined : learnt.records.get(key);
  return record ? record.beyond / (1 / (PERSON_SD * PERSON_SD) + record.information) : 0;
}

function unsureOfBeta(learnt: Learnt, cells: readonly Cell[]): number {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  if (n === 0) return 0;
  const middle = new Float64Array(learnt.beta.length);
  for (const cell of cells) for (let k = 0; k < middle.length; k++) middle[k] = middle[k]! + (cell.x[k]! * cell.n) / n;
  let variance = 0;
  for (let i = 0; i < middle.length; i++) variance += middle[i]! * dot(learnt.covariance[i]!, middle);
  return variance;
}

/** A past night's cells with who came in them; sign-ups of whom that is not known are left out. */
export function withOutcome(cells: readonly Cell[], night: PastNight): Cell[] {
  const { came } = night;
  if (typeof came === 'number') return cells.map((cell) => ({ ...cell, came: Math.min(came, cell.n) }));
  return cells.flatMap((cell, at) =>
    came[at] === null || came[at] === undefined ? [] : [{ ...cell, came: came[at] ? 1 : 0 }],
  );
}
