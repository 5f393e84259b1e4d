// Proves an address: by the six digits in the browser that asked, or by the mailed link in any browser. Both sign in.
import { sql } from 'kysely';
import { announce } from '#kit/announce.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { liftSuppression } from '#kit/mail/index.ts';
import { hashToken } from '#kit/secret.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { type Challenge, type CodeRefusal, type CodeTry, endChallenges, nextOf, tryCode } from './challenge.ts';
import { becomeKeeper } from './keeper.ts';
import { forgetMailed } from './mail-limits.ts';
import { startSession } from './session.ts';
import type { Purpose } from './tables.ts';

export type Proved = {
  person_id: Id<'people.person'>;
  /** For `carrySession`. */
  session_token: string;
  challenge_id: Id<'people.challenge'>;
  purpose: Purpose;
  /** Still '' when no name was typed with this challenge or before. */
  name: string;
  next: string;
  lang: Lang;
  is_keeper: boolean;
};

/**
 * The code fits: the address is proved, a nameless person gets the name typed with this challenge, a session starts and
 * every other code of the address dies. A refusal still costs a try, so commit it too.
 */
export async function proveCode(
  tx: Tx,
  ground: Ground,
  attempt: CodeTry & { agent: string | undefined },
): Promise<Proved | CodeRefusal> {
  const challenge = await tryCode(tx, ground, attempt);
  if ('refused' in challenge) return challenge;
  if (challenge.link_hash === null) return { refused: 'people.code_expired' };
  return admit(tx, ground, challenge, attempt);
}

/** The button behind the mailed link was pressed. The link is deleted as it is used, so a second press finds nothing. */
export async function proveLink(
  tx: Tx,
  ground: Ground,
  attempt: { link: string; agent: string | undefined; ip?: string | undefined; now: Instant },
): Promise<Proved | CodeRefusal> {
  const challenge = await tx
    .deleteFrom('people.challenge')
    .where('link_hash', '=', hashToken(attempt.link))
    .where('ends_at', '>', new Date(attempt.now.epochMilliseconds))
    .returningAll()
    .executeTakeFirst();
  if (!challenge) return { refused: 'people.code_expired' };
  return admit(tx, ground, challenge, attempt);
}

async function admit(
  tx: Tx,
  ground: Ground,
  challenge: Challenge,
  { agent, ip, now }: { agent: string | undefined; ip?: string | undefined; now: Instant },
): Promise<Proved> {
  const { person_id, challenge_id, purpose } = challenge;
  const next = nextOf(ground, challenge);
  await endChallenges(tx, challenge.address_key);
  await forgetMailed(ground, { address_key: challenge.address_key, ip });
  const person = await tx
    .updateTable('people.person')
    .set({
      name: sql`case when name = '' then ${challenge.name} else name end`,
      // What was told before anybody proved anything counts for nothing.
      address: sql`case when proved_at is null then ${challenge.address} else address end`,
      lang: sql`case when proved_at is null then ${challenge.lang} else lang end`,
      proved_at: sql`coalesce(proved_at, ${new Date(now.epochMilliseconds)})`,
    })
    .where('person_id', '=', person_id)
    .returning(['name', 'address', 'lang'])
    .executeTakeFirstOrThrow();
  await liftSuppression(tx, person.address);
  const is_keeper = purpose === 'keeper' && (await becomeKeeper(tx, person_id, now));
  const session_token = await startSession(tx, { person_id, agent, now });
  await announce(tx, 'people.proved', { person_id, challenge_id, purpose, now });
  return { person_id, session_token, challenge_id, purpose, name: person.name, lang: person.lang, next, is_keeper };
}
