// Whether a row from an archive could be one of ours: its columns and what stands in each. Pure.
import { isId } from '#kit/id.ts';
import type { JsonRow } from '#kit/travels.ts';
import type { Column, TableColumns } from './columns.ts';

/** A line as a row; null when it is no JSON object. */
export function readRow(line: string): JsonRow | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRow) : null;
  } catch {
    return null;
  }
}

/**
 * The first column of the row that is not as it has to be, or null. `names`: the columns the archive says its rows have;
 * they must be ours, but ours may be more (the archive is older).
 */
export function wrongColumn(
  row: JsonRow,
  { columns, travelling }: TableColumns,
  names: readonly string[],
): string | null {
  const extra = Object.keys(row).find((name) => !names.includes(name));
  if (extra !== undefined) return extra;
  for (const name of names) {
    const column = columns.find((one) => one.name === name);
    const value = row[name];
    if (!column || value === undefined) return name;
    if (value === null) {
      if (!column.isNullable) return name;
      continue;
    }
    if (!fits(column, value)) return name;
    const check = travelling.checks[name];
    if (check && !check(value)) return name;
  }
  return null;
}

/** Types of columns that can travel; test/schema.test.ts holds the tables to them. */
export const knownTypes: Record<string, (value: unknown) => boolean> = {
  text: isText,
  bpchar: isText,
  uuid: (value) => isId(value),
  bool: (value) => typeof value === 'boolean',
  int2: (value) => isWhole(value, 2 ** 15),
  int4: (value) => isWhole(value, 2 ** 31),
  int8: (value) => isWhole(value, Number.MAX_SAFE_INTEGER),
  float8: (value) => typeof value === 'number' && Number.isFinite(value),
  timestamptz: (value) => typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value)),
  date: (value) => typeof value === 'string' && day.test(value) && !Number.isNaN(Date.parse(value)),
  time: (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value),
  bytea: (value) => typeof value === 'string' && /^\\x(?:[0-9a-f]{2})*$/.test(value) && value.length <= 4_500_000,
  jsonb: (value) => isJson(value, 0) && JSON.stringify(value).length <= 200_000,
  _text: (value) => Array.isArray(value) && value.length <= 1000 && value.every(isText),
  _uuid: (value) => Array.isArray(value) && value.length <= 1000 && value.every((one) => isId(one)),
};

const instant = /^(1[89]|2[01])\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00$/;
const day = /^(1[89]|2[01])\d\d-\d\d-\d\d$/;

function fits({ type }: Column, value: unknown): boolean {
  return knownTypes[type]?.(value) ?? false;
}

/** What the database's text can hold, and no more of it than anybody writes. */
function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 200_000 && !value.includes('\0') && value.isWellFormed();
}

function isWhole(value: unknown, below: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= -below && Number(value) < below;
}

function isJson(value: unknown, depth: number): boolean {
  if (depth > 20) return false;
  if (typeof value === 'string') return isText(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => isText(name) && isJson(inner, depth + 1));
}

/** Every id anywhere in a row, also inside of what is kept as JSON. */
export function* idsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (isId(value)) yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* idsIn(inner);
  }
}

/** The same with ids exchanged. */
export function withNewIds<T>(value: T, ids: ReadonlyMap<string, string>): T {
  if (ids.size === 0) return value;
  if (typeof value === 'string') return (ids.get(value) ?? value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => withNewIds(inner, ids)) as T;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withNewIds(inner, ids)])) as T;
}
