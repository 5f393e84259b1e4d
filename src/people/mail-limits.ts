// How many codes may be mailed to whom: few enough that nobody floods a mailbox, and never so that its owner is kept out.
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';

type Asked = { address_key: string; ip: string | undefined };

/**
 * Counts a code that signs in, and says whether it may be mailed. A mailbox has a share for each network that asks, so that
 * a stranger uses up their own; and a wider one for all, because one stranger may have many networks.
 * Both are counted over the time a code holds: whenever one refuses, a mail that is not older lies in the mailbox, and the
 * link in it signs its owner in. What remains: who shares a network with somebody who asks for hundreds of codes, or types a
 * hundred wrong ones, has the links of earlier mails for up to an hour, and no new code.
 */
export async function mayMail(ground: Ground, { address_key, ip }: Asked): Promise<boolean> {
  const { limits } = ground;
  if (ip !== undefined && !(await limits.count('code.asked', ip))) return false;
  if (!(await limits.count('code.mailed', `${address_key} ${ip ?? ''}`))) return false;
  return limits.count('code.mailbox', address_key);
}

/** The owner came in: what strangers asked for in their name no longer counts against them. */
export async function forgetMailed(ground: Ground, { address_key, ip }: Asked): Promise<void> {
  await ground.limits.forget('code.mailed', `${address_key} ${ip ?? ''}`);
  await ground.limits.forget('code.mailbox', address_key);
}

/**
 * Counts a code that only confirms what somebody signed in wants. It is their own share and nobody else's, and takes nothing
 * from those who sign in. `elsewhere`: the mailbox it goes to when that is not theirs yet; its share is for all together, and
 * a stranger who uses it up keeps its owner for an hour from moving there, not from signing in.
 */
export async function mayMailProof(
  ground: Ground,
  { person_id, elsewhere }: { person_id: Id<'people.person'>; elsewhere?: string | undefined },
): Promise<boolean> {
  if (!(await ground.limits.count('code.proof', person_id))) return false;
  return elsewhere === undefined || ground.limits.count('code.elsewhere', elsewhere);
}
