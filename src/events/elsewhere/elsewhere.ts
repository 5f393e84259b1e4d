// Sign-ups made elsewhere: bringing them in, taking one off, reading and forgetting them. How many they are is the desk's to know.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { audit } from '#groups';
import type { Ground } from '#kit/ground.ts';
import { type Id, newId } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { type Actor, personOfAddress } from '#people';
import { isNamedByOthers } from '../guest-name.ts';
import { lockEvent } from '../lock-event.ts';
import type { Ask } from '../seat-asks.ts';
import { guestStates } from '../state-rules.ts';
import { type EventKey, takeSeats } from '../take-seats.ts';
import { nameKey, refuseElsewhere, type Signup, type Sorted, sortSignups } from './rules.ts';

/** Their names are forgotten so long after the evening; how many they were stays. */
const NAMES_DAYS = 14;

export type ElsewhereRow = { signup_id: Id<'events.elsewhere'>; name: string; party: number; source: string };

/** Those without an address, by name. */
export async function elsewhereOf(db: Db | Tx, { group_id, event_id }: EventKey): Promise<ElsewhereRow[]> {
  return db
    .selectFrom('events.elsewhere')
    .select(['signup_id', 'name', 'party', 'source'])
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .orderBy('name')
    .orderBy('signup_id')
    .execute();
}

export type Brought = (Sorted & { is: 'brought' }) | { refused: NonNullable<ReturnType<typeof refuseElsewhere>> };

/**
 * Brings in whoever is not here yet: with an address as a guest with a seat, who is mailed nothing until they come here
 * themselves; without one as a name. Both count as taken, also beyond the cap: they were promised a seat elsewhere.
 */
export async function bringElsewhere(
  tx: Tx,
  event: EventKey,
  actor: Actor,
  now: Instant,
  list: { signups: readonly Signup[]; source: string; although_alike: boolean; lang: Lang },
): Promise<Brought> {
  const { group_id, event_id } = event;
  // Before anybody is kept waiting.
  const owners = new Map<string, Id<'people.person'>>();
  for (const { address } of list.signups) {
    if (address === null || owners.has(address)) continue;
    owners.set(address, (await personOfAddress(tx, { address, lang: list.lang, now })).person_id);
  }
  const evening = await lockEvent(tx, event);
  const refused = refuseElsewhere(evening, now);
  if (refused) return { refused };
  const here = await whoIsHere(tx, event);
  const sorted = sortSignups(list.signups, here, (address) => owners.get(address) ?? address, list.although_alike);
  const named = sorted.fresh.filter(({ address }) => address === null);
  if (named.length > 0) {
    const added = { source: list.source, added_by: actor.person_id, added_at: new Date(now.epochMilliseconds) };
    await tx
      .insertInto('events.elsewhere')
      .values(named.map(({ name, party }) => ({ group_id, event_id, signup_id: newId(), name, party, ...added })))
      .execute();
  }
  const asks: Ask[] = sorted.fresh.flatMap(({ name, address, party }) => {
    const person = address && owners.get(address);
    return person ? [{ kind: 'take', person, party, via: 'import', force: true, name } as const] : [];
  });
  asks.push({ kind: 'elsewhere', heads: headsOf(named) });
  await takeSeats(
    tx,
    event,
    asks.map((ask) => ({ key: `elsewhere:${randomUUID()}`, ask, actor: actor.person_id })),
    now,
  );
  const about = { event: evening.slug, title: evening.title, rows: sorted.fresh.length };
  if (sorted.fresh.length > 0) await audit(tx, { group_id, actor, what: 'events.elsewhere.brought', about, now });
  return { is: 'brought', ...sorted };
}

export type Dropped = { is: 'dropped' | 'not_there' } | { refused: NonNullable<ReturnType<typeof refuseElsewhere>> };

/** Takes a name off; what it took is free again, and goes to whoever waits. Refused as bringing one in is. */
export async function dropElsewhere(
  tx: Tx,
  event: EventKey,
  actor: Actor,
  now: Instant,
  signup_id: Id<'events.elsewhere'>,
): Promise<Dropped> {
  const refused = refuseElsewhere(await lockEvent(tx, event), now);
  if (refused) return { refused };
  const gone = await tx
    .deleteFrom('events.elsewhere')
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .where('signup_id', '=', signup_id)
    .returning('party')
    .executeTakeFirst();
  if (!gone) return { is: 'not_there' };
  const { group_id, event_id } = event;
  const unlisted = { group_id, event_id, guest_id: signup_id, unlisted_at: new Date(now.epochMilliseconds) };
  await tx.insertInto('events.unlisted').values(unlisted).execute();
  const ask = { kind: 'elsewhere', heads: -gone.party } as const;
  await takeSeats(tx, event, [{ key: `elsewhere:${randomUUID()}`, ask, actor: actor.person_id }], now);
  return { is: 'dropped' };
}

/** Forgets the names of evenings that were. Gives how many. */
export async function forgetElsewhere({ db, now }: Ground): Promise<number> {
  const before = new Date(now().epochMilliseconds - NAMES_DAYS * 86_400_000);
  const { numAffectedRows } = await sql`
    update events.elsewhere x set name = '' from events.event e
    where e.group_id = x.group_id and e.event_id = x.event_id and e.ends_at < ${before} and x.name <> ''`.execute(db);
  await sql`
    delete from events.unlisted x using events.event e
    where e.group_id = x.group_id and e.event_id = x.event_id and e.ends_at < ${before}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Persons and names of everybody with a seat, in line, or from elsewhere. */
async function whoIsHere(tx: Tx, { group_id, event_id }: EventKey) {
  const { rows } = await sql<{ person_id: string | null; name: string }>`
    select e.person_id, coalesce(e.typed_name, '') as name from events.enrolment e
    where e.group_id = ${group_id} and e.event_id = ${event_id} and e.state = any(${guestStates}::text[])
    union all
    select null, p.name from events.enrolment e join people.person p on p.person_id = e.person_id
    where e.group_id = ${group_id} and e.event_id = ${event_id} and e.state = any(${guestStates}::text[])
      -- A name the owner of a typed address gave themselves is not told by comparing it.
      and not ${isNamedByOthers('e')}
    union all
    select null, x.name from events.elsewhere x where x.group_id = ${group_id} and x.event_id = ${event_id}`.execute(
    tx,
  );
  return {
    addresses: new Set(rows.flatMap(({ person_id }) => person_id ?? [])),
    names: new Set(rows.map(({ name }) => nameKey(name)).filter((name) => name !== '')),
  };
}

function headsOf(signups: readonly Signup[]): number {
  return signups.reduce((sum, { party }) => sum + party, 0);
}
