// Puts mails into the outbox, in the transaction of what they tell, and answers how they are doing.
import { type RawBuilder, sql } from 'kysely';
import { newId } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Lang } from '#kit/words.ts';
import { addressHash, isMailAddress } from './address.ts';
import type { MailState } from './tables.ts';

export type Mail = {
  /** `<room>.<name>`, a key of the templates the postman was started with. */
  template: string;
  to: string;
  person_id?: string | null | undefined;
  lang: Lang;
  /**
   * Kept as JSON until the mail has left: ids and facts rather than texts, so that what is told is true when it leaves.
   * Codes and tokens are sealed first.
   */
  args: Record<string, unknown>;
  /** Mails of one stream leave in order: `seat:<event>:<person>`. */
  stream?: string | undefined;
  /** All mails of one announcement; `mailProgress` counts by it. */
  campaign?: string | undefined;
  /** 0 sign-in code (first, unpaced), 10 the person's own seat (default), 50 news. */
  priority?: number | undefined;
  /** Not before this moment. */
  due_at?: Date | undefined;
};

/**
 * Writes any number of mails with one insert. They leave in the order of the list, after `tx` has committed.
 * Throws when an address is not one (`isMailAddress`) or an argument is a secret by its name: both are bugs, and nothing of it
 * is kept.
 */
export async function queueMails(tx: Db | Tx, mails: Mail[]): Promise<void> {
  if (mails.length > 0) await queueingMails(mails).execute(tx);
}

/** The insert of `queueMails`, to be a part of a larger statement. Throws as it does. */
export function queueingMails(mails: Mail[]): RawBuilder<unknown> {
  const wrong = mails.findIndex((mail) => !isMailAddress(mail.to));
  if (wrong !== -1) throw new Error(`kit.mail: number ${wrong + 1} of ${mails.length} has no usable address`);
  // What opens something waits here sealed (`seal` of kit/secret.ts): whoever reads the outbox must not get in with it.
  const open = mails.find(({ args }) => Object.keys(args).some((name) => /^(code|token|secret)$/.test(name)));
  if (open) throw new Error(`kit.mail: ${open.template} has a secret that is not sealed`);
  // Hundreds of mails of a rush or an announcement say nearly the same, so what all of them say is sent once.
  const args = factored(mails.map((mail) => mail.args));
  const rows = factored(mails.map((mail, at) => ({ ...mail, args: args.own[at], mail_id: newId<'kit.mail'>() })));
  // The database's clock gives the place in the line, not ours: two servers' clocks differ, and the transactions of one
  // stream come one after the other. A microsecond apart, so the order of the list holds.
  return sql`
    with clock as materialized (select clock_timestamp() as now)
    insert into kit.mail
      (mail_id, template, to_address, person_id, lang, args, stream, campaign, priority, due_at)
    select m.mail_id, m.template, m."to", m.person_id, m.lang, ${json(args.common)}::jsonb || m.args, m.stream, m.campaign,
      coalesce(m.priority, 10),
      greatest(clock.now, m.due_at) + row_number() over (order by m.mail_id) * interval '1 microsecond'
    from clock, jsonb_array_elements(${json(rows.own)}::jsonb) as own,
      jsonb_to_record(${json(rows.common)}::jsonb || own) as m(
        mail_id uuid, template text, "to" text, person_id uuid, lang text, args jsonb, stream text, campaign text,
        priority smallint, due_at timestamptz)`;
}

type Fields = Record<string, unknown>;

/** Takes apart what all of `records` have in common and what each has of its own. */
function factored(records: Fields[]): { common: Fields; own: Fields[] } {
  const entries = Object.entries(records[0] ?? {}).filter(([key, value]) => records.every((one) => one[key] === value));
  const common = Object.fromEntries(entries);
  const own = records.map((one) => Object.fromEntries(Object.entries(one).filter(([key]) => !(key in common))));
  return { common, own };
}

