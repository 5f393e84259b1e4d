// Mail that waits until somebody says go: after a backup was put back, because the house it is of may have sent it since.
import { sql } from 'kysely';
import type { Db, Tx } from '#kit/tables.ts';

const FACT = 'kit.mail.paused';

export type Pause = {
  /** When the backup was taken. */
  taken_at: string;
  /** Mails that wait for the word, by now. */
  waiting: number;
};

/** The condition under which mails of any priority but 0 may leave. */
export const notPaused = sql`not exists (select from kit.fact where name = ${FACT})`;

/**
 * From now on nothing leaves but codes to sign in with. Codes that waited already are dropped: whoever asked for one has
 * long had it, or asks again.
 */
export async function pauseMails(db: Db | Tx, { taken_at }: { taken_at: string }): Promise<void> {
  await sql`
    insert into kit.fact (name, value) values (${FACT}, ${JSON.stringify({ taken_at })}::jsonb)
    on conflict (name) do update set value = excluded.value, changed_at = now()`.execute(db);
  await sql`
    update kit.mail set state = 'dropped', args = '{}', last_error = 'restored'
    where state = 'waiting' and priority = 0`.execute(db);
}

/** Null while mails leave as always. One statement. */
export async function mailPause(db: Db | Tx): Promise<Pause | null> {
  const { rows } = await sql<Pause>`
    select f.value ->> 'taken_at' as taken_at,
      (select count(*) from kit.mail where state = 'waiting' and priority > 0) as waiting
    from kit.fact f where f.name = ${FACT}`.execute(db);
  return rows[0] ?? null;
}

/** Lets mails leave again: what waits by now too, or only what comes from now on. Gives how many were dropped. */
export async function resumeMails(tx: Tx, { drop }: { drop: boolean }): Promise<number> {
  await sql`delete from kit.fact where name = ${FACT}`.execute(tx);
  if (!drop) return 0;
  const { numAffectedRows } = await sql`
    update kit.mail set state = 'dropped', args = '{}', last_error = 'restored'
    where state = 'waiting' and priority > 0`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
