// The same race without the lock. It must oversell: otherwise the race proves nothing.
import { sql } from 'kysely';
import { transact } from '#kit/db.ts';
import type { Db } from '#kit/tables.ts';
import type { EventKey } from '../src/events/take-seats.ts';
import type { Guest } from './fixture.ts';

/** Everybody looks at the counter and takes a seat if it says so. Gives how many seats too many were taken. */
export async function naiveRace(db: Db, event: EventKey, guests: readonly Guest[]): Promise<number> {
  await Promise.allSettled(
    guests.map(({ person_id }) =>
      transact(db, async (tx) => {
        const { rows } = await sql<{ taken: number; cap: number }>`
          select taken, cap from events.tally where group_id = ${event.group_id} and event_id = ${event.event_id}`.execute(
          tx,
        );
        const tally = rows[0];
        if (!tally || tally.taken >= tally.cap) return;
        await sql`insert into events.enrolment (group_id, event_id, person_id, state, party, via, asked_at, changed_at)
          values (${event.group_id}, ${event.event_id}, ${person_id}, 'going', 1, 'page', now(), now())`.execute(tx);
        await sql`update events.tally set taken = ${tally.taken + 1} where group_id = ${event.group_id} and event_id = ${event.event_id}`.execute(
          tx,
        );
      }),
    ),
  );
  const { rows } = await sql<{ over: number }>`
    select count(*)::int - 20 as over from events.enrolment where group_id = ${event.group_id} and event_id = ${event.event_id}`.execute(
    db,
  );
  return rows[0]?.over ?? 0;
}
