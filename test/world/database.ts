// A database of its own for each test file, cloned from the migrated template in a few milliseconds.
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase } from '#kit/db.ts';
import type { Db } from '#kit/tables.ts';
import { withDatabase } from './postgres.ts';

export type TestDatabase = { db: Db; url: string; database: Database };

/** Call at the top of a test file; the returned object is filled before the first test runs. */
export function testDatabase(): TestDatabase {
  const made = {} as TestDatabase;
  const name = `test_${process.env.VITEST_POOL_ID ?? '0'}_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const admin = () => openDatabase(withDatabase(inject('postgresUrl'), 'postgres'), { max: 1 });
  beforeAll(async () => {
    const server = admin();
    await server.pool.query(`create database ${name} template template_ugroup strategy file_copy`);
    await server.close();
    made.url = withDatabase(inject('postgresUrl'), name);
    made.database = openDatabase(made.url, { max: 20 });
    made.db = made.database.db;
  });
  afterAll(async () => {
    await made.database.close();
    const server = admin();
    await server.pool.query(`drop database if exists ${name} with (force)`);
    await server.close();
  });
  return made;
}
