// Past nights out of rows of text: one row a sign-up, or one row a night.
import type { PastNight, Posture, Rsvp } from './nights.ts';

/** A row by column name; what is missing or empty is not known. */
export type NightRow = Readonly<Record<string, string | undefined>>;

/** A row that could not be read, and why. `row` counts from 1. */
export type RowTrouble = { row: number; why: 'no_start' | 'no_night' | 'no_count' | 'bad_posture' };

const DAY = 86_400_000;

/** A night whose end nobody wrote down is known this long after its start. */
const LASTS = 4 * 3_600_000;

/** A forecast is made two days before the start; who gave back before that is not on its list. */
const FORECAST_BEFORE = 2 * DAY;

/**
 * Reads `event_id, group_id, starts_at, person_id, rsvp_at, cancelled_at, posture, reminded, attended, walk_in` (a row per
 * sign-up or walk-in) or, where no row has an `event_id`, `group_id, starts_at, rsvps, came` (a row per night).
 * Sign-ups whose outcome nobody knows are left out, and so are those given back before the forecast's moment; one given
 * back later still stands on the list it was made from.
 */
export function nightsFromRows(rows: readonly NightRow[]): { nights: PastNight[]; troubles: RowTrouble[] } {
  return rows.some((row) => cell(row, 'event_id') !== null) ? perSignUp(rows) : perNight(rows);
}

function perNight(rows: readonly NightRow[]): { nights: PastNight[]; troubles: RowTrouble[] } {
  const nights: PastNight[] = [];
  const troubles: RowTrouble[] = [];
  for (const [at, row] of rows.entries()) {
    const read = countedNight(row, at);
    if ('why' in read) troubles.push({ row: at + 1, why: read.why });
    else nights.push(read);
  }
  return { nights, troubles };
}

function countedNight(row: NightRow, at: number): PastNight | Pick<RowTrouble, 'why'> {
  const starts_at = instant(row, 'starts_at');
  const rsvps = number(row, 'rsvps');
  const came = number(row, 'came');
  const posture = postureOf(row);
  if (starts_at === null) return { why: 'no_start' };
  if (rsvps === null || came === null) return { why: 'no_count' };
  if (posture === null) return { why: 'bad_posture' };
  const group = cell(row, 'group_id') ?? '';
  return { ...emptyNight(`${group} ${at}`, group, starts_at, posture), rsvps, came };
}

type Gathered = PastNight & { rsvps: Rsvp[]; came: boolean[] };

function perSignUp(rows: readonly NightRow[]): { nights: PastNight[]; troubles: RowTrouble[] } {
  const nights = new Map<string, Gathered>();
  const troubles: RowTrouble[] = [];
  for (const [at, row] of rows.entries()) {
    const read = nightOfRow(row);
    if ('why' in read) {
      troubles.push({ row: at + 1, why: read.why });
      continue;
    }
    const night = nights.get(read.night) ?? read;
    nights.set(read.night, night);
    add(night, row);
  }
  return { nights: [...nights.values()].filter(({ rsvps }) => rsvps.length > 0), troubles };
}

function nightOfRow(row: NightRow): Gathered | Pick<RowTrouble, 'why'> {
  const event = cell(row, 'event_id');
  const starts_at = instant(row, 'starts_at');
  const posture = postureOf(row);
  if (event === null) return { why: 'no_night' };
  if (starts_at === null) return { why: 'no_start' };
  if (posture === null) return { why: 'bad_posture' };
  const group = cell(row, 'group_id') ?? '';
  return emptyNight(`${group} ${event}`, group, starts_at, posture);
}

const emptyNight = (night: string, group: string, starts_at: number, posture: Posture): Gathered => ({
  night,
  group,
  starts_at,
  ended_at: starts_at + LASTS,
  posture,
  online: false,
  rsvps: [],
  came: [],
  walk_ins: null,
});

function add(night: Gathered, row: NightRow): void {
  const walk_in = truth(row, 'walk_in');
  if (walk_in !== null) night.walk_ins = (night.walk_ins ?? 0) + (walk_in && truth(row, 'attended') !== false ? 1 : 0);
  if (walk_in === true) return;
  const attended = truth(row, 'attended');
  const cancelled_at = instant(row, 'cancelled_at');
  if (cancelled_at !== null && cancelled_at <= night.starts_at - FORECAST_BEFORE) return;
  // Whoever gave back on the last days is known not to have come, also where the door wrote nothing.
  const came = attended ?? (cancelled_at === null ? null : false);
  if (came === null) return;
  const rsvp_at = instant(row, 'rsvp_at');
  night.rsvps.push({
    person: cell(row, 'person_id'),
    lead_days: rsvp_at === null ? null : (night.starts_at - rsvp_at) / DAY,
    reminded: truth(row, 'reminded'),
    confirmed: null,
    promoted: false,
    crew: false,
  });
  night.came.push(came);
}

function cell(row: NightRow, column: string): string | null {
  const text = row[column]?.trim();
  return text === undefined || text === '' ? null : text;
}

function instant(row: NightRow, column: string): number | null {
  const text = cell(row, column);
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

function number(row: NightRow, column: string): number | null {
  const text = cell(row, column);
  return text !== null && /^\d{1,7}$/.test(text) ? Number(text) : null;
}

function truth(row: NightRow, column: string): boolean | null {
  const text = cell(row, column)?.toLowerCase();
  if (text === undefined) return null;
  if (['1', 'true', 'yes', 'y', 't'].includes(text)) return true;
  return ['0', 'false', 'no', 'n', 'f'].includes(text) ? false : null;
}

function postureOf(row: NightRow): Posture | null {
  const text = cell(row, 'posture')?.toLowerCase() ?? 'free';
  return text === 'free' || text === 'fee' || text === 'deposit' || text === 'elsewhere' ? text : null;
}
