// Deletes answers when their day has come, and those of people who no longer come.
import { sql } from 'kysely';
import type { Ground } from '#kit/ground.ts';
import { guestStates } from '../state-rules.ts';

/** Safe to run twice. Gives how many were deleted. The questions stay: the next evening may ask the same. */
export async function sweepAnswers(ground: Ground): Promise<number> {
  const now = new Date(ground.now().epochMilliseconds);
  const { numAffectedRows } = await sql`
    delete from events.answer a using events.question q, events.event e
    where q.group_id = a.group_id and q.event_id = a.event_id and q.question_id = a.question_id
      and e.group_id = a.group_id and e.event_id = a.event_id
      and (e.ends_at + q.kept_days * interval '24 hours' <= ${now}
        or not exists (
          select from events.enrolment n
          where n.group_id = a.group_id and n.event_id = a.event_id and n.person_id = a.person_id
            and n.state = any(${[...guestStates]}::text[])))`.execute(ground.db);
  return Number(numAffectedRows ?? 0);
}
