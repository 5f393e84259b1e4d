// Asks for a code: finds or makes the person of an address and mails six digits there.
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Lang } from '#kit/words.ts';
import { canonicalAddress } from './address.ts';
import { makeChallenge } from './challenge.ts';
import { mayMail } from './mail-limits.ts';
import { personOfAddress } from './person-of-address.ts';
import './announcements.ts';

export type CodeAsk = {
  address: string;
  /** Typed along with the address, '' when it was not asked; names a nameless person once this challenge is proved. */
  name: string;
  lang: Lang;
  purpose: 'signin' | 'seat' | 'keeper' | 'invitation';
  /** Where the mailed link leads after its button was pressed. */
  next: string;
  /**
   * For the mail: `title` is the evening or the group it is about. `page` is a path of this server the mailed link leads to
   * instead of the page that only signs in; its last part is the link, and `proveLink` takes it there.
   */
  mail?: { title: string; page?: string } | undefined;
  /** Where it is asked from; counted when given. */
  ip?: string | undefined;
};

export type AskedCode = {
  person_id: Id<'people.person'>;
  challenge_id: Id<'people.challenge'>;
  /** For `CodeForm` and `proveCode`. */
  token: string;
  /** False when too many codes were asked for, to this mailbox or from this network: say so, the same to everybody. */
  mailed: boolean;
};

/**
 * Does the same for an address we know and one we don't: one upsert, one challenge, one mail, in the same order.
 * A new person is nameless and unproved, and nothing typed here is theirs until they prove this very challenge.
 * `ground.mailsQueued()` after the commit. The address must be one (`isMailAddress`), which forms check.
 */
export async function askForCode(tx: Tx, ground: Ground, ask: CodeAsk): Promise<AskedCode> {
  const to = canonicalAddress(ask.address);
  const mailed = await mayMail(ground, { address_key: to.key, ip: ask.ip });
  const person = await personOfAddress(tx, { address: ask.address, lang: ask.lang, now: ground.now() });
  const { challenge_id, token } = await makeChallenge(tx, ground, {
    person_id: person.person_id,
    to,
    // The one that was proved, however it was spelt this time.
    mailbox: person.proved_at ? person.address : to.address,
    purpose: ask.purpose,
    name: ask.name,
    lang: person.proved_at ? person.lang : ask.lang,
    next: ask.next,
    mail: { ...ask.mail },
    mailed,
    linked: true,
  });
  return { person_id: person.person_id, challenge_id, token, mailed };
}
