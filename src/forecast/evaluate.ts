// Whether to trust the forecast: it is made again for each past night from what was known two days before, and compared.
import { betaBinomial, type Counts } from './counts.ts';
import { learnFrom } from './learn.ts';
import { look, nothingLearnt } from './learnt.ts';
import { type PastNight, signedUp, turnOutOf } from './nights.ts';
import { crps, distanceFromUniform, draws, pit, range80, ratioInterval } from './score.ts';
import { foresee } from './turn-out.ts';

/** A forecast is made this long before the start: when food is ordered (practice.md §1.2). */
export const FORECAST_BEFORE_MS = 2 * 86_400_000;

export type Evaluation = {
  events: number;
  crps: number;
  crps_naive: number;
  crps_last3: number;
  crps_ratio_naive: number;
  crps_ratio_last3: number;
  ratio_ci95: [number, number];
  cover80: number;
  nominal80: number;
  pit_ks: number;
};

/** One night forecast and known: what a page shows of it. */
export type Judged = {
  night: string;
  group: string;
  starts_at: number;
  rsvps: number;
  came: number;
  low: number;
  high: number;
  middle: number;
};

/**
 * Rolling origin. Each night is forecast from those that had ended two days before it began, refitted whenever more have.
 * The list of sign-ups is taken as it stands in `nights`; how many more will sign up is another question (`sign-ups.ts`).
 * Nights with nothing before them are learnt from but not counted: there is nobody to compare with. `from` (epoch
 * milliseconds): only nights from then on are counted. `null` where none can be.
 *
 * The rulers: *naive*, the show rate of all earlier nights × sign-ups, binomial; *last3*, the mean show rate of the group's
 * last three nights, binomial (naive, while it has none).
 */
export function evaluate(
  nights: readonly PastNight[],
  from = Number.NEGATIVE_INFINITY,
): { evaluation: Evaluation; judged: Judged[] } | null {
  const inOrder = [...nights].sort((a, b) => a.starts_at - b.starts_at || (a.night < b.night ? -1 : 1));
  const byEnd = [...inOrder].sort((a, b) => a.ended_at - b.ended_at || a.starts_at - b.starts_at);
  const walk_ins = nights.some((night) => night.walk_ins !== null);
  const learnt = nothingLearnt();
  const before = rates();
  const looked = new Map<string, ReturnType<typeof look>>();
  const scores = { ours: [] as number[], naive: [] as number[], last3: [] as number[] };
  const draw = draws(7);
  const pits: number[] = [];
  const judged: Judged[] = [];
  let nominal = 0;
  let hits = 0;
  let next = 0;

  for (const night of inOrder) {
    const moment = night.starts_at - FORECAST_BEFORE_MS;
    const ended: PastNight[] = [];
    while (next < byEnd.length && byEnd[next]!.ended_at <= moment) ended.push(byEnd[next++]!);
    learnFrom(
      learnt,
      ended.map((past) => ({ night: past, looked: looked.get(past.night) })),
    );
    for (const past of ended) before.add(past);
    const view = look(learnt, night);
    looked.set(night.night, view);
    const naive = before.all();
    if (naive === null || night.starts_at < from) continue;

    const came = turnOutOf(night);
    const { counts, p50 } = foresee(learnt, night, { walk_ins, looked: view });
    scores.ours.push(crps(counts, came));
    scores.naive.push(crps(binomial(night, naive), came));
    scores.last3.push(crps(binomial(night, before.last3(night.group) ?? naive), came));
    const range = range80(counts, came);
    nominal += range.nominal;
    hits += range.hit ? 1 : 0;
    pits.push(pit(counts, came, draw()));
    const { low, high } = range;
    judged.push({
      night: night.night,
      group: night.group,
      starts_at: night.starts_at,
      rsvps: signedUp(night),
      came,
      low,
      high,
      middle: p50,
    });
  }
  const events = judged.length;
  if (events === 0) return null;
  const [ours, naive, last3] = [mean(scores.ours), mean(scores.naive), mean(scores.last3)];
  const evaluation = {
    events,
    crps: ours,
    crps_naive: naive,
    crps_last3: last3,
    crps_ratio_naive: ours / naive,
    crps_ratio_last3: ours / last3,
    ratio_ci95: ratioInterval(scores.ours, scores.naive),
    cover80: hits / events,
    nominal80: nominal / events,
    pit_ks: distanceFromUniform(pits),
  };
  return { evaluation, judged };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const binomial = (night: PastNight, rate: number): Counts =>
  betaBinomial(signedUp(night), Math.min(1 - 1e-9, Math.max(1e-9, rate)), 0);

/** The rulers' memory: show rates of the nights so far. */
function rates() {
  let came = 0;
  let listed = 0;
  const byGroup = new Map<string, number[]>();
  return {
    add(night: PastNight): void {
      const n = signedUp(night);
      if (n === 0) return;
      came += turnOutOf(night);
      listed += n;
      byGroup.set(night.group, [...(byGroup.get(night.group) ?? []), turnOutOf(night) / n].slice(-3));
    },
    all: (): number | null => (listed === 0 ? null : came / listed),
    last3: (group: string): number | null => {
      const last = byGroup.get(group);
      return last ? mean(last) : null;
    },
  };
}
