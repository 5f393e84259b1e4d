// What a group's evenings usually are, from those it had and has announced. Pure.
import { type Instant, instantOf, Temporal, wallClock } from '#kit/time.ts';

export type FactEvening = {
  starts_at: Date;
  ends_at: Date;
  zone: string;
  place_name: string;
  posture: string;
  cap: number;
  /** By a complete door list alone: what organisers keep for themselves is on no public page. */
  came: number | null;
  /** Whether there was something to eat; null where nobody said. */
  has_food: boolean | null;
  items: readonly { type: string; minutes: number | null }[];
  photos: 'ask' | 'fine' | 'none' | null;
  place_needs: readonly string[];
};

export type Usual = {
  /** Evenings that were in the last twelve months. */
  in_a_year: number;
  /** 1 Monday to 7 Sunday, and the clock of the place. */
  weekday: number | null;
  time: string | null;
  minutes: number | null;
  place: string;
  /** From the lowest tenth to the highest of the last counted evenings; null with fewer than three. */
  came: { least: number; most: number; evenings: number } | null;
  cap: number | null;
  has_food: boolean;
  is_free: boolean;
  talk_minutes: number | null;
  lightning_minutes: number | null;
  sponsor_minutes: number | null;
  photos: 'ask' | 'fine' | 'none' | null;
  place_needs: readonly string[];
};

/** Fewer counted evenings are a chance, not a habit. */
const COUNTED_LEAST = 3;
const COUNTED_MOST = 12;

/** `evenings`: the latest first, also those announced; `in_a_year`: counted over all there are, these may be fewer. */
export function usualOf(evenings: readonly FactEvening[], now: Instant, in_a_year: number): Usual {
  const at = now.epochMilliseconds;
  const were = evenings.filter(({ ends_at }) => ends_at.getTime() <= at);
  const locals = evenings.map(({ starts_at, zone }) => wallClock(instantOf(starts_at), zone));
  const minutesOf = (type: string) =>
    often(
      evenings.flatMap(({ items }) =>
        items.filter((item) => item.type === type).flatMap(({ minutes }) => minutes ?? []),
      ),
    );
  const foods = were.flatMap(({ has_food }) => has_food ?? []);
  return {
    in_a_year,
    weekday: often(locals.map(({ date }) => Temporal.PlainDate.from(date).dayOfWeek)),
    time: often(locals.map(({ time }) => time)),
    minutes: often(
      evenings.map(({ starts_at, ends_at }) => Math.round((ends_at.getTime() - starts_at.getTime()) / 60_000)),
    ),
    place: often(evenings.map(({ place_name }) => place_name).filter(Boolean)) ?? '',
    came: rangeOf(were.flatMap(({ came }) => came ?? []).slice(0, COUNTED_MOST)),
    cap: often(evenings.map(({ cap }) => cap).filter((cap) => cap > 0)),
    has_food: foods.length > 0 && foods.filter(Boolean).length * 2 > foods.length,
    is_free: evenings.length > 0 && evenings.every(({ posture }) => posture === 'free'),
    talk_minutes: minutesOf('talk'),
    lightning_minutes: minutesOf('lightning'),
    sponsor_minutes: minutesOf('sponsor_segment'),
    photos: evenings.find(({ photos }) => photos !== null)?.photos ?? null,
    place_needs: evenings.find(({ place_needs }) => place_needs.length > 0)?.place_needs ?? [],
  };
}

/** What there is most of; of two as many the one that came first. */
function often<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, n] of counts) if (best === null || n > (counts.get(best) ?? 0)) best = value;
  return best;
}

function rangeOf(came: readonly number[]): Usual['came'] {
  if (came.length < COUNTED_LEAST) return null;
  const sorted = [...came].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  return { least: at(0.1), most: at(0.9), evenings: came.length };
}
