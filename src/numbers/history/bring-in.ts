// Writes what a file says: each evening's counts, and whom one may invite. All of it or nothing; a second time changes nothing.
import { sql } from 'kysely';
import { audit } from '#groups';
import { type Id, newId } from '#kit/id.ts';
import { keyedHash } from '#kit/secret.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { mailboxOf } from '#people';
import type { FoundContact, FoundEvening } from './understand.ts';

type GroupId = Id<'groups.group'>;

export type Brought = {
  evenings: { made: number; changed: number; same: number };
  /** `known`: members already, here already, or mailed before. */
  contacts: { made: number; known: number };
};

/** Rows a statement takes at once. */
const AT_ONCE = 5_000;

/** `actor` null: the command line. `secret`: the server's, to know again whom the group invited before. */
export async function bringInHistory(
  tx: Tx,
  actor: { person_id: Id<'people.person'> } | null,
  group_id: GroupId,
  found: { evenings: readonly FoundEvening[]; contacts: readonly FoundContact[] },
  { now, secret }: { now: Instant; secret: string },
): Promise<Brought> {
  const evenings = await writeEvenings(tx, group_id, found.evenings, now);
  let made = 0;
  for (let from = 0; from < found.contacts.length; from += AT_ONCE) {
    made += await writeContacts(tx, group_id, found.contacts.slice(from, from + AT_ONCE), now, secret);
  }
  const brought = { evenings, contacts: { made, known: found.contacts.length - made } };
  if (evenings.made + evenings.changed + made > 0) {
    const about = { n: evenings.made + evenings.changed, contacts: made };
    await audit(tx, { group_id, actor, what: 'numbers.history.brought_in', about, now });
  }
  return brought;
}

/** An evening an organiser typed in stays as they typed it; a count that is missing there is not. */
async function writeEvenings(
  tx: Tx,
  group_id: GroupId,
  evenings: readonly FoundEvening[],
  now: Instant,
): Promise<Brought['evenings']> {
  if (evenings.length === 0) return { made: 0, changed: 0, same: 0 };
  const { rows } = await sql<{ is_new: boolean }>`
    insert into numbers.past_evening as p (group_id, held_on, title, signed_up, came, source, changed_at)
    select ${group_id}, held_on, title, signed_up, came, 'import', ${new Date(now.epochMilliseconds)}
    from jsonb_to_recordset(${JSON.stringify(evenings)}::jsonb) as r(held_on date, title text, signed_up int, came int)
    on conflict (group_id, held_on) do update
      set title = excluded.title, signed_up = excluded.signed_up, came = coalesce(excluded.came, p.came),
        changed_at = excluded.changed_at
      where p.source = 'import'
        and (p.title, p.signed_up, p.came) is distinct from
          (excluded.title, excluded.signed_up, coalesce(excluded.came, p.came))
    returning (xmax = 0) as is_new`.execute(tx);
  const made = rows.filter(({ is_new }) => is_new).length;
  return { made, changed: rows.length - made, same: evenings.length - rows.length };
}

async function writeContacts(
  tx: Tx,
  group_id: GroupId,
  contacts: readonly FoundContact[],
  now: Instant,
  secret: string,
): Promise<number> {
  const rows = contacts.map(({ name, address }) => {
    const mailbox = mailboxOf(address);
    return {
      contact_id: newId<'numbers.contact'>(now.epochMilliseconds),
      name,
      address: mailbox.address,
      address_key: mailbox.key,
      digest: `\\x${invitedDigest(secret, group_id, mailbox.key).toString('hex')}`,
    };
  });
  const { rows: made } = await sql`
    insert into numbers.contact (group_id, contact_id, address, address_key, name, brought_at)
    select distinct on (r.address_key) ${group_id}::uuid, r.contact_id, r.address, r.address_key, r.name,
      ${new Date(now.epochMilliseconds)}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(contact_id uuid, address text, address_key text, name text, digest text)
    where not exists (select 1 from numbers.invited i where i.group_id = ${group_id} and i.digest = r.digest::bytea)
      and not exists (select 1 from people.person p join groups.member m on m.person_id = p.person_id
        where p.address_key = r.address_key and p.proved_at is not null and m.group_id = ${group_id})
    order by r.address_key, r.contact_id
    on conflict (group_id, address_key) do nothing
    returning contact_id`.execute(tx);
  return made.length;
}

/** How it is kept whom a group invited: says nothing without the server's secret. */
export function invitedDigest(secret: string, group_id: GroupId, address_key: string): Buffer {
  return keyedHash(secret, 'numbers.invited', `${group_id} ${address_key}`);
}
