// What this room's tests share: a look into the mailed codes, and the whole way of signing in.
import type { Db } from '#kit/tables.ts';
import { type TestHouse, testSecret, type Visitor, visit } from '../../test/visit.ts';
import { canonicalAddress } from './address.ts';
import { openProof } from './sealed-proof.ts';

export type MailedCode = { code: string; link: string | null; challenge_id: string; lang: string; to_address: string };

/** The codes mailed to an address, the newest first. */
export async function mailedCodes(db: Db, address: string): Promise<MailedCode[]> {
  const mails = await db
    .selectFrom('kit.mail')
    .select(['args', 'lang', 'to_address'])
    .where('template', '=', 'people.code')
    .orderBy('due_at', 'desc')
    .execute();
  const { key } = canonicalAddress(address);
  return mails
    .filter((mail) => canonicalAddress(mail.to_address).key === key)
    .map(({ args, lang, to_address }) => {
      const { challenge_id, sealed } = args as { challenge_id: string; sealed: string };
      return { ...openProof(testSecret, challenge_id, sealed), challenge_id, lang, to_address };
    });
}

/** The newest code of an address, and the path of its link. Throws when there is none. */
export async function newestCode(db: Db, address: string): Promise<{ code: string; link: string }> {
  const [mail] = await mailedCodes(db, address);
  if (!mail) throw new Error(`no code was mailed to ${address}`);
  return { code: mail.code, link: `/signin/link/${mail.link}` };
}

/** Some code that is not this one. */
export function otherThan(code: string): string {
  return code === '000000' ? '000001' : '000000';
}

/** Signs in by the whole way: address, code, and a name when one is asked. */
export async function signIn(house: TestHouse, address: string, name = 'Somebody'): Promise<Visitor> {
  const here = visit(house);
  const asked = await here.post('/signin', { address });
  const { code } = await newestCode(house.db, address);
  const proved = await here.post(asked.location ?? '', { code });
  if (proved.location?.startsWith('/me/name')) await here.post('/me/name', { name });
  return here;
}
