// Reads: people by address and by id, a person's own profile and sessions.
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { canonicalAddress } from './address.ts';
import type { Challenge } from './challenge.ts';

export type Person = {
  person_id: Id<'people.person'>;
  /** '' until they told us. */
  name: string;
  pronouns: string;
  address: string;
  lang: Lang;
  zone: string | null;
  /** Null: nobody has proved this address yet, and nothing may be told to or about it but a code. */
  proved_at: Date | null;
};

const columns = ['person_id', 'name', 'pronouns', 'address', 'lang', 'zone', 'proved_at'] as const;

/** The person of an address, however its letters are cased. */
export async function personByAddress(db: Db | Tx, address: string): Promise<Person | null> {
  const { key } = canonicalAddress(address);
  const person = await db.selectFrom('people.person').select(columns).where('address_key', '=', key).executeTakeFirst();
  return person ?? null;
}

/** People by id, in one statement; who is gone is not in it. */
export async function peopleByIds(
  db: Db | Tx,
  ids: readonly Id<'people.person'>[],
): Promise<Map<Id<'people.person'>, Person>> {
  if (ids.length === 0) return new Map();
  const people = await db.selectFrom('people.person').select(columns).where('person_id', 'in', ids).execute();
  return new Map(people.map((person) => [person.person_id, person]));
}

/** The name somebody will have once they prove this challenge. */
export async function nameByChallenge(db: Db | Tx, challenge: Challenge): Promise<string> {
  const person = await db
    .selectFrom('people.person')
    .select('name')
    .where('person_id', '=', challenge.person_id)
    .executeTakeFirst();
  return person?.name || challenge.name;
}

/** A person's own page: what they can change. */
export async function profileOf(db: Db | Tx, person_id: Id<'people.person'>) {
  return db
    .selectFrom('people.person')
    .select([...columns, 'languages', 'is_keeper', 'created_at'])
    .where('person_id', '=', person_id)
    .executeTakeFirstOrThrow();
}

/** Where a person is signed in, the newest first. */
export async function sessionsOf(db: Db | Tx, person_id: Id<'people.person'>, now: Instant) {
  return db
    .selectFrom('people.session')
    .select(['session_id', 'browser', 'system', 'started_at', 'seen_at', 'proved_at', 'ends_at'])
    .where('person_id', '=', person_id)
    .where('ends_at', '>', new Date(now.epochMilliseconds))
    .orderBy('session_id', 'desc')
    .execute();
}

/** When a code was last typed in this session. */
export async function sessionProof(
  db: Db | Tx,
  session_id: Id<'people.session'>,
): Promise<{ proved_at: Date } | undefined> {
  return db.selectFrom('people.session').select('proved_at').where('session_id', '=', session_id).executeTakeFirst();
}
