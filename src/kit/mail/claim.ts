// The postman's side of the outbox: takes mails that may leave now, and writes down what became of each.
import { sql } from 'kysely';
import type { Db, Row } from '#kit/tables.ts';
import { addressHash } from './address.ts';
import { notPaused } from './pause.ts';

export type ClaimedMail = Pick<
  Row<'kit.mail'>,
  'mail_id' | 'template' | 'to_address' | 'person_id' | 'lang' | 'args' | 'priority' | 'attempts' | 'due_at'
>;

/** Longer than the mail library waits for a server in all, so a claim lapses only when its process died. */
const claimSeconds = 180;

/**
 * Claims up to `atOnce` mails of these priorities that may leave now, in order: priority, then place in the line. One whose
 * stream has an older one waiting is passed over. Above priority 0 the pace holds: at most `perHour` in an hour and a
 * twelfth of that in five minutes, counted over all processes in the outbox itself (so it survives a restart; two postmen
 * that count in the same moment can go over by one batch).
 * While mails are paused, codes alone leave.
 * A claim is a date, not a lock held while a server is talked to.
 */
export async function claimMails(
  db: Db,
  options: { least: number; most: number; atOnce: number; perHour: number },
): Promise<ClaimedMail[]> {
  const { least, most, atOnce, perHour } = options;
  const inFive = Math.max(1, Math.ceil(perHour / 12));
  const room =
    most === 0
      ? sql`${atOnce}::int`
      : sql`(select greatest(0, least(${atOnce}::int,
          ${perHour}::int - count(*), ${inFive}::int - count(*) filter (where sent_at > now() - interval '5 minutes')))
        from kit.mail where state = 'sent' and sent_at > now() - interval '1 hour' and priority > 0)`;
  const claimed = await sql<ClaimedMail>`
    /*kit.mail.claim*/ with next as (
      select m.mail_id from kit.mail m
      where m.state = 'waiting' and m.priority between ${least} and ${most}
        and m.due_at <= now() and (m.retry_at is null or m.retry_at <= now()) and (m.priority = 0 or ${notPaused})
        and (m.stream is null or not exists (
          select 1 from kit.mail o
          where o.stream = m.stream and o.state = 'waiting' and (o.due_at, o.mail_id) < (m.due_at, m.mail_id)))
      order by m.priority, m.due_at, m.mail_id
      limit ${room}
      for update skip locked)
    update kit.mail m
    set retry_at = now() + ${claimSeconds} * interval '1 second', attempts = m.attempts + 1
    from next where m.mail_id = next.mail_id
    returning m.mail_id, m.template, m.to_address, m.person_id, m.lang, m.args, m.priority, m.attempts, m.due_at
  `.execute(db);
  return claimed.rows;
}

export type Ending =
  | { state: 'sent'; message_id: string }
  | { state: 'failed' | 'dropped'; last_error: string }
  | { state: 'waiting'; last_error: string; retryMs: number };

/**
 * Writes down what became of a claimed mail. What it was to say is emptied as soon as it can't be needed again.
 * The server has the mail already, so this tries until the database is back: giving up would send it twice.
 */
export async function endMail(db: Db, mail: ClaimedMail, ending: Ending, isStopping: () => boolean): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await write(db, mail.mail_id, ending);
      return;
    } catch (error) {
      if (isStopping() && attempt > 5) throw error;
      await new Promise((done) => setTimeout(done, 300));
    }
  }
}

async function write(db: Db, mailId: string, ending: Ending): Promise<void> {
  const row = db.updateTable('kit.mail').where('mail_id', '=', mailId);
  if (ending.state === 'waiting') {
    const retry_at = sql<Date>`now() + ${ending.retryMs} * interval '1 millisecond'`;
    await row.set({ last_error: ending.last_error, retry_at }).where('state', '=', 'waiting').execute();
  } else if (ending.state === 'sent') {
    await sql`
      /*kit.mail.sent*/ update kit.mail set state = 'sent', message_id = ${ending.message_id}, last_error = null,
        retry_at = null, args = '{}', sent_at = now()
      where mail_id = ${mailId}`.execute(db);
  } else {
    await row.set({ state: ending.state, last_error: ending.last_error, args: '{}', retry_at: null }).execute();
  }
}

/** Whether nothing is sent to `address` any more, because mail to it bounced for good. */
export async function isSuppressed(db: Db, address: string): Promise<boolean> {
  const row = await db
    .selectFrom('kit.mail_suppression')
    .select('reason')
    .where('address_hash', '=', addressHash(address))
    .executeTakeFirst();
  return row !== undefined;
}
