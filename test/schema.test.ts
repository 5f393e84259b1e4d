// The declared tables against a migrated database, and what keeps the schema able to travel to a cluster.
import { beforeAll, describe, expect, it } from 'vitest';
import { knownTypes } from '#archive';
import { isTravelling } from '#kit/travels.ts';
import { archives } from '../src/archives.ts';
import { type Column, type Declared, declaredTables, type Kind } from './house/declared.ts';
import { isProduct, order, readHouse } from './house/source.ts';
import { testDatabase } from './world/database.ts';

/** Tables with a group_id that stay whole on every node: they keep something unique over all groups. */
const reference: Record<string, string> = {
  'groups.slug': 'an address is unique over all groups',
  'door.pairing': 'a code is typed without saying of which group',
  'groups.source': 'a row of a list is brought in once, whichever group it became',
};

/** Kept by a library, in the shape it wants. */
const foreign = ['kit.migration', 'kit.migration_lock'];

const kinds: Record<Kind, string[]> = {
  // A kit that knows no room cannot name whose id it keeps.
  text: ['text', 'bpchar', 'uuid'],
  uuid: ['uuid'],
  number: ['int2', 'int4', 'int8', 'float8'],
  boolean: ['bool'],
  instant: ['timestamptz'],
  bytes: ['bytea'],
  list: ['_text'],
  json: ['jsonb'],
  anything: ['jsonb', 'date'],
};

type Found = { type: string; isNullable: boolean; hasDefault: boolean; isGenerated: boolean };
type Real = Record<string, Record<string, Found>>;

const database = testDatabase();
const declared = declaredTables(readHouse(['src']).filter(isProduct));
let real: Real = {};

beforeAll(async () => {
  real = await realTables();
});

describe('the declared tables', () => {
  it('are all there, and no table is undeclared', () => {
    expect(Object.keys(declared).sort()).toEqual(Object.keys(real).sort());
    expect(Object.keys(real).length).toBeGreaterThan(15);
  });

  it('have the columns of the database, of the same kind, and null where it may be null', () => {
    expect(
      Object.entries(declared).flatMap(([table, columns]) => differences(table, columns, real[table] ?? {})),
    ).toEqual([]);
  });

  it('are compared so that a wrong column is seen', () => {
    const one = (column: Partial<Column>): Record<string, Column> => ({
      a: { kind: 'text', isNullable: false, isFilledIn: false, ...column },
    });
    const found: Record<string, Found> = {
      a: { type: 'text', isNullable: false, hasDefault: false, isGenerated: false },
    };
    expect(differences('x.y', one({}), found)).toEqual([]);
    expect(differences('x.y', one({ kind: 'uuid' }), found)).toEqual(['x.y.a is declared uuid and is text']);
    expect(differences('x.y', one({ isNullable: true }), found)).toEqual([
      'x.y.a is declared to be null at times and never is',
    ]);
    expect(differences('x.y', one({}), { a: { ...found.a!, isNullable: true } })).toEqual([
      'x.y.a may be null and is declared never to be',
    ]);
    expect(differences('x.y', one({ isFilledIn: true }), found)).toEqual([
      'x.y.a is declared to be filled in and has no default',
    ]);
    expect(differences('x.y', {}, found)).toEqual(['x.y.a is not declared']);
    expect(differences('x.y', one({}), {})).toEqual(['x.y.a is declared and is not there']);
  });

  it('are read with their shared keys, their own words and their nulls', () => {
    const text = `// X.
      type Keys = { group_id: Id<'groups.group'> };
      type Stage = 'draft' | 'open';
      declare module '#kit/tables.ts' { interface Tables { 'x.y': Keys & {
        stage: Generated<Stage>; at: Date | null; found: ColumnType<unknown, string | null | undefined, string>;
      } } }`;
    const expected: Declared = {
      'x.y': {
        group_id: { kind: 'uuid', isNullable: false, isFilledIn: false },
        stage: { kind: 'text', isNullable: false, isFilledIn: true },
        at: { kind: 'instant', isNullable: true, isFilledIn: false },
        found: { kind: 'anything', isNullable: true, isFilledIn: true },
      },
    };
    expect(declaredTables([{ path: 'src/x/tables.ts', text }])).toEqual(expected);
  });
});

