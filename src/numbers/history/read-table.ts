// Any file an organiser has, as a table: CSV or TSV as spreadsheets write it, or a JSON list.
import { type CsvRead, readCsv } from '#kit/csv.ts';
import { readJsonRows } from '#kit/json-rows.ts';
import { textOfBytes } from '#kit/text-of-bytes.ts';

export type Bad = { line: number; why: 'too_many_cells' | 'broken' };
export type FileTable = {
  columns: string[];
  rows: { line: number; cells: Record<string, string> }[];
  bad: Bad[];
};
export type FileRefusal =
  | 'numbers.file_empty'
  | 'numbers.file_quote'
  | 'numbers.file_spreadsheet'
  | 'numbers.file_columns'
  | 'numbers.file_no_rows';

/** What came through a browser and can be looked through in the time a request has. */
export const MOST_ROWS = 60_000;
/** Each column is a choice on the page that looks a file through; the widest export that is known has eighty. */
const MOST_COLUMNS = 1000;
/** Of very wide files fewer rows. */
const MOST_CELLS = 2_000_000;

/** Never more than `MOST_ROWS` rows; a file cut in the middle gives what is whole. */
export function readTable(bytes: Uint8Array): FileTable | { refused: FileRefusal } {
  // A zip is .xlsx or .ods; D0 CF is Excel of old. (What Meetup called .xls is text.)
  const [a, b] = bytes;
  if ((a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf)) return { refused: 'numbers.file_spreadsheet' };
  const text = textOfBytes(bytes)
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '');
  if (text.trim() === '') return { refused: 'numbers.file_empty' };
  const table = /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text);
  if ('refused' in table) return table;
  if (table.rows.length === 0) return { refused: 'numbers.file_no_rows' };
  return table;
}

const refusals: Record<Extract<CsvRead, { ok: false }>['code'], FileRefusal> = {
  'csv.empty': 'numbers.file_empty',
  'csv.broken_quote': 'numbers.file_quote',
  'csv.same_column_twice': 'numbers.file_empty',
  'csv.too_wide': 'numbers.file_columns',
};

function fromCsv(text: string): FileTable | { refused: FileRefusal } {
  const read = readCsv(text, { twins: true, most: { rows: MOST_ROWS, cells: MOST_CELLS } });
  if (!read.ok) return { refused: refusals[read.code] };
  const bad = read.bad.map(({ line }) => ({ line, why: 'too_many_cells' as const }));
  return { columns: read.columns.map((name) => name.slice(0, 200)), rows: read.rows, bad };
}

function fromJson(text: string): FileTable | { refused: FileRefusal } {
  const read = readJsonRows(text, MOST_ROWS);
  if (!read.ok) return { refused: 'numbers.file_no_rows' };
  const bad: Bad[] = [];
  const rows: FileTable['rows'] = [];
  const columns = new Set<string>();
  for (const row of read.rows) {
    if ('broken' in row || typeof row.value !== 'object' || row.value === null || Array.isArray(row.value)) {
      bad.push({ line: row.line, why: 'broken' });
      continue;
    }
    const cells: Record<string, string> = Object.create(null);
    for (const [name, value] of Object.entries(row.value)) {
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
      cells[name] = String(value);
      columns.add(name);
    }
    if (columns.size > MOST_COLUMNS) return { refused: 'numbers.file_columns' };
    rows.push({ line: row.line, cells });
  }
  return { columns: [...columns], rows, bad };
}
