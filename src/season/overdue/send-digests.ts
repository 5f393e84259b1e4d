// Mails each morning what is newly overdue: one mail a day at most, and none when there is nothing new.
import { sql } from 'kysely';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { isMorning } from '../rules.ts';
import { type Newly, newlyOverdue } from './overdue-tasks.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Mails what is newly overdue. */
    'season.digest': Record<string, never>;
  }
}

/** A morning comes round after 24 hours, and a server may be a little late or early. */
const APART_HOURS = 20;

/** Safe to run twice or in several processes: the row that says somebody was told is written with their mail. */
export async function sendDigests(ground: Ground): Promise<number> {
  const now = ground.now();
  const people = (await newlyOverdue(ground.db, now)).filter(({ zones }) => zones.some((zone) => isMorning(now, zone)));
  let sent = 0;
  for (const person of people) if (await transact(ground.db, (tx) => tell(tx, person, now))) sent++;
  if (sent > 0) ground.mailsQueued();
  return sent;
}

async function tell(tx: Tx, { person_id, address, lang }: Newly, now: Instant): Promise<boolean> {
  const at = new Date(now.epochMilliseconds);
  const since = new Date(now.subtract({ hours: APART_HOURS }).epochMilliseconds);
  const { rows } = await sql`
    insert into season.digest as d (person_id, sent_at) values (${person_id}, ${at})
    on conflict (person_id) do update set sent_at = excluded.sent_at
    where d.stopped_at is null and (d.sent_at is null or d.sent_at <= ${since})
    returning 1`.execute(tx);
  if (rows.length === 0) return false;
  await queueMails(tx, [{ template: 'season.overdue', to: address, person_id, lang, args: {}, priority: 40 }]);
  return true;
}
