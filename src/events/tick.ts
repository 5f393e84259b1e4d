// What the clock brings, once a minute: sign-ups that open by themselves, holds and offers that lapse. The clock is the ground's.
import { sql } from 'kysely';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { seatDesk } from './seat-desk.ts';
import { openEvent } from './stage-event.ts';
import type { EventKey } from './take-seats.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Opens what is due and frees what has lapsed. */
    'events.tick': Record<string, never>;
  }
}

/** Safe to run twice, late, or in several processes: each step looks again under its own lock. */
export async function tick(ground: Ground): Promise<{ opened: number; tended: number }> {
  const now = new Date(ground.now().epochMilliseconds);
  const due = await sql<EventKey>`
    select group_id, event_id from events.event
    where stage = 'announced' and opens_at <= ${now} and starts_at > ${now} limit 500`.execute(ground.db);
  for (const event of due.rows) await transact(ground.db, (tx) => openEvent(tx, event, ground.now()));

  const lapsed = await sql<EventKey>`
    select group_id, event_id from events.hold where until <= ${now}
    union select group_id, event_id from events.enrolment where offered_until <= ${now} limit 500`.execute(ground.db);
  const desk = seatDesk(ground);
  for (const event of lapsed.rows) await desk.ask(event, { kind: 'tend' });
  if (due.rows.length > 0) ground.mailsQueued();
  return { opened: due.rows.length, tended: lapsed.rows.length };
}