/** jsonb holds neither NUL nor half of a surrogate pair; few texts have either. */
function json(value: unknown): string {
  const text = JSON.stringify(value);
  if (!/\\u(0000|d[89a-f])/.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '').toWellFormed() : part,
  );
}

export type MailProgress = Record<MailState, number>;

/** How far an announcement has got: "312 of 3,500". Counts go back 30 days. */
export async function mailProgress(db: Db | Tx, campaign: string): Promise<MailProgress> {
  const rows = await db
    .selectFrom('kit.mail')
    .select(['state', (e) => e.fn.countAll<number>().as('n')])
    .where('campaign', '=', campaign)
    .groupBy('state')
    .execute();
  const progress: MailProgress = { waiting: 0, sent: 0, failed: 0, dropped: 0 };
  for (const row of rows) progress[row.state] = Number(row.n);
  return progress;
}

/**
 * Whom nothing of these campaigns has reached yet. Their mails are held until `tx` ends, so that none leaves with what `tx`
 * changes; one that is just leaving counts as having reached its person.
 */
export async function notReachedYet(tx: Tx, campaigns: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ person_id: string }>`
    with held as (
      select person_id from kit.mail
      where campaign = any(${campaigns}::text[]) and state = 'waiting' and attempts = 0 and person_id is not null
      for update skip locked)
    select distinct h.person_id from held h
    where not exists (select 1 from kit.mail o
      where o.campaign = any(${campaigns}::text[]) and o.person_id = h.person_id
        and (o.state = 'sent' or o.state = 'waiting' and o.attempts > 0))`.execute(tx);
  return new Set(rows.map(({ person_id }) => person_id));
}

/** Stops what has not left yet of an announcement or a stream. A mail that is just leaving can't be called back. */
export async function dropMails(tx: Db | Tx, which: { campaign: string } | { stream: string }): Promise<void> {
  const [column, value] =
    'campaign' in which ? (['campaign', which.campaign] as const) : (['stream', which.stream] as const);
  await tx
    .updateTable('kit.mail')
    .set({ state: 'dropped', args: '{}', last_error: 'called-back' })
    .where(column, '=', value)
    .where('state', '=', 'waiting')
    .execute();
}

/** What still waits for a person goes to where they are now; a mail that is just leaving can't be called back. */
export async function readdressMails(tx: Tx, personId: string, address: { from: string; to: string }): Promise<void> {
  await tx
    .updateTable('kit.mail')
    .set({ to_address: address.to })
    .where('person_id', '=', personId)
    .where('to_address', '=', address.from)
    .where('state', '=', 'waiting')
    .where('priority', '>', 0)
    .execute();
}

/** Empties the outbox, whatever became of each mail: a demo town's past was never meant to be mailed. */
export async function clearMails(db: Db | Tx): Promise<void> {
  await db.deleteFrom('kit.mail').execute();
}

/** Forgets every mail to a person: when they are erased, what waited for them no longer leaves. */
export async function forgetMails(tx: Db | Tx, personId: string): Promise<void> {
  await tx.deleteFrom('kit.mail').where('person_id', '=', personId).execute();
}

/** Deletes mails that ended more than 30 days ago. Gives how many. */
export async function sweepMails(db: Db): Promise<number> {
  const result = await db
    .deleteFrom('kit.mail')
    .where('state', '!=', 'waiting')
    .where('created_at', '<', sql<Date>`now() - interval '30 days'`)
    .where('due_at', '<', sql<Date>`now() - interval '30 days'`)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Remembers that an address bounced for good: news no longer goes there, codes and seats still try. */
export async function suppressAddress(tx: Db | Tx, address: string, reason: string): Promise<void> {
  await tx
    .insertInto('kit.mail_suppression')
    .values({ address_hash: addressHash(address), reason })
    .onConflict((on) => on.column('address_hash').doNothing())
    .execute();
}

/** The address has been proven again (a code typed that was mailed there), so news may go there again. */
export async function liftSuppression(tx: Db | Tx, address: string): Promise<void> {
  await tx.deleteFrom('kit.mail_suppression').where('address_hash', '=', addressHash(address)).execute();
}
