// Learning from nights that were: coefficients, groups, drift, night-to-night spread, persons' records.
import { fitDrift } from './fit-drift.ts';
import { fitSpread } from './fit-spread.ts';
import { type Cell, groupIn, type Learnt, look, type Seen, withOutcome } from './learnt.ts';
import { informationOf, latest } from './misses.ts';
import { type PastNight, signedUp } from './nights.ts';
import { diagonal, dot, inverse, times } from './solve.ts';
import { chance, TRAITS, traits } from './traits.ts';

/** After this many of its later nights a night says half as much about its group's rate (practice.md NUM-3). */
const HALF_LIFE_NIGHTS = 6;

/** A past night and what had been forecast of it (`look`, before it was known); without: it is looked at now. */
export type Told = { night: PastNight; looked?: ReturnType<typeof look> | undefined };

/**
 * Takes past nights in, oldest first, and fits again. Changes `learnt`. A night is forecast before it is learnt from, so
 * that drift, spread and records are learnt from honest misses.
 */
export function learnFrom(learnt: Learnt, nights: readonly Told[]): void {
  for (const { night, looked } of nights) take(learnt, night, looked ?? look(learnt, night));
  if (nights.length > 0) refit(learnt);
}

function take(learnt: Learnt, night: PastNight, { cells, log_odds, unsure }: ReturnType<typeof look>): void {
  const known = cells.map((_, at) => typeof night.came === 'number' || typeof night.came[at] === 'boolean');
  const seen: Seen = {
    group: night.group,
    ended_at: night.ended_at,
    cells: withOutcome(cells, night),
    foreseen: log_odds.filter((_, at) => known[at]),
    unsure,
    walk_ins: night.walk_ins,
  };
  learnt.seen.push(seen);
  const group = groupIn(learnt, night.group);
  const sizes = group.sizes + Math.log(Math.max(1, signedUp(night)));
  learnt.groups.set(night.group, { ...group, nights: group.nights + 1, sizes });
  seen.cells.forEach(({ person, came }, at) => {
    if (person === null) return;
    const p = chance(seen.foreseen[at]!);
    const before = learnt.records.get(person) ?? { beyond: 0, information: 0 };
    learnt.records.set(person, {
      beyond: before.beyond + came - p,
      information: before.information + p * (1 - p),
    });
  });
}

/** Two sweeps a time: it is asked again after every day, from where it stood. */
function refit(learnt: Learnt): void {
  for (let sweep = 0; sweep < (learnt.seen.length < 50 ? 6 : 2); sweep++) {
    fitCoefficients(learnt);
    fitGroups(learnt);
  }
  fitSpread(learnt);
  fitDrift(learnt);
}

/** One step of Newton on the penalised likelihood; a night's sign-ups share its luck, so they weigh less than as many strangers. */
function fitCoefficients(learnt: Learnt): void {
  const hessian = diagonal(traits.map(({ sd }) => 1 / (sd * sd)));
  const gradient = Float64Array.from(traits, ({ middle, sd }, k) => (middle - learnt.beta[k]!) / (sd * sd));
  for (const seen of latest(learnt.seen)) {
    const effect = groupIn(learnt, seen.group).effect;
    const odds = seen.cells.map(({ x }) => chance(dot(x, learnt.beta) + effect));
    const weight = 1 / (1 + learnt.spread * informationOf(seen.cells, odds));
    for (const [at, cell] of seen.cells.entries()) addCell(hessian, gradient, cell, odds[at]!, Math.max(weight, 0.2));
  }
  learnt.covariance = inverse(hessian);
  const step = times(learnt.covariance, gradient);
  for (let k = 0; k < TRAITS; k++) learnt.beta[k] = learnt.beta[k]! + Math.max(-1, Math.min(1, step[k]!));
}

function addCell(
  hessian: Float64Array[],
  gradient: Float64Array,
  { x, filled, n, came }: Cell,
  p: number,
  weight: number,
): void {
  const miss = weight * (came - n * p);
  const curve = weight * n * p * (1 - p);
  for (const i of filled) {
    const xi = x[i]!;
    gradient[i] = gradient[i]! + miss * xi;
    const row = hessian[i]!;
    for (const j of filled) row[j] = row[j]! + curve * xi * x[j]!;
  }
}

/** Each group's own level, newer nights weighing more; and how much groups differ. */
function fitGroups(learnt: Learnt): void {
  const byGroup = Map.groupBy(learnt.seen, ({ group }) => group);
  let squares = 0;
  for (const [name, nights] of byGroup) {
    const group = groupIn(learnt, name);
    let gradient = -group.effect / learnt.group_variance;
    let information = 1 / learnt.group_variance;
    nights.slice(-HALF_LIFE_NIGHTS * 8).forEach((seen, at, all) => {
      const weight = 0.5 ** ((all.length - 1 - at) / HALF_LIFE_NIGHTS);
      const night = nightNow(learnt, seen, group.effect);
      const shared = weight / (1 + learnt.spread * night.information);
      gradient += shared * (night.came - night.expected);
      information += shared * night.information;
    });
    const effect = group.effect + Math.max(-1, Math.min(1, gradient / information));
    learnt.groups.set(name, { ...group, effect, variance: 1 / information });
    squares += effect * effect + 1 / information;
  }
  // The prior counts as much as three groups.
  learnt.group_variance = (squares + 3 * 0.25) / (byGroup.size + 3);
  centreGroups(learnt);
}

/**
 * Moves what all groups share from their effects into the base, as far as both beliefs together like it best: fitted in
 * turns, the two would otherwise wander off in opposite directions.
 */
function centreGroups(learnt: Learnt): void {
  const [base] = traits;
  const precision = 1 / (base!.sd * base!.sd);
  const effects = [...learnt.groups.values()].reduce((sum, { effect }) => sum + effect, 0);
  const shift =
    (effects / learnt.group_variance - (learnt.beta[0]! - base!.middle) * precision) /
    (precision + learnt.groups.size / learnt.group_variance);
  learnt.beta[0] = learnt.beta[0]! + shift;
  for (const [name, group] of learnt.groups) learnt.groups.set(name, { ...group, effect: group.effect - shift });
}

function nightNow(
  learnt: Learnt,
  { cells }: Seen,
  effect: number,
): { came: number; expected: number; information: number } {
  let came = 0;
  let expected = 0;
  let information = 0;
  for (const cell of cells) {
    const p = chance(dot(cell.x, learnt.beta) + effect);
    came += cell.came;
    expected += cell.n * p;
    information += cell.n * p * (1 - p);
  }
  return { came, expected, information };
}
