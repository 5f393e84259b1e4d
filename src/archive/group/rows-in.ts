// Writes the rows of an archive, under ids that are free here, each checked before it is written.
import { sql } from 'kysely';
import { twinId } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Destination, JsonRow } from '#kit/travels.ts';
import { idsIn, readRow, withNewIds, wrongColumn } from './check-row.ts';
import type { TableColumns } from './columns.ts';
import { rowsOf } from './format.ts';
import type { OpenArchive } from './open-archive.ts';
import { ArchiveRefused } from './refusal.ts';

const AT_ONCE = 500;

export type Ids = {
  /** What each id is called here, where that is something else. */
  renamed: Map<string, string>;
  /** The ids each table makes, as the archive has them. */
  made: Map<string, Set<string>>;
};

/**
 * Goes through all rows once without writing: which ids they make, which of those are taken here, and which others would
 * name somebody here who has nothing to do with it. `people`: what the archive's people are called here.
 */
export async function settleIds(
  tx: Tx,
  archive: OpenArchive,
  tables: readonly TableColumns[],
  people: ReadonlyMap<string, string>,
): Promise<Ids> {
  const made = new Map<string, Set<string>>();
  const mentioned = new Set<string>();
  for (const { travelling } of tables) {
    const own = new Set<string>();
    made.set(travelling.table, own);
    for await (const { line, at } of archive.rows(rowsOf(travelling.table))) {
      const row = readRow(line);
      if (!row) throw new ArchiveRefused('archive.bad_row', at);
      if (travelling.id) own.add(String(row[travelling.id]));
      for (const id of idsIn(row)) mentioned.add(id);
    }
  }
  const renamed = new Map([...people].filter(([before, here]) => before !== here));
  const group = [...(made.get('groups.group') ?? [])];
  const isTaken = (await takenIn(tx, 'groups.group', 'group_id', group)).length > 0;
  for (const { travelling } of tables) {
    const { table, id } = travelling;
    if (!id) continue;
    const own = [...(made.get(table) ?? [])];
    // Beside a group that stands here already everything gets an id of its own.
    for (const taken of isTaken ? own : await takenIn(tx, table, id, own)) renamed.set(taken, twinId(taken));
    for (const known of own) mentioned.delete(known);
  }
  for (const known of people.keys()) mentioned.delete(known);
  for (const stranger of await takenIn(tx, 'people.person', 'person_id', [...mentioned])) {
    renamed.set(stranger, twinId(stranger));
  }
  return { renamed, made };
}

async function takenIn(tx: Tx, table: string, id: string, ids: readonly string[]): Promise<string[]> {
  const taken: string[] = [];
  for (let from = 0; from < ids.length; from += 20_000) {
    const { rows } = await sql<{ id: string }>`
      select ${sql.ref(id)} as id from ${sql.table(table)}
      where ${sql.ref(id)} = any(${ids.slice(from, from + 20_000)}::uuid[])`.execute(tx);
    taken.push(...rows.map((row) => row.id));
  }
  return taken;
}

/** Writes one table's rows in the order they came; gives how many stayed out because their key is somebody else's here. */
export async function rowsIn(
  tx: Tx,
  archive: OpenArchive,
  table: TableColumns,
  { ids, destination, group_id }: { ids: Ids; destination: Destination; group_id: string },
): Promise<{ left_out: number }> {
  const file = rowsOf(table.travelling.table);
  const names = archive.manifest.files.find(({ name }) => name === file)?.columns ?? [];
  let batch: JsonRow[] = [];
  let size = 0;
  let left_out = 0;
  const flush = async () => {
    left_out += await write(tx, table, batch);
    batch = [];
    size = 0;
  };
  for await (const { line, at } of archive.rows(file)) {
    const row = checked(readRow(line), { table, names, at, ids, group_id });
    const named = withNewIds(row, ids.renamed);
    const arrived = table.travelling.arrive ? await table.travelling.arrive(named, destination) : named;
    if (!arrived) throw new ArchiveRefused('archive.bad_row', at);
    batch.push(arrived);
    size += line.length;
    if (batch.length === AT_ONCE || size > 1_000_000) await flush();
  }
  await flush();
  return { left_out };
}

type Where = { table: TableColumns; names: readonly string[]; at: string; ids: Ids; group_id: string };

function checked(row: JsonRow | null, { table, names, at, ids, group_id }: Where): JsonRow {
  if (!row) throw new ArchiveRefused('archive.bad_row', at);
  const wrong = wrongColumn(row, table, names);
  if (wrong !== null) throw new ArchiveRefused('archive.bad_column', at, wrong);
  if (row.group_id !== group_id) throw new ArchiveRefused('archive.foreign_row', at, 'group_id');
  for (const [column, of] of Object.entries(table.travelling.of)) {
    const id = row[column];
    if (id !== null && id !== undefined && !ids.made.get(of)?.has(String(id))) {
      throw new ArchiveRefused('archive.loose_row', at, column);
    }
  }
  return row;
}

async function write(tx: Tx, { travelling: { table, whereFree } }: TableColumns, rows: JsonRow[]): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  try {
    const { numAffectedRows } = await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
      ${whereFree ? sql`on conflict do nothing` : sql``}`.execute(tx);
    return rows.length - Number(numAffectedRows ?? rows.length);
  } catch (error) {
    const { code = '', constraint } = error as { code?: string; constraint?: string };
    // Class 22: a value the type does not take; 23: a constraint. Everything else is not the archive's fault.
    if (!/^2[23]/.test(code)) throw error;
    throw new ArchiveRefused('archive.not_taken_in', table, constraint ?? code);
  }
}
