// Writes rows after a model by COPY, many in one piece.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Row = Record<string, unknown>;

/** Writes `rows` into a table: of each what differs from `model`, whose columns are written. */
export async function copyRows(client: pg.Client, table: string, model: Row, rows: Iterable<Row>): Promise<void> {
  const columns = Object.keys(model);
  const [schema, name] = table.split('.');
  const into = client.query(copyFrom(`copy ${schema}."${name}" (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(lines(rows, columns, model)), into);
}

/**
 * Runs `load` with these tables' indexes away, and makes them again afterwards: one built over all rows costs a fraction of
 * one kept up row by row. Those of keys stay.
 */
export async function withoutIndexes(client: pg.Client, tables: string[], load: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
     where indrelid::regclass::text = any($1::text[])
       and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await load();
  await client.query(`set maintenance_work_mem = '512MB'`);
  for (const { made } of rows) await client.query(made);
}

/** Rows as COPY reads them, many in one piece. Of what differs only the columns the table has are written. */
function* lines(rows: Iterable<Row>, columns: string[], model: Row): Iterable<string> {
  const same = columns.map((column) => textOf(model[column]));
  let piece: string[] = [];
  for (const row of rows) {
    piece.push(columns.map((column, at) => (column in row ? textOf(row[column]) : same[at])).join('\t'));
    if (piece.length < 2000) continue;
    yield `${piece.join('\n')}\n`;
    piece = [];
  }
  if (piece.length > 0) yield `${piece.join('\n')}\n`;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return `{${value.join(',')}}`;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}
