// People a file names who are to be known here: found by their address, or made, unproven until they sign in.
import { sql } from 'kysely';
import { type Id, newId } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { canonicalAddress } from './address.ts';

type PersonId = Id<'people.person'>;

export type Expected = {
  /** Kept where it is free here. */
  person_id: PersonId;
  address: string;
  name: string;
  lang: Lang;
};
export type Met = { person_id: PersonId; is_new: boolean; is_proved: boolean };

/**
 * Answers in the order of the list. Whoever is here already stays as they are, name and all. A new one gets the name the
 * file gives, which they can change once they have signed in. Nobody is mailed. No address may come twice.
 */
export async function expectPeople(tx: Tx, expected: readonly Expected[], now: Instant): Promise<Met[]> {
  if (expected.length === 0) return [];
  const keyed = expected.map((one) => ({ ...one, ...canonicalAddress(one.address) }));
  const keys = keyed.map(({ key }) => key);
  const { rows: here } = await sql<{ person_id: PersonId; address_key: string | null; proved_at: Date | null }>`
    select person_id, address_key, proved_at from people.person
    where address_key = any(${keys}::text[]) or person_id = any(${keyed.map(({ person_id }) => person_id)}::uuid[])
    for key share`.execute(tx);
  const byKey = new Map(here.map((person) => [person.address_key, person]));
  const takenIds = new Set(here.map(({ person_id }) => person_id));
  const met = keyed.map(({ key, person_id }): Met => {
    const known = byKey.get(key);
    if (known) return { person_id: known.person_id, is_new: false, is_proved: known.proved_at !== null };
    return { person_id: takenIds.has(person_id) ? newId() : person_id, is_new: true, is_proved: false };
  });
  const at = new Date(now.epochMilliseconds);
  const made = keyed.flatMap(({ address, key, name, lang }, place) =>
    met[place]?.is_new ? [{ person_id: met[place].person_id, address, address_key: key, name, lang }] : [],
  );
  await sql`
    insert into people.person (person_id, address, address_key, name, lang, created_at, asked_at)
    select person_id, address, address_key, name, lang, ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
      as r(person_id uuid, address text, address_key text, name text, lang text)`.execute(tx);
  return met;
}
