// Whether to trust the curve of sign-ups: each evening's final number foretold from the days before, and compared.
import { distanceFromUniform, draws, pit, range80 } from './score.ts';
import { type CurvePoint, curveFrom, signUpsToCome } from './sign-ups.ts';

/** One evening's sign-ups, some days before it began and in the end. `asked_at`: when, in epoch milliseconds; it ended at `ended_at`. */
export type JudgedCurve = CurvePoint & { asked_at: number; ended_at: number };

export type CurveEvaluation = {
  curves: number;
  /** Mean distance of our middle from what it came to ÷ that of "now × mean growth of those before". */
  curve_ratio: number;
  curve_cover80: number;
  curve_nominal80: number;
  curve_pit_ks: number;
};

/** Rolling origin: each curve sees only evenings that had ended when it was asked. `null` when none can be compared. */
export function evaluateCurves(curves: readonly JudgedCurve[]): CurveEvaluation | null {
  const draw = draws(11);
  const pits: number[] = [];
  let [ours, ruler, hits, nominal] = [0, 0, 0, 0];
  for (const curve of curves) {
    const before = curves.filter(({ ended_at }) => ended_at <= curve.asked_at);
    if (before.length === 0) continue;
    const growth = before.reduce((sum, { now, final }) => sum + final / Math.max(1, now), 0) / before.length;
    const { counts, p50 } = signUpsToCome(curveFrom(before), curve);
    const range = range80(counts, curve.final);
    ours += Math.abs(p50 - curve.final);
    ruler += Math.abs(curve.now * growth - curve.final);
    hits += range.hit ? 1 : 0;
    nominal += range.nominal;
    pits.push(pit(counts, curve.final, draw()));
  }
  const n = pits.length;
  if (n === 0) return null;
  return {
    curves: n,
    curve_ratio: ours / ruler,
    curve_cover80: hits / n,
    curve_nominal80: nominal / n,
    curve_pit_ks: distanceFromUniform(pits),
  };
}
