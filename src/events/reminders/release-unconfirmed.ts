// Frees seats nobody confirmed, where organisers chose so: after a second notice and half a day to answer it.
import { sql } from 'kysely';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { isPromoting, type Times } from '../rules.ts';
import { lockTally } from '../seat-book.ts';
import { type EventKey, takeSeats } from '../take-seats.ts';
import { hasNotSaid } from './concerned.ts';
import { dayOf, releasedAt } from './rules.ts';

/** As many as the desk answers at once. */
const AT_ONCE = 400;

type Evening = EventKey & Times & { zone: string; second_on: string; second_at: Date; asked_at: Date };

/**
 * Frees what is due and says how many seats. Only while a freed seat still goes to the waitlist: later it would help nobody.
 * An answer that comes meanwhile counts: whoever has said yes by the time their row is held keeps the seat.
 */
export async function releaseUnconfirmed(ground: Ground, now: Instant): Promise<number> {
  let released = 0;
  for (const evening of await eveningsToRelease(ground, now)) {
    for (let freed = AT_ONCE; freed === AT_ONCE; released += freed) {
      freed = await transact(ground.db, (tx) => releaseSome(tx, evening, now));
    }
  }
  return released;
}

async function eveningsToRelease(ground: Ground, now: Instant): Promise<Evening[]> {
  const at = new Date(now.epochMilliseconds);
  const { rows } = await sql<Evening>`
    select e.group_id, e.event_id, e.stage, e.starts_at, e.ends_at, e.opens_at, e.closes_at, e.zone,
      s.for_on::text as second_on, s.at as second_at, c.at as asked_at
    from events.event e
    join events.reminder_round s on s.group_id = e.group_id and s.event_id = e.event_id and s.step = 'second' and s.told > 0
    join events.reminder_round c
      on c.group_id = s.group_id and c.event_id = s.event_id and c.step = 'confirm' and c.for_on = s.for_on
    where e.confirmation = 'release' and e.stage in ('open', 'closed') and e.starts_at > ${at}
      and e.starts_at < ${at}::timestamptz + interval '48 hours'`.execute(ground.db);
  return rows.filter(
    (row) =>
      row.second_on === dayOf(row) &&
      releasedAt(row.second_at).epochMilliseconds <= now.epochMilliseconds &&
      isPromoting(row, now),
  );
}

async function releaseSome(tx: Tx, evening: Evening, now: Instant): Promise<number> {
  const { group_id, event_id, asked_at, second_at } = evening;
  await lockTally(tx, evening);
  const { rows } = await sql<{ person_id: Id<'people.person'> }>`
    select n.person_id from events.enrolment n
    where n.group_id = ${group_id} and n.event_id = ${event_id} and n.changed_at < ${second_at}
      and ${hasNotSaid('n', asked_at)}
    order by n.person_id limit ${AT_ONCE} for update`.execute(tx);
  if (rows.length === 0) return 0;
  const answers = await takeSeats(
    tx,
    { group_id, event_id },
    rows.map(({ person_id }) => ({
      key: `unconfirmed:${event_id}:${person_id}:${second_at.getTime()}`,
      ask: { kind: 'release', person: person_id, via: 'clock' } as const,
      actor: null,
    })),
    now,
  );
  return answers.filter((answer) => 'is' in answer && answer.is === 'released').length;
}
