// A challenge: a code mailed to an address, waiting to be typed by whoever reads that mailbox.
import { randomBytes } from 'node:crypto';
import type { Ground } from '#kit/ground.ts';
import { type Id, newId } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import { hashToken, keyedHash, newCode, newToken, sameBytes, seal, unseal } from '#kit/secret.ts';
import type { Db, Row, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import type { CanonicalAddress } from './address.ts';
import { mayMail, mayMailProof } from './mail-limits.ts';
import { CODE_TRIES, codeEnds, readCode } from './rules.ts';
import { type CodeProof, sealProof } from './sealed-proof.ts';
import type { Purpose } from './tables.ts';

export type Challenge = Row<'people.challenge'>;

export type CodeRefusal = { refused: 'people.wrong_code' | 'people.code_expired' | 'people.too_many_tries' };

export type NewChallenge = {
  person_id: Id<'people.person'>;
  /** As it was typed: pages show it again, and how its owner spells it is nobody else's to know. */
  to: CanonicalAddress;
  /** Where the mail goes when it was proved in another spelling. */
  mailbox?: string | undefined;
  purpose: Purpose;
  name: string;
  lang: Lang;
  next: string;
  mail: Record<string, string>;
  /** False: too many codes went to this address. Everything looks the same, and no code fits. */
  mailed: boolean;
  /** Whether the mail carries a link that is proof by itself. Not for what somebody signed in must confirm. */
  linked: boolean;
};

/** Makes the challenge and queues its mail. The token goes to the browser that asked; by itself it opens nothing. */
export async function makeChallenge(
  tx: Tx,
  ground: Ground,
  ask: NewChallenge,
): Promise<{ challenge_id: Id<'people.challenge'>; token: string }> {
  const challenge_id = newId<'people.challenge'>();
  const token = newToken();
  const link = ask.linked ? newToken() : null;
  const code = newCode();
  const now = ground.now().epochMilliseconds;
  await tx
    .insertInto('people.challenge')
    .values({
      challenge_id,
      person_id: ask.person_id,
      purpose: ask.purpose,
      address: ask.to.address,
      address_key: ask.to.key,
      token_hash: hashToken(token),
      link_hash: link === null ? null : hashToken(link),
      code_hash: ask.mailed ? hashCode(ground, challenge_id, code) : randomBytes(32),
      name: ask.name,
      lang: ask.lang,
      // It may be the path of an invitation, which opens something.
      next: seal(ground.config.secret, `people.next:${challenge_id}`, ask.next),
      mail: JSON.stringify(ask.mail),
      made_at: new Date(now),
      ends_at: codeEnds(now),
    })
    .execute();
  if (ask.mailed)
    await mailCode(
      tx,
      ground,
      { challenge_id, ...ask, address: ask.mailbox ?? ask.to.address, mailings: 1 },
      { code, link },
    );
  return { challenge_id, token };
}

/** A new code and a new link for a challenge that still waits; its token stays. False when it waits no more. */
export async function mailAgain(
  tx: Tx,
  ground: Ground,
  { token, ip }: { token: string; ip: string | undefined },
): Promise<boolean> {
  const challenge = await challengeByToken(tx, token, ground.now());
  if (!challenge) return false;
  const { address_key, person_id } = challenge;
  const elsewhere = challenge.purpose === 'address' ? address_key : undefined;
  const mailed = challenge.link_hash
    ? await mayMail(ground, { address_key, ip })
    : await mayMailProof(ground, { person_id, elsewhere });
  if (!mailed) return false;
  const code = newCode();
  const link = challenge.link_hash ? newToken() : null;
  const mailings = challenge.mailings + 1;
  await tx
    .updateTable('people.challenge')
    .set({
      code_hash: hashCode(ground, challenge.challenge_id, code),
      link_hash: link === null ? null : hashToken(link),
      mailings,
      tries: 0,
      ends_at: codeEnds(ground.now().epochMilliseconds),
    })
    .where('challenge_id', '=', challenge.challenge_id)
    .execute();
  await mailCode(tx, ground, { ...challenge, address: await mailboxOf(tx, challenge), mailings }, { code, link });
  return true;
}

/** The spelling in which its owner proved it, if it is that person's; otherwise as it was typed. */
async function mailboxOf(tx: Tx, { person_id, address, address_key }: Challenge): Promise<string> {
  const person = await tx
    .selectFrom('people.person')
    .select(['address', 'address_key', 'proved_at'])
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  return person?.proved_at && person.address_key === address_key ? person.address : address;
}

type Mailed = Pick<Challenge, 'challenge_id' | 'address' | 'person_id' | 'lang' | 'mailings'>;

/** What waits in the outbox is sealed: somebody who reads it there signs in as nobody. */
async function mailCode(tx: Tx, ground: Ground, to: Mailed, proof: CodeProof): Promise<void> {
  const { challenge_id, address, person_id, lang, mailings } = to;
  await queueMails(tx, [
    {
      template: 'people.code',
      to: address,
      person_id,
      lang,
      args: { challenge_id, mailings, sealed: sealProof(ground.config.secret, challenge_id, proof) },
      priority: 0,
    },
  ]);
}

/** Where this challenge leads once it is proved. */
export function nextOf(ground: Ground, { challenge_id, next }: Pick<Challenge, 'challenge_id' | 'next'>): string {
  return unseal(ground.config.secret, `people.next:${challenge_id}`, next);
}

export type CodeTry = { token: string; code: string; ip?: string | undefined; now: Instant };

/**
 * Spends one try on a challenge and gives it back when the code fits. The try is counted by the statement that locks the
 * row, so tries sent at the same moment do not get one more than five.
 */
export async function tryCode(tx: Tx, ground: Ground, attempt: CodeTry): Promise<Challenge | CodeRefusal> {
  const { token, ip, now } = attempt;
  if (ip && !(await ground.limits.within('code.address', ip))) return { refused: 'people.too_many_tries' };
  const code = readCode(attempt.code);
  // What can't be a code costs nobody a try.
  if (code === null) return { refused: 'people.wrong_code' };
  const challenge = await tx
    .updateTable('people.challenge')
    .set((e) => ({ tries: e('tries', '+', 1) }))
    .where('token_hash', '=', hashToken(token))
    .where('tries', '<', CODE_TRIES)
    .where('ends_at', '>', new Date(now.epochMilliseconds))
    .returningAll()
    .executeTakeFirst();
  if (!challenge) {
    const waits = await challengeByToken(tx, token, now);
    return { refused: waits ? 'people.too_many_tries' : 'people.code_expired' };
  }
  if (sameBytes(challenge.code_hash, hashCode(ground, challenge.challenge_id, code))) return challenge;
  if (ip) await ground.limits.count('code.address', ip);
  return { refused: challenge.tries < CODE_TRIES ? 'people.wrong_code' : 'people.too_many_tries' };
}

/** Every challenge of an address dies when one of them is used, the used one too. */
export async function endChallenges(tx: Tx, address_key: string): Promise<void> {
  await tx.deleteFrom('people.challenge').where('address_key', '=', address_key).execute();
}

/** The challenge a browser asked for, while it still waits. */
export async function challengeByToken(db: Db | Tx, token: string, now: Instant): Promise<Challenge | undefined> {
  return db
    .selectFrom('people.challenge')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .where('ends_at', '>', new Date(now.epochMilliseconds))
    .executeTakeFirst();
}

/** The challenge a mailed link proves, while it still waits. */
export async function challengeByLink(db: Db | Tx, link: string, now: Instant): Promise<Challenge | undefined> {
  return db
    .selectFrom('people.challenge')
    .selectAll()
    .where('link_hash', '=', hashToken(link))
    .where('ends_at', '>', new Date(now.epochMilliseconds))
    .executeTakeFirst();
}

function hashCode(ground: Ground, challenge_id: string, code: string): Buffer {
  return keyedHash(ground.config.secret, 'people.code', `${challenge_id} ${code}`);
}
