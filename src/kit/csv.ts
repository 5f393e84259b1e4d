// Reads and writes CSV (RFC 4180). What is written is safe to open in a spreadsheet; what is read may come from one.
import { parse } from 'csv-parse/sync';

export type Cell = string | number | boolean | null | undefined;

/**
 * A CSV file as text, with a byte order mark (spreadsheets take it for Latin-1 otherwise) and CRLF.
 * A text a spreadsheet could take for a formula is given a leading apostrophe: it begins with `= + - @`, TAB or CR, at its
 * start or after a space or a separator some programs split at (Hi.Events #1311, OWASP "CSV injection").
 * Numbers stay numbers, negative ones too.
 */
export function writeCsv(header: string[], rows: Iterable<Cell[]>): string {
  const lines = [line(header)];
  for (const row of rows) lines.push(line(row));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function line(cells: Cell[]): string {
  return cells.map(quote).join(',');
}

function quote(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  const text = disarm(cell.toWellFormed().replaceAll('\0', ''));
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Full-width forms too: Japanese spreadsheets take ＝ for =.
const sign = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]';
const between = '\\s\\p{C}\\p{Z}"\'';
const formula = new RegExp(`^(?=[${between}]*${sign}|'*[\\t\\r\\n])`, 'u');
const disarmed = new RegExp(`^'(?=[${between}]*${sign}|'*[\\t\\r\\n])`, 'u');
// All that stands before a sign at once, and never looked at twice: a cell may be a whole file of line breaks.
const beforeSign = new RegExp(`([${between},;|]+)(${sign}?)`, 'gu');

function disarm(text: string): string {
  return atLaterSigns(text, (blanks) => blanks.replace(/[,;|\t\r\n]/g, "$&'")).replace(formula, "'");
}

/** The exact opposite of `disarm`, so that what we exported can be imported. */
function rearm(text: string): string {
  return atLaterSigns(text.replace(disarmed, ''), (blanks) => blanks.replace(/([,;|\t\r\n])'/g, '$1'));
}

/** Changes what stands between a separator and the sign after it. Only the last `,` `;` or `|` before a sign separates there. */
function atLaterSigns(text: string, change: (blanks: string) => string): string {
  return text.replace(beforeSign, (whole: string, blanks: string, found: string) => {
    if (found === '') return whole;
    const at = Math.max(0, blanks.lastIndexOf(','), blanks.lastIndexOf(';'), blanks.lastIndexOf('|'));
    return `${blanks.slice(0, at)}${change(blanks.slice(at))}${found}`;
  });
}

export type CsvRow = {
  /** Line of the file it begins on, counted from 1, as an editor shows it. */
  line: number;
  /** By the header's names, ends trimmed; a column the row does not have is ''. */
  cells: Record<string, string>;
};

export type CsvRead =
  | { ok: true; columns: string[]; rows: CsvRow[]; bad: { line: number; code: 'csv.too_many_cells' }[] }
  | { ok: false; code: 'csv.empty' | 'csv.broken_quote' | 'csv.same_column_twice' | 'csv.too_wide' };

/** No table of people or groups has nearly as many. A short row holds a cell for each column, so both are bounded. */
const MOST_COLUMNS = 1000;
const MOST_CELLS = 10_000_000;

/**
 * Reads a CSV file with a header. Takes a byte order mark, any line break, and `,`, `;` or TAB between cells (whichever the
 * header has most of, outside quotes). Takes back the apostrophes of `writeCsv`. Empty lines are passed over; a row with more cells than the header is reported.
 * More than 1,000 columns or ten million cells are refused, and two columns of one name; with `twins` the second is called `Company (2)`.
 * `most`: what follows so many rows, or so many cells in rows as wide as the header, is not read.
 */
export function readCsv(
  text: string,
  { twins = false, most }: { twins?: boolean; most?: { rows: number; cells: number } } = {},
): CsvRead {
  const body = text.replace(/^\ufeff/, '');
  let records: Parsed[];
  let width = 0;
  try {
    // The header by itself: a file of millions of lines is not read to find that it is too wide.
    width = parsed(body, 1)[0]?.record.length ?? 0;
    if (width > MOST_COLUMNS) return { ok: false, code: 'csv.too_wide' };
    const rows = most && Math.min(most.rows, Math.ceil(most.cells / Math.max(1, width)));
    records = parsed(body, rows && 1 + rows);
  } catch {
    return { ok: false, code: 'csv.broken_quote' };
  }
  if (width * records.length > MOST_CELLS) return { ok: false, code: 'csv.too_wide' };
  const [head, ...rest] = withLines(Buffer.from(body), records, width);
  if (!head) return { ok: false, code: 'csv.empty' };
  const columns = twins ? numbered(head.cells) : head.cells;
  const twice = columns.find((name, place) => name !== '' && columns.indexOf(name) !== place);
  if (twice !== undefined) return { ok: false, code: 'csv.same_column_twice' };
  const rows: CsvRow[] = [];
  const bad: { line: number; code: 'csv.too_many_cells' }[] = [];
  for (const { line, cells, has_more } of rest) {
    if (!has_more && cells.every((cell) => cell === '')) continue;
    if (has_more) bad.push({ line, code: 'csv.too_many_cells' });
    else rows.push({ line, cells: named(columns, cells) });
  }
  return { ok: true, columns: columns.filter((name) => name !== ''), rows, bad };
}

type Parsed = { info: { bytes: number }; record: string[] };

/** The first `to` records; all of them without it. */
function parsed(body: string, to: number | undefined): Parsed[] {
  const delimiter = separatorOf(body);
  return parse(body, {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: delimiter !== '\t',
    record_delimiter: ['\r\n', '\n', '\r'],
    ...(to === undefined ? {} : { to }),
  }) as unknown as Parsed[];
}

function numbered(names: readonly string[]): string[] {
  return names.map((name, place) => {
    const before = names.slice(0, place).filter((other) => other === name).length;
    return name === '' || before === 0 ? name : `${name} (${before + 1})`;
  });
}

/** Line numbers by position: the parser's own count takes a CRLF inside quotes for two. `has_more`: something beyond `width`. */
function withLines(
  bytes: Buffer,
  records: readonly Parsed[],
  width: number,
): { line: number; cells: string[]; has_more: boolean }[] {
  let at = 0;
  let line = 1;
  const step = () => {
    const byte = bytes[at];
    if (byte === 10 || (byte === 13 && bytes[at + 1] !== 10)) line++;
    at++;
  };
  return records.map(({ info, record }) => {
    while (bytes[at] === 10 || bytes[at] === 13) step();
    const begins = line;
    while (at < info.bytes) step();
    const cells = record.slice(0, width).map((cell) => rearm(cell).trim());
    return { line: begins, cells, has_more: record.slice(width).some((cell) => rearm(cell).trim() !== '') };
  });
}

function named(columns: string[], cells: string[]): Record<string, string> {
  const row: Record<string, string> = Object.create(null);
  columns.forEach((name, place) => {
    if (name !== '') row[name] = cells[place] ?? '';
  });
  return row;
}

function separatorOf(body: string): string {
  const header = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(body)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const counted = [',', ';', '\t'].map((sign) => ({ sign, n: header.split(sign).length }));
  return counted.sort((a, b) => b.n - a.n)[0]?.sign ?? ',';
}
