// Tells that an evening moved or is off: those who have something to do with it, and members who were told that it is on.
import { sql } from 'kysely';
import type { MailKind } from '#groups';
import type { Id } from '#kit/id.ts';
import { type Mail, notReachedYet, queueMails } from '#kit/mail/index.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Event } from './queries.ts';
import type { EnrolmentState } from './tables.ts';
import { type EventKey, seatStream } from './take-seats.ts';

export type Change = { kind: 'moved'; sequence: number; was_at: string; was_in: string } | { kind: 'cancelled' };

/** One who is to hear. `news`: a member without a seat, and the kind of mail that told them it is on. */
type Hearer = {
  person_id: Id<'people.person'>;
  address: string;
  lang: string;
  state: EnrolmentState | null;
  news: MailKind | null;
};

/** Queues one mail for each who is to hear, and gives how many are told. `event` is as it was before; its tally is locked. */
export async function tellChange(tx: Tx, event: Event, change: Change): Promise<number> {
  const campaigns = (['announced', 'opened'] as const).map((kind) => `events.${kind}:${event.event_id}`);
  // Whose announcement waits in the outbox learns how it is now from that one, or nothing when it is off.
  const untold = await notReachedYet(tx, campaigns);
  const hearers = (await whoHears(tx, event)).filter(({ person_id, news }) => !(news && untold.has(person_id)));
  await queueMails(
    tx,
    hearers.map((hearer) => mailTo(event, change, hearer)),
  );
  return hearers.length;
}

/** How many would be told, were it cancelled now. One statement. */
export async function countHearers(db: Db | Tx, event: Event): Promise<number> {
  return (await whoHears(db, event)).length;
}

function mailTo(
  { group_id, event_id }: EventKey,
  change: Change,
  { person_id, address, lang, state, news }: Hearer,
): Mail {
  const { kind, ...was } = change;
  const number = change.kind === 'moved' ? `:${change.sequence}` : '';
  return {
    template: news ? `events.${kind}-news` : `events.${kind}`,
    to: address,
    person_id,
    lang: lang === 'de' ? 'de' : 'en',
    args: { group_id, event_id, person_id, ...was, ...(news ? { news } : kind === 'cancelled' ? { was: state } : {}) },
    stream: seatStream({ group_id, event_id }, person_id),
    campaign: `events.${kind}:${event_id}${number}`,
    // News waits behind whatever concerns a seat.
    priority: news ? 50 : kind === 'cancelled' ? 15 : 20,
  };
}

/**
 * Who has a seat, waits or is interested; and members with none of these who got the announcement or the opening mail: they
 * belonged to the group then, and want that kind of mail still.
 */
async function whoHears(db: Db | Tx, event: Event): Promise<Hearer[]> {
  const { group_id, event_id, announced_at, opened_at } = event;
  const { rows } = await sql<Hearer>`
    with guest as (
      select e.person_id, e.state from events.enrolment e
      where e.group_id = ${group_id} and e.event_id = ${event_id} and e.state <> 'released'
        and not (e.via = 'import' and exists (
          select from people.person q where q.person_id = e.person_id and q.proved_at is null))
    ), told as (
      select person_id, state, null as news from guest
      union all
      select m.person_id, null,
        case when m.announced and m.joined_at <= ${announced_at}::timestamptz then 'announced' else 'opened' end
      from groups.member m
      where m.group_id = ${group_id} and not exists (select 1 from guest where guest.person_id = m.person_id)
        and (m.announced and m.joined_at <= ${announced_at}::timestamptz
          or m.opened and m.joined_at <= ${opened_at}::timestamptz)
    )
    select t.person_id, p.address, p.lang, t.state, t.news
    from told t join people.person p on p.person_id = t.person_id
    where t.news is null or p.proved_at is not null
    order by t.news is not null, t.person_id`.execute(db);
  return rows;
}
