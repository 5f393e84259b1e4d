// What follows from the facts: the range, its reasons, seats to offer, food to order. Pure; `#forecast` does the reckoning.
import {
  adviseCap,
  type CapAdvice,
  type Counts,
  curveFrom,
  evaluate,
  foresee,
  type Heads,
  headsPerReason,
  type Judged,
  type Learnt,
  learnFrom,
  type Night,
  nothingLearnt,
  type PastNight,
  type Rsvp,
  type StillToCome,
  showRate,
  signUpsToCome,
  type TurnOut,
} from '#forecast';
import type { Counted, NumberFacts } from './facts.ts';
import {
  type Appetite,
  appetiteOf,
  type Eaten,
  type FoodOrder,
  foodFor,
  type OrderBy,
  usualOrder,
} from './food/food-rules.ts';

/** The evening the numbers are about. Times are epoch milliseconds. */
export type Tonight = {
  group: string;
  starts_at: number;
  posture: Night['posture'];
  online: boolean;
  room: number | null;
  cap: number;
  /** Sign-up has not begun: what would come if every seat offered were taken. */
  announced: boolean;
  /** People can still sign up. */
  open: boolean;
  /** Since when. */
  opened_at: number;
  /** Guests were asked whether they still come, and the time to answer has passed. */
  answers_due: boolean;
  now: number;
};

/** What the organiser chose: the chance they accept that more come than the room holds. */
export type Choices = { risk: number };

/** Accepted overflow 5 % (practice.md §11.P, at most 20 %). */
export const usualChoices: Choices = { risk: 0.05 };

export type Outlook = {
  range: Pick<TurnOut, 'p10' | 'p50' | 'p90'>;
  counts: Counts;
  reasons: Heads[];
  signed_up: number;
  /** Further sign-ups expected, whole heads; 0 when sign-up is over. */
  more: number;
  food: FoodOrder;
  /** How it is ordered, and what that learnt from evenings whose order was noted. */
  by: OrderBy;
  appetite: Appetite;
  /** `null` while nobody said how many the room holds. */
  seats: CapAdvice | null;
  /** Evenings with a count it is learnt from. */
  evenings: number;
  /** The last year, each forecast from what was known two days before it. */
  year: (Judged & { title: string; zone: string })[];
  food_left: Counted['food_left'];
};

const DAY = 86_400_000;

/** Everything the page of an evening's numbers says. */
export function outlook(tonight: Tonight, facts: NumberFacts, choices: Choices): Outlook {
  const past = facts.counted.map(asNight);
  const learnt = learntFrom(past);
  const signed_up = facts.seated.reduce((sum, { heads }) => sum + heads, 0);
  const night = nightOf(tonight, facts);
  const more = stillToCome(tonight, facts, signed_up);
  const appetite = appetiteOf(eatenOf(facts.counted));
  const by = orderBy(facts.meal, appetite);
  const turnOut = foresee(learnt, night, { walk_ins: false, more });
  return {
    range: turnOut,
    counts: turnOut.counts,
    reasons: foldLead(headsPerReason(learnt, night, turnOut, { walk_ins: false, more }), tonight),
    signed_up,
    more: Math.round(more.mean),
    food: foodFor(turnOut.counts, by),
    by,
    appetite,
    seats: seatsFor(learnt, tonight, past.length, choices.risk),
    evenings: past.length,
    year: lastYear(past, facts.counted, tonight.now),
    food_left: facts.counted.at(-1)?.food_left ?? null,
  };
}

/** Before anybody could sign up nobody did early or late: what that moves belongs to the usual. */
function foldLead(reasons: readonly Heads[], { announced }: Tonight): Heads[] {
  const lead = announced ? (reasons.find(({ reason }) => reason === 'lead')?.heads ?? 0) : 0;
  if (lead === 0) return [...reasons];
  return reasons
    .filter(({ reason }) => reason !== 'lead')
    .map((one) => (one.reason === 'usual' ? { ...one, heads: one.heads + lead } : one));
}

/** How this evening's food is ordered: as its organisers chose, or as usual. */
function orderBy(meal: NumberFacts['meal'], { a_head }: Appetite): OrderBy {
  if (!meal) return { ...usualOrder, appetite: a_head };
  return { enough: meal.enough / 100, helpers: meal.helpers, appetite: a_head };
}

/** Evenings whose order was noted and of which somebody said how much was left; oldest first. */
export function eatenOf(
  counted: readonly Counted[],
): (Eaten & Pick<Counted, 'night' | 'title' | 'starts_at' | 'zone'>)[] {
  return counted.flatMap(({ night, title, starts_at, zone, ordered, food_left, came, helpers }) =>
    ordered === null || food_left === null || food_left === 'no_food'
      ? []
      : [{ night, title, starts_at, zone, ordered, fed: came + helpers, left: food_left }],
  );
}

