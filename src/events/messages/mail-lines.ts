// What was mailed about an evening: the house's own tellings and what organisers wrote, with how far each has got.
import { sql } from 'kysely';
import type { Db } from '#kit/tables.ts';
import type { Event } from '../queries.ts';
import type { ToWhom } from '../tables.ts';

/** Mails of one telling. All 0 thirty days later, when the outbox has forgotten them. */
type Progress = { sent: number; waiting: number; failed: number };

export type MailLine = Progress & { at: Date } & (
    | { kind: 'announced' | 'opened' | 'moved' | 'cancelled' }
    | {
        kind: 'message';
        /** Mails it was when it was written. */
        told: number;
        to_whom: ToWhom;
        subject: string;
        words: string;
        /** Who wrote it; `null` for somebody who is gone. */
        writer: string | null;
      }
  );

/** The newest first. One statement. */
export async function mailLines(db: Db, event: Event): Promise<MailLine[]> {
  const { group_id, event_id, sequence, announced_at, opened_at, cancelled_at } = event;
  const { rows } = await sql<MailLine>`
    with line as (
      select kind, 'events.' || kind || ':' || ${event_id} as campaign, at
      from (values ('announced', ${announced_at}::timestamptz), ('opened', ${opened_at}), ('cancelled', ${cancelled_at})) as once (kind, at)
      union all
      select 'moved', 'events.moved:' || ${event_id} || ':' || n, null from generate_series(1, ${sequence}::integer) n
    ), message as (
      select 'message' as kind, 'events.message:' || m.message_id as campaign, m.written_at as at, m.told, m.to_whom, m.subject,
        m.words, nullif(p.name, '') as writer
      from events.message m left join people.person p on p.person_id = m.written_by
      where m.group_id = ${group_id} and m.event_id = ${event_id}
    )
    select l.kind, coalesce(l.at, c.first_at) as at, c.sent, c.waiting, c.failed, l.told, l.to_whom, l.subject, l.words, l.writer
    from (select *, null::integer as told, null as to_whom, null as subject, null as words, null as writer from line
      union all select * from message) l
    cross join lateral (
      select count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'waiting')::int as waiting,
        count(*) filter (where state = 'failed')::int as failed, min(created_at) as first_at
      from kit.mail k where k.campaign = l.campaign) c
    where l.kind = 'message' or c.sent + c.waiting + c.failed > 0
    order by at desc`.execute(db);
  return rows;
}
