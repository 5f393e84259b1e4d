// Finds the person of an address, or makes one who has yet to prove it.
import { type Id, newId } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { canonicalAddress } from './address.ts';

export type AddressOwner = { person_id: Id<'people.person'>; address: string; lang: Lang; proved_at: Date | null };

/** One upsert, the same for an address we know and one we don't. A new person is nameless and unproved. */
export async function personOfAddress(
  tx: Tx,
  ask: { address: string; lang: Lang; now: Instant },
): Promise<AddressOwner> {
  const { address, key } = canonicalAddress(ask.address);
  const now = new Date(ask.now.epochMilliseconds);
  return tx
    .insertInto('people.person')
    .values({
      person_id: newId(),
      address,
      address_key: key,
      lang: ask.lang,
      zone: null,
      created_at: now,
      asked_at: now,
      proved_at: null,
    })
    .onConflict((on) => on.constraint('person_address_key').doUpdateSet({ asked_at: now }))
    .returning(['person_id', 'address', 'lang', 'proved_at'])
    .executeTakeFirstOrThrow();
}
