// Any file an organiser has, as a table: CSV or TSV as spreadsheets write it, or a JSON list.
import { readCsv } from '#kit/csv.ts';
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
  | 'numbers.file_no_rows';

/** What came through a browser and can be looked through in the time a request has. */
export const MOST_ROWS = 60_000;

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
  return { ...table, rows: table.rows.slice(0, MOST_ROWS) };
}

function fromCsv(text: string): FileTable | { refused: FileRefusal } {
  const read = readCsv(text, { twins: true });
  if (!read.ok && read.code === 'csv.too_wide') return { refused: 'numbers.file_no_rows' };
  if (!read.ok) return { refused: read.code === 'csv.broken_quote' ? 'numbers.file_quote' : 'numbers.file_empty' };
  const bad = read.bad.map(({ line }) => ({ line, why: 'too_many_cells' as const }));
  return { columns: read.columns.map((name) => name.slice(0, 200)), rows: read.rows, bad };
}

function fromJson(text: string): FileTable | { refused: FileRefusal } {
  const read = readJsonRows(text);
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
    rows.push({ line: row.line, cells });
  }
  return { columns: [...columns], rows, bad };
}
