// What the clock brings: on the day of an evening its organisers get the way to its page, and the morning after they are asked
// for what nobody has noted; each once.
import { sql } from 'kysely';
import { type EventKey, unnotedEvenings } from '#events';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Db, Tx } from '#kit/tables.ts';
import { type Instant, instantOf } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { isTimeToAsk, isTimeToCall, wasCalledFor } from './rules.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Mails organisers on the day, and the morning after. */
    'tonight.tick': Record<string, never>;
  }
}

/** Safe to run twice, late, or in several processes: the row that says so is written with the mails. */
export async function tick(ground: Ground): Promise<{ called: number; asked: number }> {
  const { db } = ground;
  const now = ground.now();
  const coming = (await eveningsOfTheDay(db, now)).filter((evening) => isTimeToCall(evening, now));
  const over = (await unnotedEvenings(db, now, now)).filter((evening) => isTimeToAsk(evening, now));
  const called = await mailEach(ground, 'tonight.called', 'tonight.today', coming);
  const asked = await mailEach(ground, 'tonight.asked', 'tonight.ask', over);
  if (called + asked > 0) ground.mailsQueued();
  return { called, asked };
}

type Dated = EventKey & { starts_at: Date; ends_at: Date; zone: string };

/** Evenings of all groups that begin within a day and can be seen; nothing is sent for what came from a list. */
async function eveningsOfTheDay(db: Db, now: Instant): Promise<Dated[]> {
  const at = now.epochMilliseconds;
  return db
    .selectFrom('events.event')
    .select(['group_id', 'event_id', 'starts_at', 'ends_at', 'zone'])
    .where('starts_at', '>', new Date(at))
    .where('starts_at', '<', new Date(at + 86_400_000))
    .where('stage', 'in', ['announced', 'open', 'closed'])
    .where('source', 'is', null)
    .execute();
}

/** Mails the organisers of each evening that is not in `table` yet, or for another day, and writes it there. Gives how many mails. */
async function mailEach(
  ground: Ground,
  table: 'tonight.asked' | 'tonight.called',
  template: string,
  evenings: readonly Dated[],
): Promise<number> {
  if (evenings.length === 0) return 0;
  const ids = evenings.map(({ event_id }) => event_id);
  const known = await ground.db.selectFrom(table).select(['event_id', 'at']).where('event_id', 'in', ids).execute();
  const before = new Map(known.map(({ event_id, at }) => [event_id, at]));
  let mailed = 0;
  for (const evening of evenings) {
    const last = before.get(evening.event_id);
    if (last && (table === 'tonight.asked' || wasCalledFor(evening, instantOf(last)))) continue;
    mailed += await transact(ground.db, (tx) =>
      mailOrganisers(tx, table, template, { ...evening, last }, ground.now()),
    );
  }
  return mailed;
}

async function mailOrganisers(
  tx: Tx,
  table: 'tonight.asked' | 'tonight.called',
  template: string,
  { group_id, event_id, last }: EventKey & { last: Date | undefined },
  now: Instant,
): Promise<number> {
  const at = new Date(now.epochMilliseconds);
  const first = await tx
    .insertInto(table)
    .values({ group_id, event_id, at })
    .onConflict((on) => {
      const known = on.columns(['group_id', 'event_id']);
      return last ? known.doUpdateSet({ at }).where(`${table}.at`, '<=', last) : known.doNothing();
    })
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
      template,
      to: address,
      person_id,
      lang,
      args: { group_id, event_id },
      campaign: `${template}:${event_id}`,
      priority: 30,
    })),
  );
  return rows.length;
}
