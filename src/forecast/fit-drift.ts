// Where all groups together have been moving lately.
import type { Learnt } from './learnt.ts';
import { latest, missOf } from './misses.ts';

/** The drift's variance grows by this much from one day with nights to the next, and a day strays from it by so much. */
const DRIFT_PER_DAY = 0.001;
const DAY_STRAYS = 0.005;

/** Where the honest misses of all groups have been moving: a level that walks, seen through each day's nights (Kalman 1960). */
export function fitDrift(learnt: Learnt): void {
  let level = 0;
  let variance = 0;
  const byDay = Map.groupBy(latest(learnt.seen), ({ ended_at }) => Math.floor(ended_at / 86_400_000));
  for (const nights of byDay.values()) {
    variance += DRIFT_PER_DAY;
    let beyond = 0;
    let scale = 0;
    for (const seen of nights) {
      const { miss, information, unsure } = missOf(seen);
      const weight = 1 / (1 + (learnt.spread + unsure) * information);
      beyond += weight * miss;
      scale += weight * information;
    }
    if (scale < 1e-9) continue;
    const gain = variance / (variance + 1 / scale + DAY_STRAYS);
    level += gain * (beyond / scale - level);
    variance *= 1 - gain;
  }
  learnt.drift = { level, variance: variance + DRIFT_PER_DAY };
}
