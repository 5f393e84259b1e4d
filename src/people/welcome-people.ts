// Lets people in whose addresses are made up: those of the demo town, where no code could ever be mailed.
import type { Ground } from '#kit/ground.ts';
import { type Id, newId } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Lang } from '#kit/words.ts';
import { canonicalAddress } from './address.ts';

export type Newcomer = {
  name: string;
  address: string;
  lang: Lang;
  zone: string | null;
  since: Date;
  is_keeper?: boolean | undefined;
};

/** Gives their ids in the order of the list. Throws anywhere but in the demo: elsewhere an address is proved by its code. */
export async function welcomePeople(
  tx: Tx,
  ground: Pick<Ground, 'demo'>,
  newcomers: readonly Newcomer[],
): Promise<Id<'people.person'>[]> {
  if (!ground.demo) throw new Error('people: only the demo town takes people in without a code');
  const people = newcomers.map(({ name, address, lang, zone, since, is_keeper = false }) => {
    const { address: canonical, key } = canonicalAddress(address);
    const person_id = newId<'people.person'>();
    const times = { created_at: since, asked_at: since, proved_at: since };
    return { person_id, name, address: canonical, address_key: key, lang, zone, is_keeper, ...times };
  });
  if (people.length > 0) await tx.insertInto('people.person').values(people).execute();
  return people.map(({ person_id }) => person_id);
}
