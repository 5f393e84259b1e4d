// What a browser may send about evenings that were: several rows at once, each with its own fields; blank rows are no rows.
import { blankAsNull, day, type FieldError, readForm, type Values, whole, z } from '#kit/form.ts';
import { postures } from '../tables.ts';

/** Rows a form offers: enough for half a year, few enough for a phone. */
export const ROWS = 6;

export const pastFields = ['day', 'signed_up', 'came', 'posture'] as const;

/** The name of a field of a row. */
export const fieldOf = (field: string, row: number): string => `${field}_${row}`;

const rowForm = z.object({
  day: day(),
  signed_up: whole(1, 20_000),
  came: whole(0, 20_000),
  posture: z.enum(postures).default('free'),
  /** The day it had before it was changed. */
  was: blankAsNull(day()),
});

export type PastRow = z.output<typeof rowForm>;

export type PastRead =
  | { ok: true; rows: { at: number; row: PastRow }[]; values: Values }
  | { ok: false; values: Values; errors: Record<string, FieldError> };

/** `today`: the day it is where the group is; an evening that was lies before it, or on it. */
export function readPast(body: unknown, today: string): PastRead {
  const { values } = readForm(z.object({}), body);
  const rows: { at: number; row: PastRow }[] = [];
  const errors: Record<string, FieldError> = {};
  for (let at = 0; at < ROWS; at++) {
    const typed = Object.fromEntries(
      [...pastFields, 'was', 'offered'].map((field) => [field, values[fieldOf(field, at)]]),
    );
    if (isBlank(typed)) continue;
    const read = readForm(rowForm, typed);
    if (!read.ok) {
      for (const [field, error] of Object.entries(read.errors)) errors[fieldOf(field, at)] = error;
      continue;
    }
    const { day: on } = read.value;
    if (on > today) errors[fieldOf('day', at)] = { code: 'numbers.not_over' };
    else if (rows.some(({ row }) => row.day === on)) errors[fieldOf('day', at)] = { code: 'numbers.day_twice' };
    else rows.push({ at, row: read.value });
  }
  if (rows.length === 0 && Object.keys(errors).length === 0) errors[fieldOf('day', 0)] = { code: 'form.missing' };
  return Object.keys(errors).length > 0 ? { ok: false, values, errors } : { ok: true, rows, values };
}

/** Nothing was typed; or a row we filled in from a list was left as it stood. */
function isBlank(typed: Record<string, unknown>): boolean {
  const nothing = (field: string) => (typed[field] ?? '') === '';
  return nothing('came') && (typed.offered === 'yes' || (nothing('day') && nothing('signed_up')));
}
