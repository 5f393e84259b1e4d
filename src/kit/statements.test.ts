// What is sent and not waited for: in its order, its failure told by the next, and no connection lost over it.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/world/database.ts';
import { CommitUnknown, type Database, openDatabase, transact } from './db.ts';

const made = testDatabase();
let one: Database;
let other: Database;

beforeAll(async () => {
  one = openDatabase(made.url, { max: 1 });
  other = openDatabase(made.url, { max: 1 });
  await sql`create table public.line (n int primary key)`.execute(one.db);
});
afterAll(async () => {
  await one.close();
  await other.close();
});

const add = (n: number) => sql`/*test.add!*/ insert into public.line values (${n})`;
const lines = async () =>
  (await sql<{ n: number }>`select n from public.line order by n`.execute(other.db)).rows.map(({ n }) => n);

describe('a statement whose name ends in !', () => {
  it('is done before the next, and gives nothing back', async () => {
    const seen = await transact(one.db, async (tx) => {
      expect((await add(1).execute(tx)).rows).toEqual([]);
      return (await sql<{ n: number }>`select n from public.line`.execute(tx)).rows;
    });
    expect(seen).toEqual([{ n: 1 }]);
  });

  it('fails the next statement with what it failed with itself', async () => {
    const work = transact(one.db, async (tx) => {
      await add(1).execute(tx);
      await sql`select 1`.execute(tx);
    });
    await expect(work).rejects.toMatchObject({ code: '23505', constraint: 'line_pkey' });
    expect(await lines()).toEqual([1]);
  });

  it('fails the commit when nothing else comes after it, and the connection goes on', async () => {
    const work = transact(one.db, async (tx) => {
      await sql`insert into public.line values (2)`.execute(tx);
      await add(1).execute(tx);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await lines()).toEqual([1]);
    await transact(one.db, async (tx) => void (await add(3).execute(tx)));
    expect(await lines()).toEqual([1, 3]);
  });

  it('does not blame what comes after a transaction that was rolled back', async () => {
    const work = transact(one.db, async (tx) => {
      await add(1).execute(tx);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    await transact(one.db, async (tx) => void (await add(4).execute(tx)));
    expect(await lines()).toEqual([1, 3, 4]);
  });
});

it('a connection that is lost at the commit is given back', async () => {
  const work = transact(one.db, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]?.pid}, 2000)`.execute(other.db);
  });
  await expect(work).rejects.toThrow(CommitUnknown);
  // The pool has one place: a second transaction needs it.
  expect(await transact(one.db, async (tx) => (await sql`select 1 as n`.execute(tx)).rows)).toEqual([{ n: 1 }]);
});

it('a database asked past the query builder is closed as well', async () => {
  const here = openDatabase(made.url, { max: 1 });
  const { rows } = await here.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  await here.close();
  const isGone = async () =>
    (await sql`select from pg_stat_activity where pid = ${rows[0]?.pid}`.execute(other.db)).rows.length === 0;
  await expect.poll(isGone).toBe(true);
});
