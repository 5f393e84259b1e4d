// What the clock brings: the morning after an evening its organisers are asked, once, for what nobody has noted.
import { sql } from 'kysely';
import { type EventKey, unnotedEvenings } from '#events';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { isTimeToAsk } from './rules.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Asks organisers the morning after. */
    'tonight.tick': Record<string, never>;
  }
}

/** Safe to run twice, late, or in several processes: the row that says so is written with the mails. */
export async function tick(ground: Ground): Promise<{ asked: number }> {
  const { db } = ground;
  const now = ground.now();
  const due = (await unnotedEvenings(db, now, now)).filter((evening) => isTimeToAsk(evening, now));
  if (due.length === 0) return { asked: 0 };
  const known = await db
    .selectFrom('tonight.asked')
    .select('event_id')
    .where(
      'event_id',
      'in',
      due.map(({ event_id }) => event_id),
    )
    .execute();
  const before = new Set(known.map(({ event_id }) => event_id));
  let asked = 0;
  for (const evening of due.filter(({ event_id }) => !before.has(event_id))) {
    asked += await transact(db, (tx) => askOrganisers(tx, evening, now));
  }
  if (asked > 0) ground.mailsQueued();
  return { asked };
}

async function askOrganisers(tx: Tx, { group_id, event_id }: EventKey, now: Instant): Promise<number> {
  const first = await tx
    .insertInto('tonight.asked')
    .values({ group_id, event_id, at: new Date(now.epochMilliseconds) })
    .onConflict((on) => on.columns(['group_id', 'event_id']).doNothing())
    .returning('event_id')
    .executeTakeFirst();
  if (!first) return 0;
  const { rows } = await sql<{ person_id: Id<'people.person'>; address: string; lang: Lang }>`
    select p.person_id, p.address, p.lang from groups.organiser o join people.person p on p.person_id = o.person_id
    where o.group_id = ${group_id} and o.role in ('owner', 'organiser') and p.proved_at is not null
    order by p.person_id`.execute(tx);
  await queueMails(
    tx,
    rows.map(({ person_id, address, lang }) => ({
      template: 'tonight.ask',
      to: address,
      person_id,
      lang,
      args: { group_id, event_id },
      campaign: `tonight.ask:${event_id}`,
      priority: 30,
    })),
  );
  return rows.length;
}
