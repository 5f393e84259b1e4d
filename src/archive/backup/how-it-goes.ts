// How the backups are doing, for the keeper's page.
import { sql } from 'kysely';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';

export type Backups = {
  /** The last one that is good, by hand or by the clock. */
  good: { at: Date; bytes: number; is_scheduled: boolean } | null;
  /** The last one that was not finished, when none has been good since. */
  bad: { at: Date; code: string } | null;
};

/** One statement. */
export async function backupsOf(db: Db | Tx): Promise<Backups> {
  const { rows } = await sql<{
    began_at: Date;
    bytes: number | null;
    is_scheduled: boolean;
    went_wrong: string | null;
  }>`
    (select began_at, bytes, is_scheduled, went_wrong from archive.backup
      where went_wrong is null order by backup_id desc limit 1)
    union all
    (select began_at, bytes, is_scheduled, went_wrong from archive.backup
      where went_wrong is not null order by backup_id desc limit 1)`.execute(db);
  const good = rows.find(({ went_wrong }) => went_wrong === null);
  const bad = rows.find(({ went_wrong }) => went_wrong !== null);
  const isNewer = bad && (!good || bad.began_at > good.began_at);
  return {
    good: good ? { at: good.began_at, bytes: good.bytes ?? 0, is_scheduled: good.is_scheduled } : null,
    bad: isNewer ? { at: bad.began_at, code: bad.went_wrong ?? '' } : null,
  };
}

/** Whole hours since then, never below none. */
export function hoursSince(at: Date, now: Instant): number {
  return Math.max(0, Math.floor((now.epochMilliseconds - at.getTime()) / 3_600_000));
}

/** Two nights and a little: one that was missed may be a restart, two are a fault. */
export const LATE_HOURS = 50;
