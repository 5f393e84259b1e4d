// The columns of travelling tables, as the database knows them.
import { sql } from 'kysely';
import type { Db, Tx } from '#kit/tables.ts';
import { declaredTravels, isTravelling, type Travelling } from '#kit/travels.ts';

export type Column = { name: string; type: string; isNullable: boolean };
export type TableColumns = {
  travelling: Travelling;
  /** Those that go along, in their order. */
  columns: readonly Column[];
  /** The primary key, for an order that stays the same. */
  key: readonly string[];
};

/** Every travelling table with its columns, in the order rows are written. One statement. */
export async function travellingTables(db: Db | Tx): Promise<TableColumns[]> {
  const tables = declaredTravels().flatMap((room) => room.tables.filter(isTravelling));
  const { rows } = await sql<Column & { table: string; key_place: number | null }>`
    select n.nspname || '.' || c.relname as "table", a.attname as name, t.typname as type, not a.attnotnull as "isNullable",
      array_position(k.conkey, a.attnum) as key_place
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where n.nspname || '.' || c.relname = any(${tables.map(({ table }) => table)}::text[])
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by a.attnum`.execute(db);
  return tables.map((travelling) => {
    const theirs = rows.filter(({ table }) => table === travelling.table);
    return {
      travelling,
      columns: theirs
        .filter(({ name }) => !(name in travelling.without))
        .map(({ name, type, isNullable }) => ({ name, type, isNullable })),
      key: theirs
        .filter(({ key_place }) => key_place !== null)
        .sort((a, b) => Number(a.key_place) - Number(b.key_place))
        .map(({ name }) => name),
    };
  });
}