describe('the schema travels', () => {
  it('with a schema for each room and no table outside', async () => {
    const rows = await ask<{ table: string }>(
      `select table_schema || '.' || table_name as table from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema', 'pgboss')`,
    );
    const rooms = rows.map(({ table }) => table.split('.')[0] as string);
    expect(rooms.filter((room) => !order.includes(room))).toEqual([]);
  });

  it('with the group first in every key of what belongs to a group', async () => {
    const spread = await groupTables();
    expect(spread.length).toBeGreaterThan(8);
    const keys = await ask<{ table: string; name: string; columns: string[] }>(
      `select n.nspname || '.' || c.relname as table, i.relname as name, array(
         select a.attname::text from unnest(x.indkey) with ordinality k (attnum, place)
         join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.attnum order by k.place) as columns
       from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       join pg_namespace n on n.oid = c.relnamespace where x.indisunique`,
    );
    const theirs = keys.filter(({ table }) => spread.includes(table));
    expect(theirs.filter(({ columns }) => columns[0] !== 'group_id')).toEqual([]);
    // Each of them has a primary key at all.
    expect(new Set(theirs.map(({ table }) => table))).toEqual(new Set(spread));
  });

  it('with foreign keys that stay within a group, or point to what is whole everywhere', async () => {
    const spread = await groupTables();
    const keys = await ask<{ name: string; from: string; to: string; columns: string[]; targets: string[] }>(
      `select k.conname as name, k.conrelid::regclass::text as from, k.confrelid::regclass::text as to,
         array(select a.attname::text from unnest(k.conkey) with ordinality c (n, place)
           join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.n order by c.place) as columns,
         array(select a.attname::text from unnest(k.confkey) with ordinality c (n, place)
           join pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.n order by c.place) as targets
       from pg_constraint k join pg_namespace n on n.oid = k.connamespace
       where k.contype = 'f' and n.nspname not in ('pgboss')`,
    );
    expect(keys.length).toBeGreaterThan(8);
    const plain = (name: string) => name.replaceAll('"', '');
    const wandering = keys.filter(({ to, from, columns, targets }) => {
      if (!spread.includes(plain(to))) return false;
      return !spread.includes(plain(from)) || columns[0] !== 'group_id' || targets[0] !== 'group_id';
    });
    expect(wandering).toEqual([]);
  });

  it('with no key that was named by the database, and none that waits until the end of a transaction', async () => {
    // What the database makes up: table_column_fkey, table_column_key, table_column_check; a primary key's is our own form too.
    const rows = await ask<{ table: string; name: string; later: boolean }>(
      `select k.conrelid::regclass::text as table, k.conname as name, k.condeferrable as later
       from pg_constraint k join pg_namespace n on n.oid = k.connamespace
       where n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') and k.contype in ('p', 'u', 'f', 'x', 'c')`,
    );
    expect(rows.filter(({ later }) => later)).toEqual([]);
    const written = readHouse(['db'])
      .map(({ text }) => text)
      .join('\n');
    const unnamed = rows.filter(
      ({ table, name }) => !foreign.includes(table) && !new RegExp(`constraint ${name}\\b`).test(written),
    );
    expect(unnamed).toEqual([]);
  });

  it('with every instant in UTC, no numbers counted by the database, and nothing that excludes', async () => {
    const columns = await ask<{ column: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as column from information_schema.columns
       where table_schema not in ('pg_catalog', 'information_schema', 'pgboss')
         and (data_type in ('timestamp without time zone', 'time without time zone', 'time with time zone')
           or is_identity = 'YES' or column_default like 'nextval%')`,
    );
    expect(columns.filter(({ column }) => !foreign.some((table) => column.startsWith(`${table}.`)))).toEqual([]);
    expect(
      await ask(
        `select conname from pg_constraint k join pg_namespace n on n.oid = k.connamespace where contype = 'x' and nspname <> 'pgboss'`,
      ),
    ).toEqual([]);
  });
});

describe('a group can leave', () => {
  const declarations = archives.flatMap(({ tables }) => tables);
  const travelling = declarations.filter(isTravelling);

  it('because every table of its own says whether it goes along, in the travels.ts of its room', async () => {
    const rows = await ask<{ table: string }>(
      `select distinct table_schema || '.' || table_name as table from information_schema.columns
       where column_name = 'group_id' and table_schema <> 'pgboss' order by 1`,
    );
    const theirs = rows.map(({ table }) => table);
    expect(theirs.length).toBeGreaterThan(15);
    // Add `travels('room.table', …)` or `stays('room.table', 'because …')`: src/events/travels.ts shows how.
    expect(theirs.filter((table) => !declarations.some((one) => one.table === table))).toEqual([]);
    expect(declarations.map(({ table }) => table).filter((table) => !theirs.includes(table))).toEqual([]);
    expect(new Set(declarations.map(({ table }) => table)).size).toBe(declarations.length);
    expect(declarations.filter((one) => 'because' in one && one.because.split(' ').length < 4)).toEqual([]);
  });

  it('and every column of a table that goes along is one that can be read back', () => {
    for (const { table, without, id, of, people } of travelling) {
      const columns = real[table] ?? {};
      const named = [...Object.keys(without), ...Object.keys(of), ...Object.keys(people), ...(id ? [id] : [])];
      expect(
        named.filter((name) => !(name in columns)),
        table,
      ).toEqual([]);
      const unknown = Object.entries(columns).filter(
        ([name, { type, isGenerated }]) => !isGenerated && !(name in without) && !(type in knownTypes),
      );
      expect(unknown.map(([name, { type }]) => `${table}.${name} is ${type}`)).toEqual([]);
    }
  });

  it('and every id in it is its own, another row’s that goes along, or somebody’s', () => {
    const order = travelling.map(({ table }) => table);
    for (const { table, without, id, of, people, shared } of travelling) {
      const ids = Object.entries(real[table] ?? {}).filter(([, { type }]) => type === 'uuid');
      const said = ['group_id', id, ...Object.keys(of), ...Object.keys(people), ...Object.keys(without), ...shared];
      // `id`, `of`, `people` or `shared` says what an id means, so that it can be given a new one where it is taken.
      expect(
        ids.map(([name]) => `${table}.${name}`).filter((name) => !said.some((one) => name === `${table}.${one}`)),
      ).toEqual([]);
      for (const target of Object.values(of)) {
        expect(order.indexOf(target), `${table} comes before ${target}`).toBeGreaterThanOrEqual(0);
        expect(order.indexOf(target), `${table} comes before ${target}`).toBeLessThanOrEqual(order.indexOf(table));
      }
      for (const [column, how] of Object.entries(people)) {
        if (how === 'blank') expect(real[table]?.[column]?.isNullable, `${table}.${column} can be emptied`).toBe(true);
      }
    }
  });

  it('and what stays behind leaves nothing open: it may be empty, is filled in, or is made when the row arrives', () => {
    for (const { table, without, arrive } of travelling) {
      const open = Object.keys(without).filter((name) => {
        const column = real[table]?.[name];
        return column && !column.isNullable && !column.hasDefault && !arrive;
      });
      expect(open.map((name) => `${table}.${name}`)).toEqual([]);
    }
  });
});

function differences(table: string, columns: Record<string, Column>, found: Record<string, Found>): string[] {
  const complaints: string[] = [];
  for (const [name, { kind, isNullable, isFilledIn }] of Object.entries(columns)) {
    const there = found[name];
    const column = `${table}.${name}`;
    if (!there) complaints.push(`${column} is declared and is not there`);
    else {
      if (!kinds[kind].includes(there.type)) complaints.push(`${column} is declared ${kind} and is ${there.type}`);
      if (isNullable && !there.isNullable) complaints.push(`${column} is declared to be null at times and never is`);
      if (!isNullable && there.isNullable) complaints.push(`${column} may be null and is declared never to be`);
      if (isFilledIn && !there.hasDefault && !there.isNullable)
        complaints.push(`${column} is declared to be filled in and has no default`);
    }
  }
  // What the database works out by itself is asked for in SQL and written by nobody.
  const undeclared = Object.entries(found).filter(([name, { isGenerated }]) => !(name in columns) && !isGenerated);
  return [...complaints, ...undeclared.map(([name]) => `${table}.${name} is not declared`)];
}

async function realTables(): Promise<Real> {
  const rows = await ask<{
    table: string;
    column: string;
    type: string;
    nullable: string;
    filled: boolean;
    generated: string;
  }>(
    `select table_schema || '.' || table_name as table, column_name as column, udt_name as type, is_nullable as nullable,
       column_default is not null as filled, is_generated as generated
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema not in ('pg_catalog', 'information_schema', 'pgboss') and table_type = 'BASE TABLE'`,
  );
  const tables: Real = {};
  for (const { table, column, type, nullable, filled, generated } of rows) {
    if (foreign.includes(table)) continue;
    tables[table] ??= {};
    tables[table][column] = {
      type,
      isNullable: nullable === 'YES',
      hasDefault: filled,
      isGenerated: generated === 'ALWAYS',
    };
  }
  return tables;
}

async function groupTables(): Promise<string[]> {
  const rows = await ask<{ table: string }>(
    `select distinct table_schema || '.' || table_name as table from information_schema.columns
     where column_name = 'group_id' and table_schema <> 'pgboss'`,
  );
  return rows.map(({ table }) => table).filter((table) => !(table in reference));
}

async function ask<T extends object>(text: string): Promise<T[]> {
  const { rows } = await database.database.pool.query<T>(text);
  return rows;
}
