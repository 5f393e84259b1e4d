// Forgets whom to ask at a house, once nobody has said it again for a year.
import type { Ground } from '#kit/ground.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Comes round every night. */
    'venues.sweep': Record<string, never>;
  }
}

/** Gives how many were forgotten. */
export async function sweepContacts({ db, now }: Pick<Ground, 'db' | 'now'>): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('venues.venue')
    .set({ contact_name: '', contact_reach: '', contact_until: null })
    .where('contact_until', '<=', new Date(now().epochMilliseconds))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
