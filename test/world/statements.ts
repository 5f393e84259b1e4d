// How many statements the rooms' own reads and writes cost while something is done.
import type { TestHouse } from '../visit.ts';

type Connect = (...with_callback: unknown[]) => Promise<unknown>;

/**
 * Counts what `work` makes the house ask its database. The store of jobs asks the same pool whenever it likes, with a callback:
 * its statements are let through and not counted. The postman's are counted, so take the least of a few where one works.
 */
export async function statementsOf({ database: { pool } }: TestHouse, work: () => Promise<unknown>): Promise<number> {
  let n = 0;
  const own = pool.connect;
  const connect = own.bind(pool) as Connect;
  pool.connect = ((...with_callback: unknown[]) => {
    if (with_callback.length === 0) n++;
    return connect(...with_callback);
  }) as typeof pool.connect;
  try {
    await work();
  } finally {
    pool.connect = own;
  }
  return n;
}
