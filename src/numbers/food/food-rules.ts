// What to order: portions for a high share of evenings, what too little and too much of it come to, how much is eaten. Pure.
import { type Counts, chanceOfMoreThan, quantile } from '#forecast';

export type FoodLeft = 'no_food' | 'none_early' | 'just_right' | 'quarter' | 'half';

/** How it is ordered: on which share of evenings it is enough, helpers who eat, portions eaten by each. */
export type OrderBy = { enough: number; helpers: number; appetite: number };

/** Enough on four evenings in five (practice.md FOOD-1, p50 to p95). */
export const usualOrder: OrderBy = { enough: 0.8, helpers: 0, appetite: 1 };

export type FoodOrder = {
  /** Guests it is ordered for, and with helpers everybody who is fed. */
  guests: number;
  heads: number;
  portions: number;
  pizzas: number;
  drinks: number;
  /** At least so many of the portions without meat: everybody eats those, but not the other way round. */
  vegetarian: number;
  /** Over all evenings like this, portions on average: left, and missing. */
  left_over: number;
  missing: number;
  /** The chance that some go without. */
  short: number;
};

/** Three slices a head of eight a pizza (practice.md §3, PIZZA: 100 heads ate 38). */
const PIZZAS_A_PORTION = 3 / 8;
const DRINKS_A_HEAD = 1.5;
/** practice.md §11.P, vegetarian floor. */
const VEGETARIAN = 0.4;

/** Food is ordered for a high share of evenings, never for the sign-ups (practice.md §3). */
export function foodFor(counts: Counts, by: OrderBy): FoodOrder {
  const guests = quantile(counts, by.enough);
  const heads = guests + by.helpers;
  const portions = Math.ceil(Math.max(0, heads * by.appetite - 1e-9));
  return {
    guests,
    heads,
    portions,
    pizzas: Math.ceil(portions * PIZZAS_A_PORTION),
    drinks: Math.ceil(heads * DRINKS_A_HEAD),
    vegetarian: Math.ceil(portions * VEGETARIAN),
    ...outcomeOf(counts, by, portions),
    short: chanceOfMoreThan(counts, guests),
  };
}

function outcomeOf(counts: Counts, by: OrderBy, portions: number): { left_over: number; missing: number } {
  let left_over = 0;
  let missing = 0;
  counts.forEach((p, guests) => {
    const over = portions - (guests + by.helpers) * by.appetite;
    if (over > 0) left_over += p * over;
    else missing -= p * over;
  });
  return { left_over, missing };
}

/** What can be chosen, from "as often too little as enough" to "hardly ever too little". */
export const shares = [50, 60, 70, 80, 90, 95] as const;

/** Each choice beside the others. */
export function tradeOffs(counts: Counts, by: OrderBy): (FoodOrder & { share: number })[] {
  return shares.map((share) => ({ share, ...foodFor(counts, { ...by, enough: share / 100 }) }));
}

/** For a picture: what is left and what is missing on average, order by order. */
export function tradeOffLine(counts: Counts, by: OrderBy): { portions: number; left_over: number; missing: number }[] {
  const least = Math.floor((quantile(counts, 0.1) + by.helpers) * by.appetite);
  const most = Math.ceil((quantile(counts, 0.99) + by.helpers) * by.appetite) + 1;
  const step = Math.max(1, Math.round((most - least) / 40));
  const orders = Array.from({ length: Math.floor((most - least) / step) + 1 }, (_, at) => least + at * step);
  return orders.map((portions) => ({ portions, ...outcomeOf(counts, by, portions) }));
}

/** An evening whose order was noted, and how much was left of it. */
export type Eaten = { ordered: number; fed: number; left: FoodLeft };

export type Appetite = { a_head: number; evenings: number };

/** What was eaten of an order, by what people say was left. Gone early: more would have been eaten, a tenth is taken. */
const eatenShare: Record<Exclude<FoodLeft, 'no_food'>, number> = {
  none_early: 1.1,
  just_right: 1,
  quarter: 0.75,
  half: 0.5,
};
/** One portion a head, and that weighs as much as so many evenings: one half-empty box must not starve the next evening. */
const BELIEF_EVENINGS = 3;
/** As in the forecast: half as much after six later evenings (practice.md NUM-3). */
const HALF_LIFE = 6;

/**
 * Portions eaten by each who was there, learnt from orders that were noted, oldest first. Without one: 1. Kept between 0.6
 * and 1.3: beyond that somebody has noted something else.
 */
export function appetiteOf(evenings: readonly Eaten[]): Appetite {
  const known = evenings.flatMap(({ ordered, fed, left }) =>
    left === 'no_food' || fed <= 0 || ordered <= 0 ? [] : [(ordered * eatenShare[left]) / fed],
  );
  let sum = BELIEF_EVENINGS;
  let weights = BELIEF_EVENINGS;
  known.forEach((a_head, at) => {
    const weight = 0.5 ** ((known.length - 1 - at) / HALF_LIFE);
    sum += weight * Math.min(1.5, Math.max(0.4, a_head));
    weights += weight;
  });
  return { a_head: Math.min(1.3, Math.max(0.6, sum / weights)), evenings: known.length };
}

/** Portions a head of one evening, for the table. */
export const eatenAHead = ({ ordered, fed, left }: Eaten): number | null =>
  left === 'no_food' || fed <= 0 ? null : (ordered * eatenShare[left]) / fed;
