// A pasted or uploaded list: lines of names and addresses, or a table with a header, as spreadsheets and Meetup give it.
import { readCsv } from '#kit/csv.ts';
import { isMailAddress } from '#kit/mail/address.ts';
import { columnsOf, readLine, readRow, type Signup } from './rules.ts';

/** Everybody it names, in its order. */
export function readList(text: string): Signup[] {
  return named(text).map((one) => (one.address && isMailAddress(one.address) ? one : { ...one, address: null }));
}

function named(text: string): Signup[] {
  const [head = ''] = text.trim().split(/\r?\n/, 1);
  if (/[,;\t]/.test(head)) {
    const table = readCsv(text.trim(), { twins: true });
    const at = table.ok ? columnsOf(table.columns) : null;
    if (table.ok && at) return table.rows.flatMap(({ cells }) => readRow(cells, at) ?? []);
  }
  return text.split(/\r?\n/).flatMap((line) => readLine(line) ?? []);
}
