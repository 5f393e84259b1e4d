// Forgets what organisers wrote to guests a year after its evening.
import { sql } from 'kysely';
import type { Ground } from '#kit/ground.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Comes round every night. */
    'events.sweep': Record<string, never>;
  }
}

/** Long enough to look up what was written before the same evening last year. */
const KEPT_DAYS = 366;

/** Gives how many were forgotten. */
export async function sweepMessages(ground: Ground): Promise<number> {
  const before = new Date(ground.now().epochMilliseconds - KEPT_DAYS * 86_400_000);
  const { numAffectedRows } = await sql`
    delete from events.message m using events.event e
    where e.group_id = m.group_id and e.event_id = m.event_id and e.ends_at < ${before}`.execute(ground.db);
  return Number(numAffectedRows ?? 0);
}
