// Whom a group brought along and may invite, once: how many there are, the button that invites them, and forgetting them.
import { sql } from 'kysely';
import { audit } from '#groups';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Actor } from '#people';
import { invitedDigest } from './bring-in.ts';
import { FILE_HOURS } from './handed-in.ts';

type GroupId = Id<'groups.group'>;

/** A contact is kept this long; the counts of the nights stay (practice.md §11.P, unclaimed imports 60 d). */
export const CONTACT_DAYS = 60;
/** Whom a group may invite in a day: each is a mail to somebody who did not ask for it here. */
export const INVITES_A_DAY = 200;
/** A list of two years back may come again; after that it is another matter. */
const DIGEST_DAYS = 730;
const DAY = 86_400_000;

export type Contacts = {
  all: number;
  invited: number;
  /** Can be invited now: not yet, and within the day's measure. */
  ready: number;
  /** Not yet invited at all. */
  waiting: number;
  /** When the last of them is forgotten. */
  last_until: Date | null;
};

/** One statement. */
export async function contactsOf(db: Db | Tx, group_id: GroupId, now: Instant): Promise<Contacts> {
  const since = new Date(now.epochMilliseconds - DAY);
  const { rows } = await sql<{ n: number; invited: number; today: number; newest: Date | null }>`
    select count(*)::int as n, count(invited_at)::int as invited, max(brought_at) as newest,
      (select count(*)::int from numbers.invited i where i.group_id = ${group_id} and i.invited_at > ${since}) as today
    from numbers.contact where group_id = ${group_id}`.execute(db);
  const { n = 0, invited = 0, today = 0, newest = null } = rows[0] ?? {};
  const waiting = n - invited;
  const last_until = newest && new Date(newest.getTime() + CONTACT_DAYS * DAY);
  return { all: n, invited, waiting, ready: Math.max(0, Math.min(waiting, INVITES_A_DAY - today)), last_until };
}

/** One of them with their group, for the mail; undefined once they are forgotten. */
export async function contactOf(db: Db | Tx, key: { group_id: GroupId; contact_id: Id<'numbers.contact'> }) {
  return db
    .selectFrom('numbers.contact')
    .innerJoin('groups.group', 'groups.group.group_id', 'numbers.contact.group_id')
    .select(['brought_at', 'slug', 'groups.group.name', 'color', 'zone', 'mark_kind', 'mark_hash'])
    .where('numbers.contact.group_id', '=', key.group_id)
    .where('contact_id', '=', key.contact_id)
    .executeTakeFirst();
}

/** Mails those who are ready, each once and never again. Gives how many. */
export async function inviteContacts(
  tx: Tx,
  actor: Actor,
  group: { group_id: GroupId; language: string },
  { now, secret }: { now: Instant; secret: string },
): Promise<number> {
  const { group_id } = group;
  // Two organisers who press at once must not invite twice as many.
  await sql`select 1 from groups."group" where group_id = ${group_id} for no key update`.execute(tx);
  const { ready } = await contactsOf(tx, group_id, now);
  if (ready === 0) return 0;
  const at = new Date(now.epochMilliseconds);
  const chosen = await tx
    .selectFrom('numbers.contact')
    .select(['contact_id', 'address', 'address_key'])
    .where('group_id', '=', group_id)
    .where('invited_at', 'is', null)
    .orderBy('contact_id')
    .limit(ready)
    .forUpdate()
    .execute();
  await tx
    .updateTable('numbers.contact')
    .set({ invited_at: at })
    .where('group_id', '=', group_id)
    .where(
      'contact_id',
      'in',
      chosen.map(({ contact_id }) => contact_id),
    )
    .execute();
  await tx
    .insertInto('numbers.invited')
    .values(
      chosen.map(({ address_key }) => ({
        group_id,
        digest: invitedDigest(secret, group_id, address_key),
        invited_at: at,
      })),
    )
    .onConflict((on) => on.columns(['group_id', 'digest']).doNothing())
    .execute();
  await queueMails(
    tx,
    chosen.map(({ contact_id, address }) => ({
      template: 'numbers.invite',
      to: address,
      lang: group.language === 'de' ? ('de' as const) : ('en' as const),
      args: { group_id, contact_id },
      campaign: `numbers.invite:${group_id}`,
      priority: 50,
    })),
  );
  await audit(tx, { group_id, actor, what: 'numbers.history.invited', about: { n: chosen.length }, now });
  return chosen.length;
}

/** Forgets all of a group's contacts. The nights' counts stay. */
export async function forgetContacts(tx: Tx, actor: Actor, group_id: GroupId, now: Instant): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('numbers.contact').where('group_id', '=', group_id).executeTakeFirst();
  const n = Number(numDeletedRows);
  if (n > 0) await audit(tx, { group_id, actor, what: 'numbers.history.forgotten', about: { n }, now });
  return n;
}

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Comes round every hour. */
    'numbers.sweep': Record<string, never>;
  }
}

/** Forgets contacts after 60 days, files after one, and whom was invited after two years. */
export async function sweepHistory({ db, now }: Ground): Promise<void> {
  const before = (days: number) => new Date(now().epochMilliseconds - days * DAY);
  await db.deleteFrom('numbers.contact').where('brought_at', '<', before(CONTACT_DAYS)).execute();
  await db
    .deleteFrom('numbers.handed_in')
    .where('at', '<', before(FILE_HOURS / 24))
    .execute();
  await db.deleteFrom('numbers.invited').where('invited_at', '<', before(DIGEST_DAYS)).execute();
}
