// When people ask for a seat and when they give it back: a rush at the opening, a trickle, a last bump, and cancellations that
// come late. Pure.
import type { Dice } from './dice.ts';

/** All in epoch milliseconds. */
export type Window = { opens: number; closes: number; starts: number };

export type Wish = {
  /** Who asks, in no order. */
  crowd: readonly string[];
  rush: number;
  drops: number;
  plus_ones: number;
  /** Minutes that the group's clock is ahead of UTC: nobody signs up at four in the morning. */
  offsetMinutes: number;
};

export type PlannedAsk = { at: number; person: string } & ({ does: 'take'; party: number } | { does: 'release' });

const HOUR = 3_600_000;

/**
 * Asks in order of time. Of the late half of those who cancel, most do it in the last two days, around the reminders
 * (practice.md §2.1: cancellations spike three days before and on the day).
 */
export function planAsks(dice: Dice, { opens, closes, starts }: Window, wish: Wish): PlannedAsk[] {
  const asks: PlannedAsk[] = [];
  for (const person of wish.crowd) {
    const at = awake(dice, arrival(dice, opens, closes, wish.rush), wish.offsetMinutes);
    if (at >= closes) continue;
    const party = wish.plus_ones > 0 && dice.happens(0.14) ? 2 : 1;
    asks.push({ at, person, does: 'take', party });
    if (!dice.happens(wish.drops)) continue;
    const late = dice.happens(0.6);
    const from = late ? Math.max(at + HOUR, starts - 52 * HOUR) : at + HOUR;
    const back = awake(dice, from + dice.throw() * (starts - HOUR - from), wish.offsetMinutes);
    if (back > at && back < starts) asks.push({ at: back, person, does: 'release' });
  }
  return asks.sort((a, b) => a.at - b.at);
}

function arrival(dice: Dice, opens: number, closes: number, rush: number): number {
  const throwOf = dice.throw();
  const length = closes - opens;
  if (throwOf < rush) return opens + Math.min(length * 0.4, -Math.log(1 - dice.throw()) * 4 * HOUR);
  if (throwOf < rush + (1 - rush) * 0.65) return opens + dice.throw() * length;
  return closes - dice.throw() * Math.min(length, 72 * HOUR);
}

/** Between midnight and seven people sleep: what falls there happens at breakfast. */
function awake(dice: Dice, at: number, offsetMinutes: number): number {
  const hour = (((at / HOUR + offsetMinutes / 60) % 24) + 24) % 24;
  return hour < 7 ? at + (7 - hour + dice.throw() * 1.5) * HOUR : at;
}

/** `many` of `from`, keener ones more often; none twice. */
export function crowdOf<T extends { keen: number }>(dice: Dice, from: readonly T[], many: number): T[] {
  // Weighted sampling without replacement: the largest u^(1/w) (Efraimidis & Spirakis 2006).
  return from
    .map((one) => ({ one, at: dice.throw() ** (1 / one.keen) }))
    .sort((a, b) => b.at - a.at)
    .slice(0, many)
    .map(({ one }) => one);
}

/** Asks close to each other form one batch: minutes at the opening, then `hours` long. */
export function inBatches(asks: readonly PlannedAsk[], opens: number, hours: number): PlannedAsk[][] {
  const batches: PlannedAsk[][] = [];
  let slot = '';
  for (const ask of asks) {
    const minutes = ask.at - opens < HOUR ? 10 : hours * 60;
    const its = `${minutes} ${Math.floor((ask.at - opens) / (minutes * 60_000))}`;
    if (its !== slot) batches.push([]);
    slot = its;
    batches.at(-1)?.push(ask);
  }
  return batches;
}
