// Forgets what the doors saw two weeks after the evening, and keeps how many were in.
import { sql } from 'kysely';
import type { EventKey } from '#events';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Tx } from '#kit/tables.ts';
import { forgetLists } from './building/send-list.ts';
import { headsAtDoor } from './door-stand.ts';
import { KEPT_DAYS } from './rules.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Comes round every night. */
    'door.sweep': Record<string, never>;
  }
}

/** Safe to run twice. Gives how many evenings were forgotten. */
export async function sweepDoor(ground: Ground): Promise<number> {
  const now = ground.now().epochMilliseconds;
  const before = new Date(now - KEPT_DAYS * 86_400_000);
  await sql`delete from door.pairing where until < ${new Date(now)}`.execute(ground.db);
  await sql`
    delete from door.outside o using events.event e
    where e.group_id = o.group_id and e.event_id = o.event_id and e.ends_at < ${new Date(now - 86_400_000)}`.execute(
    ground.db,
  );
  await forgetLists(ground);
  const { rows } = await sql<EventKey>`
    select e.group_id, e.event_id from events.event e
    where e.ends_at < ${before} and (
      exists (select from door.list l where l.group_id = e.group_id and l.event_id = e.event_id and l.swept_at is null)
      or exists (select from door.device d where d.group_id = e.group_id and d.event_id = e.event_id))
    limit 500`.execute(ground.db);
  for (const event of rows) await transact(ground.db, (tx) => forget(tx, event, new Date(now)));
  return rows.length;
}

async function forget(tx: Tx, event: EventKey, swept_at: Date): Promise<void> {
  const { group_id, event_id } = event;
  const heads = await headsAtDoor(tx, event);
  await tx
    .updateTable('door.list')
    .set({ heads, swept_at })
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .execute();
  for (const table of ['door.scan', 'door.device'] as const)
    await tx.deleteFrom(table).where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
}
