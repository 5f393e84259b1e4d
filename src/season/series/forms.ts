// What a browser may send about a series, as typed values, or what is wrong by field.
import {
  blankAsNull,
  clock,
  day,
  line,
  maybeWhole,
  type Read,
  readForm,
  refuseField,
  type Values,
  whole,
  z,
} from '#kit/form.ts';
import { Temporal } from '#kit/time.ts';
import { addressOf, type VenueCard } from '#venues';
import type { Pattern } from '../pattern.ts';
import { daysOf, type Rhythm } from '../rhythm.ts';

/** How the form asks for a rhythm: the first to last such day of a month, or every one to four weeks. */
export const whiches = ['1', '2', '3', '4', 'last', 'w1', 'w2', 'w3', 'w4'] as const;
type Which = (typeof whiches)[number];

const months = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((text) => [...new Set([text].flat().map(Number))])
  .pipe(z.array(z.number().int().min(1).max(12)));

const rhythmFields = {
  which: z.enum(whiches),
  weekday: whole(1, 7),
  not_in: months,
  starts_on: day(),
  ends_on: blankAsNull(day()),
  most: maybeWhole(1, 400),
};

export type RhythmPlan = { rhythm: Rhythm; starts_on: string; ends_on: string | null; most: number | null };

/** Reads rhythm, beginning and end. Refused at `not_in` or `ends_on`: there is no such day at all. */
export function readRhythm(body: unknown): Read<RhythmPlan> {
  const read = readForm(z.object(rhythmFields), body);
  if (!read.ok) return read;
  const { which, weekday, not_in, ...span } = read.value;
  const rhythm = rhythmOf(which, weekday, not_in);
  const [first] = daysOf(rhythm, span.starts_on);
  const none = { ok: true, value: { rhythm, ...span }, values: read.values } as const;
  if (first === undefined) return refuseField<RhythmPlan>(none, 'not_in', 'season.no_days');
  if (span.ends_on !== null && span.ends_on < first) return refuseField<RhythmPlan>(none, 'ends_on', 'season.no_days');
  return none;
}

function rhythmOf(which: Which, weekday: number, not_in: number[]): Rhythm {
  if (which.startsWith('w')) return { every: 'week', weeks: Number(which.slice(1)), weekday, not_in };
  return { every: 'month', nth: which === 'last' ? 'last' : (Number(which) as 1 | 2 | 3 | 4), weekday, not_in };
}

const saysFields = {
  title: line(140),
  starts: clock(),
  ends: clock(),
  place_name: z.string().max(200).default(''),
  place_address: z.string().max(300).default(''),
  cap: maybeWhole(0, 100_000),
};

export type NewSeries = RhythmPlan & { title: string; pattern: Pattern };

/** Reads a new series; what the form does not ask comes from `pattern`. `venue`: the one that was chosen; what is typed gives way. */
export function readNewSeries(body: unknown, pattern: Pattern, venue: VenueCard | null): Read<NewSeries> {
  const plan = readRhythm(body);
  const says = readForm(z.object(saysFields), body);
  if (!plan.ok || !says.ok) {
    const errors = { ...(says.ok ? {} : says.errors), ...(plan.ok ? {} : plan.errors) };
    return { ok: false, values: says.values, errors };
  }
  const { title, ends, ...rest } = says.value;
  const minutes = minutesFrom(rest.starts, ends);
  const value = { ...plan.value, title, pattern: { ...pattern, ...rest, ...placeOf(pattern, venue), minutes } };
  const read = { ok: true, value, values: says.values } as const;
  return isEvening(minutes) ? read : refuseField<NewSeries>(read, 'ends', 'form.ends_before_start');
}

/** A venue that is chosen says name, address, clock and how many fit; without one, what was a venue's stays behind. */
function placeOf(pattern: Pattern, venue: VenueCard | null): Partial<Pattern> {
  if (pattern.kind === 'online' || !venue) return { venue_id: null };
  const isSame = venue.venue_id === pattern.venue_id;
  return {
    venue_id: venue.venue_id,
    place_name: venue.name,
    place_address: addressOf(venue),
    zone: venue.zone,
    room_capacity: (isSame ? pattern.room_capacity : null) ?? venue.capacity,
  };
}

/** Shortest and longest evening a pattern may make, in minutes. */
function isEvening(minutes: number): boolean {
  return minutes >= 15 && minutes <= 720;
}

/** From one time of the clock to the next time it shows the other. */
export function minutesFrom(starts: string, ends: string): number {
  const minutes = Temporal.PlainTime.from(starts).until(ends).total('minutes');
  return minutes > 0 ? minutes : minutes + 1440;
}

/** The fields of a new series as a pattern fills them, beginning tomorrow at the earliest. */
export function newSeriesValues(pattern: Pattern, title: string, tomorrow: string): Values {
  const { weekday, nth, starts, minutes, venue_id, place_name, place_address, cap } = pattern;
  return {
    title,
    which: nth === null ? 'w1' : String(nth),
    weekday: String(weekday ?? 3),
    starts_on: tomorrow,
    ends_on: '',
    most: '',
    starts,
    ends: Temporal.PlainTime.from(starts).add({ minutes }).toString({ smallestUnit: 'minute' }),
    venue: venue_id ?? '',
    place_name,
    place_address,
    cap: cap === null ? '' : String(cap),
  };
}

export const skipForm = z.object({ day: day(), back: z.enum(['yes', '']).default('') });
export const endForm = z.object({ drafts: z.enum(['discard', 'keep']).default('discard') });
