// What a group's own evenings say: how good the forecasts were, how many of those who sign up come, what made a difference. Pure.
import { betaBinomial, evaluate, type Judged, quantile } from '#forecast';
import { Temporal } from '#kit/time.ts';
import { eatenAHead } from '../food/food-rules.ts';
import { asNight, eatenOf } from '../rules.ts';
import { compareKinds, type Kind, type Sorted } from './compare-rules.ts';
import { type Curve, curvesOf } from './curve-rules.ts';
import type { Alike, CountedHere, GroupFacts, WhoComes } from './group-facts.ts';

export type JudgedEvening = Judged & { title: string; zone: string };

export type Calibration = {
  judged: JudgedEvening[];
  hits: number;
  below: number;
  above: number;
  /** `few`: too few evenings to judge us. `narrow`: fewer fell in than chance explains. `wide`: more. */
  verdict: 'few' | 'as_said' | 'narrow' | 'wide';
};

/** What evenings differ by. */
export type Factor = 'asked' | 'said' | 'lead' | 'opening' | 'weekday' | 'posture';

export type Compared = { factor: Factor; kinds: Kind<string>[] };

export type GroupNumbers = {
  evenings: CountedHere[];
  /** All evenings together; null while there is none. */
  share: Kind<string> | null;
  /** How many came on the evenings of the last year: eight in ten, or the fewest and the most. */
  usual: { low: number; high: number; evenings: number; is_all: boolean } | null;
  year: JudgedEvening[];
  calibration: Calibration;
  compared: Compared[];
  /** Online evenings, or those in a room, left out of what is compared because they are the fewer. */
  left_out: number;
  /** Seats given back: in the day after the mail that asks, over so many evenings, and on another day. */
  back: { evenings: number; after: number; else_a_day: number } | null;
  curves: Curve[];
  who: WhoComes;
  /** Of what was ordered, how much was eaten, over so many noted orders. */
  eaten: { evenings: number; share: number } | null;
  waitlist: { waited: number; promoted: number };
};

const DAY = 86_400_000;
/** With fewer, four of four tell nobody whether eight in ten was right. */
const LEAST_JUDGED = 5;
/** Sign-up that opens two weeks before, as most do (practice.md §11.P), or a day or two off that. */
const OPENS_LATE_DAYS = 16;

/** Everything the page of a group's numbers says. */
export function groupNumbers({ evenings, alike: guests, curves, who }: GroupFacts, now: number): GroupNumbers {
  const judged = judgedOf(evenings);
  const lately = evenings.filter(({ starts_at }) => starts_at > now - 370 * DAY);
  const online = evenings.filter((one) => one.online);
  const isMostlyOnline = online.length * 2 > evenings.length;
  const alike = evenings.filter((one) => one.online === isMostlyOnline);
  const [share = null] = compareKinds(evenings.map((one) => ({ ...one, kind: 'all' })));
  return {
    evenings,
    share,
    usual: usualOf(lately.map(({ came }) => came)),
    year: judged.filter(({ starts_at }) => starts_at > now - 370 * DAY),
    calibration: calibrate(judged),
    compared: compareAll(alike, guests),
    left_out: evenings.length - alike.length,
    back: backOf(evenings),
    curves: curvesOf(curves, now),
    who,
    eaten: eatenShare(evenings),
    waitlist: {
      waited: lately.reduce((sum, { waited }) => sum + (waited ?? 0), 0),
      promoted: lately.reduce((sum, { promoted }) => sum + (promoted ?? 0), 0),
    },
  };
}

/** Evening by evening; and guest by guest, where the door knows who came: nothing is said of those where it does not. */
function compareAll(evenings: readonly CountedHere[], guests: readonly Alike[]): Compared[] {
  const byEvening = (['asked', 'opening', 'weekday', 'posture'] as const).map((factor) => ({
    factor,
    kinds: inOrder(compareKinds(evenings.map((one) => ({ ...one, kind: kindOf[factor](one) })))),
  }));
  const [said, lead] = [
    together(guests, (one) => (one.said === null ? null : one.said ? 'yes' : 'no')),
    together(guests, (one) => one.lead),
  ].map((sorted) => inOrder(compareKinds(sorted)));
  const byGuest: Compared[] = [
    { factor: 'said', kinds: said ?? [] },
    { factor: 'lead', kinds: lead ?? [] },
  ];
  return [...byEvening.slice(0, 1), ...byGuest.filter(({ kinds }) => kinds.length > 1), ...byEvening.slice(1)];
}

