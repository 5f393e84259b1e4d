// Opens the database and its transactions. Nothing else in the house opens one.
import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { hurry, prepareNamed } from './statements.ts';
import type { Db, Tables, Tx } from './tables.ts';

export type Database = { db: Db; pool: pg.Pool; close(): Promise<void> };

// A count that fits a double comes back as a number; nothing here grows past 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens a pool on `url`. Statements end after 15 s, waits for a lock after 3 s, forgotten transactions after 10 s. */
export function openDatabase(url: string, options: { max?: number; log?: (event: string) => void } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 20,
    connectionTimeoutMillis: 4000,
    // For a server that does not even say that it timed out.
    query_timeout: 20_000,
    statement_timeout: 15_000,
    lock_timeout: 3000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'ugroup',
    // For `hurry`.
    pipeline: true,
    // A rush must not begin with opening them: each costs the server a process, and plans everything anew.
    idleTimeoutMillis: 300_000,
    // A prepared plan made when a table was small is not kept for ever.
    maxLifetimeSeconds: 900,
  });
  // An idle client emits `error` when the server goes away; the next query opens a new one.
  pool.on('error', () => options.log?.('kit.db.connection_lost'));
  pool.on('connect', (client) => {
    client.on('error', () => {});
    prepareNamed(client);
    hurry(client);
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    await db.destroy();
    // Which ends the pool only where the query builder was used; one asked by itself would keep its connections.
    if (!pool.ending) await pool.end();
  };
  return { db, pool, close };
}

/** A COMMIT was sent and no answer came back, and the request carried no key to look it up by. */
export class CommitUnknown extends Error {
  override name = 'CommitUnknown';
}

/** The database did not answer in time or is away. The web answers 503 with Retry-After. */
export function isAway(error: unknown): boolean {
  const code = codeOf(error);
  if (error instanceof CommitUnknown) return true;
  return isLost(error) || code === '55P03' || code === '57014' || code === '53300' || code === '25006';
}

const attempts = 5;
/** A visitor is told that the database is away rather than kept waiting longer than this. */
const PATIENCE_MS = 4000;

/**
 * Runs `work` in one transaction (READ COMMITTED).
 * A serialisation failure, a deadlock or a connection lost before COMMIT is retried with jitter: nothing of it was kept.
 * With `key`, the answer is kept in the same transaction: a request sent again gets the first answer and `work` does not
 * run again, and a COMMIT whose outcome is unknown is settled by looking the key up.
 * `work` may run more than once; it must touch nothing but `tx`.
 * With `snapshot`, everything in it is read as of one moment (REPEATABLE READ), and nothing may be written.
 */
export async function transact<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  options: { key?: string; snapshot?: boolean } = {},
): Promise<T> {
  const begun = performance.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, work, options);
    } catch (error) {
      const isLate = attempt === attempts || performance.now() - begun > PATIENCE_MS;
      if (isLate || !isRetryable(error)) throw error;
      await new Promise((done) => setTimeout(done, Math.random() * 40 * 2 ** attempt));
    }
  }
}

async function once<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  { key, snapshot }: { key?: string; snapshot?: boolean },
): Promise<T> {
  const begun = db.startTransaction();
  const tx = await (snapshot ? begun.setIsolationLevel('repeatable read').setAccessMode('read only') : begun).execute();
  let answer: T;
  try {
    if (key !== undefined) {
      const before = await keptAnswers(tx, [key]);
      if (before.has(key)) {
        await tx.rollback().execute();
        return before.get(key) as T;
      }
    }
    answer = await work(tx);
    if (key !== undefined) await keepAnswers(tx, [{ key, answer }]);
  } catch (error) {
    await tx
      .rollback()
      .execute()
      .catch(() => {});
    throw error;
  }
  try {
    await tx.commit().execute();
  } catch (error) {
    // Gives the connection back, too: a pool from which each lost one is missing is soon empty.
    await tx
      .rollback()
      .execute()
      .catch(() => {});
    if (!isLost(error)) throw error;
    if (key === undefined) throw new CommitUnknown('the commit got no answer', { cause: error });
    const kept = await keptAnswers(db, [key]);
    if (!kept.has(key)) throw error;
  }
  return answer;
}

/** The answers already given to these keys. Inside a batch it is asked for all of them at once. */
export async function keptAnswers(db: Db | Tx, keys: string[]): Promise<Map<string, unknown>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; answer: unknown }>`
    select key, answer from kit.answer where key = any(${keys}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.key, row.answer]));
}

/** Keeps answers by key, in the transaction of their effect. A key that exists already is a conflict (23505). */
export async function keepAnswers(tx: Tx, answers: KeptAnswer[]): Promise<void> {
  if (answers.length > 0) await keepingAnswers(answers).execute(tx);
}

export type KeptAnswer = { key: string; answer: unknown };

/** The insert of `keepAnswers`, to be a part of a larger statement. */
export function keepingAnswers(answers: KeptAnswer[]): RawBuilder<unknown> {
  const texts = answers.map(({ answer }) => JSON.stringify(answer ?? null));
  return sql`
    insert into kit.answer (key, answer)
    select * from unnest(${answers.map(({ key }) => key)}::text[], ${texts}::jsonb[])`;
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

function isRetryable(error: unknown): boolean {
  const code = codeOf(error);
  if (error instanceof CommitUnknown) return false;
  // 23505 on the answer's key: the same request won in another connection, the retry finds its answer.
  const raced = code === '23505' && String((error as { constraint?: string }).constraint) === 'answer_pkey';
  return code === '40001' || code === '40P01' || raced || isLost(error);
}

/** The connection is gone: class 08, a server shutting down or starting up, or a dead socket. */
function isLost(error: unknown): boolean {
  const code = codeOf(error) ?? '';
  if (code.startsWith('08') || /^57P0[123]$/.test(code)) return true;
  if (/^(ECONNRESET|ECONNREFUSED|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH)$/.test(code)) return true;
  // pg gives these two no code of their own.
  const text = error instanceof Error ? error.message : '';
  return (
    text.startsWith('Connection terminated') ||
    text.startsWith('timeout exceeded when trying to connect') ||
    text.startsWith('Query read timeout') ||
    text.startsWith('Client has encountered a connection error')
  );
}

/** True when a unique key was hit. `constraint` names it. */
export function isTaken(error: unknown, constraint: string): boolean {
  return codeOf(error) === '23505' && (error as { constraint?: string }).constraint === constraint;
}
