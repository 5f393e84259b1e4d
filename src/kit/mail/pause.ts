// Mail that waits until somebody says go: after a backup was put back, because the house it is of may have sent it since.
import { sql } from 'kysely';
import type { Db, Tx } from '#kit/tables.ts';

const FACT = 'kit.mail.paused';

export type Pause = {
  /** When the backup was taken. */
  taken_at: string;
  /** Mails that came with the backup and were due before it was put back: they may have left once. */
  doubtful: number;
  /** Others that wait: they came since, or are due later. */
  fresh: number;
};

/** The condition under which mails of any priority but 0 may leave. */
export const notPaused = sql<boolean>`not exists (select from kit.fact where name = ${FACT})`;

/** Of a waiting mail `m` under the pause `f`. */
const isDoubtful = sql`m.due_at <= f.changed_at and m.created_at <= (f.value ->> 'came_until')::timestamptz`;

/**
 * From now on nothing leaves but codes to sign in with. Codes that waited already are dropped: whoever asked for one has
 * long had it, or asks again.
 */
export async function pauseMails(db: Db | Tx, { taken_at }: { taken_at: string }): Promise<void> {
  await sql`
    insert into kit.fact (name, value)
    select ${FACT}, jsonb_build_object('taken_at', ${taken_at}::text,
      'came_until', coalesce(max(created_at), ${taken_at}::timestamptz))
    from kit.mail
    on conflict (name) do update set value = excluded.value, changed_at = now()`.execute(db);
  await sql`
    update kit.mail set state = 'dropped', args = '{}', last_error = 'restored'
    where state = 'waiting' and priority = 0`.execute(db);
}

/** Null while mails leave as always. One statement. */
export async function mailPause(db: Db | Tx): Promise<Pause | null> {
  const { rows } = await sql<Pause>`
    select f.value ->> 'taken_at' as taken_at,
      count(m.mail_id) filter (where ${isDoubtful}) as doubtful,
      count(m.mail_id) filter (where not (${isDoubtful})) as fresh
    from kit.fact f left join kit.mail m on m.state = 'waiting' and m.priority > 0
    where f.name = ${FACT} group by f.name`.execute(db);
  return rows[0] ?? null;
}

/** Lets mails leave again: all of them, or without those that may have left once. Gives how many were dropped. */
export async function resumeMails(tx: Tx, { drop }: { drop: boolean }): Promise<number> {
  let dropped = 0n;
  if (drop) {
    const { numAffectedRows = 0n } = await sql`
      update kit.mail m set state = 'dropped', args = '{}', last_error = 'restored'
      from kit.fact f
      where f.name = ${FACT} and m.state = 'waiting' and m.priority > 0 and ${isDoubtful}`.execute(tx);
    dropped = numAffectedRows;
  }
  await sql`delete from kit.fact where name = ${FACT}`.execute(tx);
  return Number(dropped);
}
