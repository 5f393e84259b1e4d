// Sends the building list when it is due: once whole, and afterwards only those who came to it later.
import { sql } from 'kysely';
import { type EventKey, seatStates } from '#events';
import { audit } from '#groups';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { isLanguage } from '#kit/words.ts';
import { isListDue, LIST_KEPT_DAYS } from './rules.ts';
import { listStream } from './set-building.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Comes round every ten minutes. */
    'door.building': Record<string, never>;
  }
}

type Due = EventKey & {
  slug: string;
  title: string;
  language: string;
  starts_at: Date;
  lead_hours: number;
  contact_address: string;
};

/** Safe to run twice: whoever stood on a list does not stand on another. Gives how many lists left. */
export async function sendLists(ground: Ground): Promise<number> {
  const now = ground.now();
  const at = new Date(now.epochMilliseconds);
  const { rows } = await sql<Due>`
    select e.group_id, e.event_id, e.slug, e.title, e.language, e.starts_at, b.lead_hours, b.contact_address
    from door.building b join events.event e on e.group_id = b.group_id and e.event_id = b.event_id
    where e.starts_at > ${at} and e.starts_at - make_interval(hours => b.lead_hours) <= ${at}
      and e.stage in ('open', 'closed') limit 500`.execute(ground.db);
  let sent = 0;
  for (const event of rows) sent += (await transact(ground.db, (tx) => sendList(tx, event, now))) ? 1 : 0;
  if (sent > 0) ground.mailsQueued();
  return sent;
}

async function sendList(tx: Tx, event: Due, now: Instant): Promise<boolean> {
  const { group_id, event_id, slug, title } = event;
  // One process at a time: the row arbitrates.
  await sql`select 1 from door.building where group_id = ${group_id} and event_id = ${event_id} for no key update`.execute(
    tx,
  );
  const { rows } = await sql<{ last_at: Date | null; parts: number }>`
    select max(at) as last_at, coalesce(max(part) + 1, 0)::int as parts from door.listed
    where group_id = ${group_id} and event_id = ${event_id}`.execute(tx);
  const { last_at, parts: part } = rows[0] as { last_at: Date | null; parts: number };
  if (!isListDue({ ...event, last_at }, now)) return false;
  const added = await sql`
    insert into door.listed (group_id, event_id, person_id, part, heads, at)
    select n.group_id, n.event_id, n.person_id, ${part}::integer, n.party, ${new Date(now.epochMilliseconds)}::timestamptz
    from events.enrolment n
    where n.group_id = ${group_id} and n.event_id = ${event_id} and n.state = any(${seatStates}::text[])
    union all
    select x.group_id, x.event_id, x.signup_id, ${part}::integer, x.party, ${new Date(now.epochMilliseconds)}::timestamptz
    from events.elsewhere x where x.group_id = ${group_id} and x.event_id = ${event_id}
    on conflict do nothing`.execute(tx);
  const n = Number(added.numAffectedRows ?? 0);
  if (n === 0) return false;
  await queueMails(tx, [
    {
      template: 'door.building',
      to: event.contact_address,
      lang: isLanguage(event.language) ? event.language : 'en',
      args: { group_id, event_id, part },
      stream: listStream(event_id),
      priority: 20,
    },
  ]);
  const about = { event: slug, title, told: n };
  await audit(tx, { group_id, actor: null, what: 'door.building.sent', about, now });
  return true;
}

/** Forgets lists, names and whom they went to, a week after the evening. */
export async function forgetLists({ db, now }: Ground): Promise<void> {
  const before = new Date(now().epochMilliseconds - LIST_KEPT_DAYS * 86_400_000);
  for (const table of ['id_name', 'listed', 'building'] as const)
    await sql`
      delete from ${sql.table(`door.${table}`)} x using events.event e
      where e.group_id = x.group_id and e.event_id = x.event_id and e.ends_at < ${before}`.execute(db);
}
