// Somebody signed in shows once more that it is them, before something that can't be undone.
import type { Ground } from '#kit/ground.ts';
import type { Db, Tx } from '#kit/tables.ts';
import { canonicalAddress } from './address.ts';
import { type CodeRefusal, type CodeTry, makeChallenge, nextOf, tryCode } from './challenge.ts';
import { mayMailProof } from './mail-limits.ts';
import { sessionProof } from './queries.ts';
import { isFresh } from './rules.ts';
import type { Actor } from './session.ts';
import { refreshProof } from './write-me.ts';

/** Mails a code to the person's own address, before what is at `next`. It signs nobody in. */
export async function askForProof(
  tx: Tx,
  ground: Ground,
  actor: Actor,
  next: string,
): Promise<{ token: string; mailed: boolean }> {
  const to = canonicalAddress(actor.address);
  const mailed = await mayMailProof(ground, { person_id: actor.person_id });
  const { token } = await makeChallenge(tx, ground, {
    person_id: actor.person_id,
    to,
    purpose: 'erase',
    name: '',
    lang: actor.lang,
    next,
    mail: {},
    mailed,
    linked: false,
  });
  return { token, mailed };
}

/** The code fits: this session counts as fresh again. `next`: what it was shown for. */
export async function proveAgain(
  tx: Tx,
  ground: Ground,
  actor: Actor,
  attempt: CodeTry,
): Promise<{ next: string } | CodeRefusal> {
  const challenge = await tryCode(tx, ground, attempt);
  if ('refused' in challenge) return challenge;
  if (challenge.purpose !== 'erase' || challenge.person_id !== actor.person_id)
    return { refused: 'people.code_expired' };
  await tx.deleteFrom('people.challenge').where('challenge_id', '=', challenge.challenge_id).execute();
  await refreshProof(tx, actor.session_id, new Date(attempt.now.epochMilliseconds));
  return { next: nextOf(ground, challenge) };
}

/** Whether a code was typed in this session so short a while ago that it counts. */
export async function isProved(db: Db | Tx, ground: Ground, actor: Actor): Promise<boolean> {
  const session = await sessionProof(db, actor.session_id);
  return session !== undefined && isFresh(session, ground.now().epochMilliseconds);
}
