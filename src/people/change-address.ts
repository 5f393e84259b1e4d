// Moves a person to another address: proved by a code at the new one, told to the old one.
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { liftSuppression, queueMails, readdressMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import { canonicalAddress } from './address.ts';
import { type CodeRefusal, type CodeTry, makeChallenge, tryCode } from './challenge.ts';
import { erasePerson } from './erase-person.ts';
import { mayMailProof } from './mail-limits.ts';
import { peoplePaths } from './paths.ts';
import type { Actor } from './session.ts';
import { endOtherSessions } from './write-me.ts';

/** Mails a code to the new address. Nobody is looked up: whether it has somebody already is said to who reads that mailbox. */
export async function askForAddress(
  tx: Tx,
  ground: Ground,
  actor: Actor,
  address: string,
): Promise<{ token: string; mailed: boolean }> {
  const to = canonicalAddress(address);
  const mailed = await mayMailProof(ground, { person_id: actor.person_id, elsewhere: to.key });
  const { token } = await makeChallenge(tx, ground, {
    person_id: actor.person_id,
    to,
    purpose: 'address',
    name: '',
    lang: actor.lang,
    next: peoplePaths.address(),
    mail: {},
    mailed,
    linked: false,
  });
  return { token, mailed };
}

export type AddressRefusal = CodeRefusal | { refused: 'people.address_taken'; address: string };

/**
 * The code fits: the address is theirs from now on. `people.address_taken`: somebody else proved it before; nothing is
 * changed. Somebody who never proved it is forgotten instead. Codes mailed to the old address no longer sign in,
 * every session but this one ends, and mails that still wait go to the new one.
 */
export async function changeAddress(
  tx: Tx,
  ground: Ground,
  actor: Actor,
  attempt: CodeTry,
): Promise<{ address: string } | AddressRefusal> {
  const challenge = await tryCode(tx, ground, attempt);
  if ('refused' in challenge) return challenge;
  const { person_id } = actor;
  if (challenge.purpose !== 'address' || challenge.person_id !== person_id) return { refused: 'people.code_expired' };
  const { address, address_key } = challenge;
  const before = await tx
    .selectFrom('people.person')
    .select(['address', 'lang'])
    .where('person_id', '=', person_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('people.challenge').where('person_id', '=', person_id).execute();
  const other = await somebodyElse(tx, address_key, person_id);
  if (other?.proved_at) return { refused: 'people.address_taken', address };
  if (other) await erasePerson(tx, other.person_id, attempt.now);
  await tx.updateTable('people.person').set({ address, address_key }).where('person_id', '=', person_id).execute();
  await endOtherSessions(tx, person_id, actor.session_id);
  await liftSuppression(tx, address);
  await readdressMails(tx, person_id, { from: before.address, to: address });
  await queueMails(tx, [
    {
      template: 'people.address-moved',
      to: before.address,
      person_id,
      lang: before.lang,
      args: { address: maskAddress(address) },
    },
  ]);
  return { address };
}

async function somebodyElse(tx: Tx, address_key: string, person_id: Id<'people.person'>) {
  return tx
    .selectFrom('people.person')
    .select(['person_id', 'proved_at'])
    .where('address_key', '=', address_key)
    .where('person_id', '!=', person_id)
    .forUpdate()
    .executeTakeFirst();
}

/** `m…@example.org`: enough for the owner to recognise, and no gift to whoever reads the old mailbox. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address.slice(0, at)][0] ?? ''}…${address.slice(at)}`;
}
