// Forgets what the kit has kept long enough.
import type { Db } from './tables.ts';
import type { Instant } from './time.ts';

/** Deletes answers older than two days: nobody resends a request after that. */
export async function sweepAnswers(db: Db, now: Instant): Promise<void> {
  await db
    .deleteFrom('kit.answer')
    .where('created_at', '<', new Date(now.epochMilliseconds - 2 * 86_400_000))
    .execute();
}