/** The guests of one evening that are of a kind, as one: they share its luck. */
function together(guests: readonly Alike[], kindOf: (one: Alike) => string | null): Sorted<string>[] {
  const groups = Map.groupBy(guests, (one) => `${one.starts_at} ${kindOf(one)}`);
  return [...groups.values()].map((own) => ({
    kind: kindOf(own[0]!),
    signed_up: own.reduce((sum, one) => sum + one.signed_up, 0),
    came: own.reduce((sum, one) => sum + one.came, 0),
  }));
}

const kindOf: Record<Exclude<Factor, 'said' | 'lead'>, (evening: CountedHere) => string | null> = {
  asked: ({ was_asked }) => (was_asked === null ? null : was_asked ? 'yes' : 'no'),
  opening: ({ open_days }) => (open_days === null ? null : open_days <= OPENS_LATE_DAYS ? 'late' : 'early'),
  weekday: ({ starts_at, zone }) =>
    String(Temporal.Instant.fromEpochMilliseconds(starts_at).toZonedDateTimeISO(zone).dayOfWeek),
  posture: ({ posture }) => posture,
};

const order = ['yes', 'no', 'day', 'days', 'week', 'weeks', 'late', 'early', 'free', 'fee', 'deposit', 'elsewhere'];
const inOrder = (kinds: Kind<string>[]): Kind<string>[] =>
  kinds.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.kind.localeCompare(b.kind));

function judgedOf(evenings: readonly CountedHere[]): JudgedEvening[] {
  const judged = evaluate(evenings.map(asNight))?.judged ?? [];
  const byNight = new Map(evenings.map((one) => [one.night, one]));
  return judged.flatMap((one) => {
    const evening = byNight.get(one.night);
    return evening ? [{ ...one, title: evening.title, zone: evening.zone }] : [];
  });
}

/** Whether the ranges held as often as was said. Chance explains what eight in ten evenings in ten would. */
export function calibrate(judged: readonly JudgedEvening[]): Calibration {
  const hits = judged.filter(({ low, high, came }) => came >= low && came <= high).length;
  const below = judged.filter(({ low, came }) => came < low).length;
  const above = judged.length - hits - below;
  const counts = betaBinomial(judged.length, 0.8, 0);
  const verdict =
    judged.length < LEAST_JUDGED
      ? 'few'
      : hits < quantile(counts, 0.025)
        ? 'narrow'
        : hits > quantile(counts, 0.975)
          ? 'wide'
          : 'as_said';
  return { judged: [...judged], hits, below, above, verdict };
}

/** Gone early counts as all of it: nobody can eat more than there was. */
function eatenShare(evenings: readonly CountedHere[]): GroupNumbers['eaten'] {
  const noted = eatenOf(evenings).filter(({ ordered }) => ordered > 0);
  if (noted.length === 0) return null;
  const ordered = noted.reduce((sum, one) => sum + one.ordered, 0);
  const eaten = noted.reduce((sum, one) => sum + Math.min(one.ordered, (eatenAHead(one) ?? 0) * one.fed), 0);
  return { evenings: noted.length, share: eaten / ordered };
}

function usualOf(came: number[]): GroupNumbers['usual'] {
  if (came.length === 0) return null;
  const sorted = came.sort((a, b) => a - b);
  const evenings = sorted.length;
  const is_all = evenings < 10;
  const cut = is_all ? 0 : Math.floor(evenings / 10);
  return { low: sorted[cut]!, high: sorted[evenings - 1 - cut]!, evenings, is_all };
}

function backOf(evenings: readonly CountedHere[]): GroupNumbers['back'] {
  const asked = evenings.filter((one) => one.was_asked);
  if (asked.length === 0) return null;
  const after = asked.reduce((sum, one) => sum + (one.back_after_asking ?? 0), 0);
  const others = asked.reduce((sum, one) => sum + (one.back_else ?? 0), 0);
  const days = asked.reduce((sum, one) => sum + Math.max(1, (one.open_days ?? 14) - 1), 0);
  return { evenings: asked.length, after, else_a_day: (others / days) * asked.length };
}