function seatsFor(learnt: Learnt, tonight: Tonight, nights: number, risk: number): CapAdvice | null {
  if (tonight.room === null || tonight.online) return null;
  return adviseCap(tonight.room, showRate(learnt, tonight.group), risk, {
    nights,
    overbook: tonight.posture === 'free',
  });
}

function learntFrom(past: readonly PastNight[]): Learnt {
  const learnt = nothingLearnt();
  for (const night of past) learnFrom(learnt, [{ night }]);
  return learnt;
}

/** A counted evening as a night: sign-ups and heads, walk-ins among them, since nobody told them apart. */
export function asNight(evening: Counted): PastNight {
  return {
    night: evening.night,
    group: '',
    starts_at: evening.starts_at,
    ended_at: evening.ends_at + DAY / 2,
    posture: evening.posture,
    online: evening.online,
    rsvps: evening.signed_up,
    came: evening.came,
    walk_ins: null,
  };
}

function nightOf(tonight: Tonight, { seated }: NumberFacts): Night {
  const rsvps: Rsvp[] | number = tonight.announced
    ? tonight.cap
    : seated.flatMap(({ asked_at, questioned, confirmed, promoted, heads }) =>
        Array.from({ length: heads }, () => ({
          person: null,
          lead_days: (tonight.starts_at - asked_at) / DAY,
          reminded: null,
          confirmed: confirmed ? ('yes' as const) : questioned && tonight.answers_due ? ('no_answer' as const) : null,
          promoted,
          crew: false,
        })),
      );
  const { starts_at, posture, online } = tonight;
  return { night: 'tonight', group: '', starts_at, posture, online, rsvps };
}

/** How many more seats will be taken before sign-up closes, as far as there are seats. */
function stillToCome(tonight: Tonight, { counted, seated }: NumberFacts, signed_up: number): StillToCome {
  const days_left = (tonight.starts_at - tonight.now) / DAY;
  if (!tonight.open || days_left <= 0) return { mean: 0, variance: 0 };
  const curve = curveFrom(
    counted.flatMap(({ now, week_before, signed_up: final }) =>
      now === null || week_before === null ? [] : [{ now, lately: now - week_before, days_left, final }],
    ),
  );
  const lately = seated
    .filter(({ asked_at }) => asked_at > tonight.now - 7 * DAY)
    .reduce((sum, { heads }) => sum + heads, 0);
  const { counts } = signUpsToCome(curve, { now: signed_up, lately, days_left });
  // Nobody signs up for a seat that is not there; who gives one back is followed by the waitlist.
  const extra = Array.from(counts, (p, final) => ({ p, extra: clamp(final, signed_up, tonight.cap) - signed_up }));
  const mean = extra.reduce((sum, one) => sum + one.p * one.extra, 0);
  const variance = extra.reduce((sum, one) => sum + one.p * (one.extra - mean) ** 2, 0);
  return mixed({ mean, variance }, usuallyToCome(tonight, counted, signed_up), freshness(tonight));
}

/** A curve begins to mean something when the mail that sign-up is open has been read: two days. */
const FRESH_DAYS = 2;
const freshness = ({ now, opened_at }: Tonight): number => clamp(1 - (now - opened_at) / DAY / FRESH_DAYS, 0, 1);

/** What is missing to as many as the last evenings ended with; at least a quarter of it either way. */
function usuallyToCome(tonight: Tonight, counted: readonly Counted[], signed_up: number): StillToCome | null {
  const finals = counted.slice(-12).map((evening) => clamp(evening.signed_up, signed_up, tonight.cap) - signed_up);
  if (finals.length === 0) return null;
  const mean = finals.reduce((sum, n) => sum + n, 0) / finals.length;
  const spread = finals.reduce((sum, n) => sum + (n - mean) ** 2, 0) / finals.length;
  return { mean, variance: Math.max(spread, (mean / 4) ** 2) };
}

/** Either of two may be true, the second with the chance `share`. */
function mixed(one: StillToCome, other: StillToCome | null, share: number): StillToCome {
  if (!other || share === 0) return one;
  const mean = one.mean * (1 - share) + other.mean * share;
  const square = (of: StillToCome) => of.variance + of.mean ** 2;
  return { mean, variance: square(one) * (1 - share) + square(other) * share - mean ** 2 };
}

const clamp = (n: number, low: number, high: number): number => Math.max(low, Math.min(Math.max(low, high), n));

function lastYear(past: readonly PastNight[], counted: readonly Counted[], now: number): Outlook['year'] {
  const judged = evaluate(past, now - 370 * DAY)?.judged ?? [];
  return judged.flatMap((one) => {
    const evening = counted.find(({ night }) => night === one.night);
    return evening ? [{ ...one, title: evening.title, zone: evening.zone }] : [];
  });
}
