// Heads per reason: why a forecast says what it says, in numbers that add up to its middle.
import { groupIn, type Learnt, look } from './learnt.ts';
import { type Night, signedUp } from './nights.ts';
import { dot } from './solve.ts';
import { chance, type Reason, traits, usualColumns } from './traits.ts';
import { type StillToCome, type TurnOut, usualChance } from './turn-out.ts';
import { walkInsOf } from './walk-ins.ts';

/** `lately`: where the last forecasts missed. `more`: those still to sign up. `walk_ins`: without a seat. */
export type HeadsReason = Reason | 'lately' | 'more' | 'walk_ins';
export type Heads = { reason: HeadsReason; heads: number };

/** The order in which reasons are added, one on top of those before: what a reason weighs depends a little on it. */
const order: readonly Reason[] = [
  'posture',
  'online',
  'size',
  'lead',
  'reminder',
  'confirmed',
  'record',
  'promoted',
  'crew',
];

/**
 * The first, `usual`, is what so many ordinary sign-ups of this group bring; each further one is what that reason adds or
 * takes away. Whole heads, in sum exactly `turnOut.p50`; a reason that moves no head is left out.
 */
export function headsPerReason(
  learnt: Learnt,
  night: Night,
  turnOut: TurnOut,
  options: { walk_ins: boolean; more?: StillToCome },
): Heads[] {
  const { cells } = look(learnt, night);
  const effect = groupIn(learnt, night.group).effect;
  const expected = (reasons: ReadonlySet<Reason>, level: number): number =>
    cells.reduce((sum, { x, n }) => {
      const mixed = usualColumns.map((usual, k) => (reasons.has(traits[k]!.reason) ? x[k]! : usual));
      return sum + n * chance(dot(mixed, learnt.beta) + effect + level);
    }, 0);

  const taken = new Set<Reason>(['usual']);
  let before = expected(taken, 0);
  const exact: Heads[] = [{ reason: 'usual', heads: before }];
  for (const reason of order) {
    taken.add(reason);
    const now = expected(taken, 0);
    exact.push({ reason, heads: now - before });
    before = now;
  }
  const drifted = expected(taken, learnt.drift.level);
  exact.push({ reason: 'lately', heads: drifted - before });
  const more = (options.more?.mean ?? 0) * usualChance(learnt, night.group);
  exact.push({ reason: 'more', heads: more });
  if (options.walk_ins) exact.push({ reason: 'walk_ins', heads: walkInsOf(learnt, night.group, drifted + more).mean });
  return whole(exact, turnOut.p50).filter(
    ({ reason, heads }) => heads !== 0 || (reason === 'usual' && signedUp(night) > 0),
  );
}

/** Rounds so that the sum is `sum`: what rounding leaves over goes where it was cut off most; the rest to the first. */
function whole(exact: readonly Heads[], sum: number): Heads[] {
  const rounded = exact.map(({ reason, heads }) => ({
    reason,
    heads: Math.round(heads),
    cut: heads - Math.round(heads),
  }));
  let left = sum - rounded.reduce((total, { heads }) => total + heads, 0);
  for (const part of [...rounded].sort((a, b) => Math.abs(b.cut) - Math.abs(a.cut))) {
    if (left === 0 || Math.sign(part.cut) !== Math.sign(left)) continue;
    part.heads += Math.sign(left);
    left -= Math.sign(left);
  }
  rounded[0]!.heads += left;
  return rounded.map(({ reason, heads }) => ({ reason, heads }));
}
