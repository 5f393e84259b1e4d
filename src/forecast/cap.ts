// How many seats to offer: the most that keeps the risk of a full room's doors below what was accepted.
import { betaBinomial, chanceOfMoreThan } from './counts.ts';

/** What a group's show rate is thought to be: its mean, and the correlation of a night's guests (practice.md §2.3). */
export type ShowRate = { mean: number; rho: number };

/** Above twice the room only nights of one's own say so (practice.md NUM-4: groups like Chicago need it). */
export const NIGHTS_FOR_MORE_THAN_TWICE = 6;

export type CapAdvice = {
  cap: number;
  /** Chance that more come than the room holds. */
  risk: number;
  /** What the popular formula (room ÷ show rate) says, and what it risks. */
  naive: number;
  naive_risk: number;
  /** The advice was cut at twice the room, for want of own nights. */
  cut: boolean;
};

/**
 * The largest cap with P(attendance > room) ≤ `risk` (0 to 0.2). Never below the room. `overbook` false (paid nights and
 * deposits, NUM-4): the room itself.
 */
export function adviseCap(
  room: number,
  rate: ShowRate,
  risk: number,
  options: { nights: number; overbook: boolean },
): CapAdvice {
  const overflow = (cap: number): number => chanceOfMoreThan(betaBinomial(cap, rate.mean, rate.rho), room);
  const naive = Math.max(room, Math.floor(room / rate.mean));
  const most = options.nights >= NIGHTS_FOR_MORE_THAN_TWICE ? room * 6 : room * 2;
  // Risk grows with the cap: halve the span.
  let low = room;
  let high = Math.max(room, most);
  while (options.overbook && low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (overflow(middle) <= risk) low = middle;
    else high = middle - 1;
  }
  const cap = low;
  return {
    cap,
    risk: overflow(cap),
    naive,
    naive_risk: overflow(naive),
    cut: options.overbook && cap === room * 2 && most === cap,
  };
}

/** The correlation that a variance of the log odds around a show rate amounts to: var(p) ÷ p(1 − p), to first order. */
export function rhoOf(mean: number, log_odds_variance: number): number {
  const variance = log_odds_variance * mean * (1 - mean);
  return Math.min(0.9, variance / (1 + variance));
}
