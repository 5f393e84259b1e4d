// Migrations on a real database: what runs in which order, what is built while others write, and what gives up instead of waiting.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../test/world/database.ts';
import { withDatabase } from '../../test/world/postgres.ts';
import { openDatabase } from './db.ts';
import { knownMigrations, migrate, migrateTo, migrationsFolder } from './migrate.ts';
import type { Db } from './tables.ts';

const database = testDatabase();

/** A folder with every migration there is and these after them. */
async function withMore(more: Record<string, string>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ugroup-migrations-'));
  for (const name of await knownMigrations())
    writeFileSync(join(folder, `${name}.sql`), readFileSync(join(migrationsFolder, `${name}.sql`)));
  for (const [name, text] of Object.entries(more)) writeFileSync(join(folder, `${name}.sql`), text);
  return folder;
}
const valid = async (db: Db, index: string) =>
  (
    await sql<{ indisvalid: boolean }>`
      select indisvalid from pg_index where indexrelid = to_regclass(${index})`.execute(db)
  ).rows.map((row) => row.indisvalid);

test('what is built CONCURRENTLY is built between what stands before and after it, once', async () => {
  const { db } = database;
  const folder = await withMore({
    '9001-kit': '-- Before.\ncreate table kit.trial (a int); insert into kit.trial values (1), (2);',
    '9002-kit':
      '-- Alone; and two of them.\ncreate index concurrently trial_a on kit.trial (a);\ncreate index concurrently trial_b on kit.trial ((a + 1));',
    '9003-kit': '-- After.\nalter table kit.trial add constraint trial_once unique (a);',
  });
  expect(await migrate(db, folder)).toEqual(['9001-kit', '9002-kit', '9003-kit']);
  expect([await valid(db, 'kit.trial_a'), await valid(db, 'kit.trial_b')]).toEqual([[true], [true]]);
  expect(await migrate(db, folder)).toEqual([]);
  const { rows } = await sql<{ lock_timeout: string }>`show lock_timeout`.execute(db);
  expect(rows[0]?.lock_timeout).toBe('3s');
});

test('a lock that is not to be had is given up, with nothing done and nobody made to wait behind it', async () => {
  const { db } = database;
  const folder = await withMore({
    '9001-kit': '-- As before.',
    '9002-kit': '-- As before: concurrently.',
    '9003-kit': '-- As before.',
    '9004-kit': '-- Must wait.\ncreate table kit.never (a int); alter table kit.trial add column b int;',
  });
  const begun = performance.now();
  await db.transaction().execute(async (tx) => {
    await sql`select * from kit.trial`.execute(tx);
    await expect(migrate(db, folder)).rejects.toThrow(/9004-kit did not run.*lock/);
  });
  expect(performance.now() - begun).toBeLessThan(20_000);
  expect((await sql<{ t: string | null }>`select to_regclass('kit.never') as t`.execute(db)).rows[0]?.t).toBeNull();
});

test('a database that has later ones of other rooms gets those it missed', async () => {
  await sql`create database test_missed`.execute(database.db);
  const fresh = openDatabase(withDatabase(database.url, 'test_missed'), { max: 2 });
  try {
    const all = await knownMigrations();
    const missed = ['0021-events', '0022-events', '0023-venues'];
    expect(all).toEqual(expect.arrayContaining(missed));
    await migrateTo(
      fresh.db,
      all.filter((name) => !missed.includes(name)),
    );
    expect(await migrate(fresh.db)).toEqual(missed);
    expect(await migrate(fresh.db)).toEqual([]);
  } finally {
    await fresh.close();
    await sql`drop database test_missed with (force)`.execute(database.db);
  }
});
