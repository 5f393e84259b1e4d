// Forgets whom invitations into a team went to, once nobody needs to know: most of them may never have been here.
import type { Ground } from '#kit/ground.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Comes round every night. */
    'groups.sweep': Record<string, never>;
  }
}

/** One that ran out can be sent again for so long; the log keeps that one was sent, and not to which address. */
const KEPT_DAYS = 30;

/** Deletes invitations that were answered, taken back or ran out a month ago. Gives how many. */
export async function sweepInvitations({ db, now }: Pick<Ground, 'db' | 'now'>): Promise<number> {
  const before = new Date(now().epochMilliseconds - KEPT_DAYS * 86_400_000);
  const { numDeletedRows } = await db
    .deleteFrom('groups.invitation')
    .where((e) => e.or([e('ended_at', '<', before), e('expires_at', '<', before)]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
