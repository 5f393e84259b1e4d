// What a mail of this room tells, read when it leaves and not when it was queued.
import type { Id } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Purpose } from './tables.ts';

/** What a code is for, what it is about, where its link leads; undefined when it was used, ran out or was replaced. */
export async function codeFacts(
  db: Db,
  which: { challenge_id: Id<'people.challenge'>; mailings: number },
  now: Instant,
): Promise<{ purpose: Purpose; title: string; page: string | undefined } | undefined> {
  const challenge = await db
    .selectFrom('people.challenge')
    .select(['purpose', 'mail'])
    .where('challenge_id', '=', which.challenge_id)
    .where('mailings', '=', which.mailings)
    .where('ends_at', '>', new Date(now.epochMilliseconds))
    .executeTakeFirst();
  if (!challenge) return undefined;
  const { title = '', page } = challenge.mail as { title?: string; page?: string };
  return { purpose: challenge.purpose, title, page };
}
