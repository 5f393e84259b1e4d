// What proves an address, the six digits and the link, while it waits to be mailed there.
import { seal, unseal } from '#kit/secret.ts';

export type CodeProof = { code: string; link: string | null };

/** For the outbox. Only this challenge's own mail can open it again. */
export function sealProof(secret: string, challenge_id: string, { code, link }: CodeProof): string {
  return seal(secret, `people.code:${challenge_id}`, `${code} ${link ?? ''}`);
}

/** For the mail as it leaves. Throws when it was sealed for another challenge or with another secret. */
export function openProof(secret: string, challenge_id: string, sealed: string): CodeProof {
  const [code = '', link = ''] = unseal(secret, `people.code:${challenge_id}`, sealed).split(' ');
  return { code, link: link || null };
}
