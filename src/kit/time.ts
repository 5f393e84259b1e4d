// The one place that knows zones: instants, wall clocks, and times that do not exist or exist twice.
import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered.ts';

export { Temporal };
export type Instant = Temporal.Instant;

/** A moment as the database gives it (timestamptz → Date) as a Temporal instant. */
export function instantOf(date: Date): Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

export type Resolved =
  | { kind: 'once'; instant: Instant }
  /** The clock jumps over this time; the two sides of the gap are offered. */
  | { kind: 'never'; before: Instant; after: Instant }
  /** The clock strikes it twice; both are offered. */
  | { kind: 'twice'; first: Instant; second: Instant };

/** What a wall-clock time (`2026-03-29`, `02:30`) means in a zone; says so when it means nothing or two things. */
export function resolveLocal(date: string, time: string, zone: string): Resolved {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const early = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const late = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (early.epochMilliseconds === late.epochMilliseconds) return { kind: 'once', instant: early.toInstant() };
  if (early.toPlainDateTime().equals(wall)) {
    return { kind: 'twice', first: early.toInstant(), second: late.toInstant() };
  }
  return { kind: 'never', before: early.toInstant(), after: late.toInstant() };
}

/** `{ date: '2026-12-09', time: '18:00' }` on a zone's wall clock. */
export function wallClock(instant: Instant, zone: string): { date: string; time: string } {
  const z = instant.toZonedDateTimeISO(zone);
  return { date: z.toPlainDate().toString(), time: z.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** Moves by whole days on the place's wall clock, so 18:00 stays 18:00 over a clock change. */
export function shiftDays(instant: Instant, days: number, zone: string): Instant {
  return instant.toZonedDateTimeISO(zone).add({ days }).toInstant();
}

/**
 * Where a moment comes to lie when what it belongs to moves: as far from the new place on the clock there as it was from the
 * old one, so 30 minutes after 18:00 become 30 minutes after 19:00, whatever the clocks did in between.
 */
export function moveAlong(
  instant: Instant,
  from: { at: Instant; zone: string },
  to: { at: Instant; zone: string },
): Instant {
  const wall = (moment: Instant, zone: string) => moment.toZonedDateTimeISO(zone).toPlainDateTime();
  const distance = wall(instant, from.zone).since(wall(from.at, from.zone));
  return wall(to.at, to.zone).add(distance).toZonedDateTime(to.zone).toInstant();
}

/** Whether `zone` is a name of the time zone database (`Europe/Berlin`), and no bare offset. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

/** Every zone of the time zone database the runtime knows, by its present name. */
export function zones(): string[] {
  return Intl.supportedValuesOf('timeZone').map((zone) => presentNames[zone] ?? zone);
}

// The runtime's list keeps some names that the database has replaced (its file `backward`).
const presentNames: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** The city a zone is named after: `America/New_York` → `New York`. */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** The zone a text names: its own name, or its city in any spelling that has the same letters. `null` for none. */
export function zoneNamed(text: string): string | null {
  const wanted = text.trim();
  if (wanted === '') return null;
  const found = byCity().get(letters(wanted)) ?? zones().find((zone) => zone.toLowerCase() === wanted.toLowerCase());
  return found ?? (isZone(wanted) ? wanted : null);
}

let cities: Map<string, string> | undefined;

function byCity(): Map<string, string> {
  cities ??= new Map(zones().map((zone) => [letters(zoneCity(zone)), zone]));
  return cities;
}

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+-]+/gu, '');
}

/** What a zone's clock is called in a language, summer and winter alike: `Central European Time`. */
export function sayZone(zone: string, lang: string): string {
  return zoneNames({ zone, lang });
}

// Names follow the rules of their day: in 1970 Kyiv went by Moscow's clock.
const aRecentMoment = Date.UTC(2026, 0, 15);

const zoneNames = remembered(
  ({ zone, lang }: { zone: string; lang: string }) =>
    new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { timeZone: zone, timeZoneName: 'longGeneric' })
      .formatToParts(aRecentMoment)
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone,
  ({ zone, lang }) => `${lang} ${zone}`,
  2000,
);

type Style = keyof typeof styles;
const styles = {
  /** Wednesday, 9 December 2026 */
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** Wed 9 Dec */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** 9 Dec 2026 */
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 9 Dec 2026, 18:00 */
  stamp: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  /** December 2026 */
  month: { month: 'long', year: 'numeric' },
  /** December */
  ofYear: { month: 'long' },
  /** 18:00 */
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** Wednesday */
  weekday: { weekday: 'long' },
  /** Tuesday, 8 December, 18:00 */
  moment: { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatOf = remembered(
  ({ zone, lang, style }: { zone: string; lang: string; style: Style }) =>
    new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { ...styles[style], timeZone: zone }),
  ({ zone, lang, style }) => `${lang} ${zone} ${style}`,
  2000,
);

// A page says the same moment to everybody who asks for it.
const said = remembered(
  ({ at, zone, lang, style }: { at: number; zone: string; lang: string; style: Style }) =>
    formatOf({ zone, lang, style }).format(at),
  ({ at, zone, lang, style }) => `${at} ${zone} ${lang} ${style}`,
  5000,
);

/** A moment in words, on the clock of `zone`. English is written day first. */
export function sayTime(instant: Instant, zone: string, lang: string, style: Style): string {
  return said({ at: instant.epochMilliseconds, zone, lang, style });
}

/** `Wednesday`, for 1 Monday to 7 Sunday (ISO 8601). */
export function weekdayName(weekday: number, lang: string): string {
  // 1 January 2024 was a Monday.
  return sayTime(Temporal.Instant.from(`2024-01-0${weekday}T12:00Z`), 'UTC', lang, 'weekday');
}

/** `December`, for 1 to 12. */
export function monthName(month: number, lang: string): string {
  return sayTime(Temporal.Instant.from(`2024-${String(month).padStart(2, '0')}-15T12:00Z`), 'UTC', lang, 'ofYear');
}

/** A day (`2026-12-09`) in words. */
export function sayDayOf(day: string, lang: string, style: 'day' | 'short' | 'date'): string {
  return sayTime(Temporal.Instant.from(`${day}T12:00Z`), 'UTC', lang, style);
}

/** `18:00–20:00`, or with the day named when it ends on another one. */
export function saySpan(start: Instant, end: Instant, zone: string, lang: string): string {
  const sameDay = sayTime(start, zone, lang, 'date') === sayTime(end, zone, lang, 'date');
  const late = end.epochMilliseconds - start.epochMilliseconds < 12 * 3_600_000;
  return `${sayTime(start, zone, lang, 'time')}–${sayTime(end, zone, lang, sameDay || late ? 'time' : 'moment')}`;
}
