// A slip says what was signed, in one spelling, and only with the signature it was given.
import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from './id.ts';
import { signSlip, slipKey } from './sign-slip.ts';
import { bytesOf, readSlip } from './slip.ts';

const secret = 'a secret of thirty-two characters';

/** As a browser checks it. */
async function isTrue(text: string, key = slipKey(secret, 'ticket')): Promise<boolean> {
  const slip = readSlip(text);
  if (!slip) return false;
  const known = await webcrypto.subtle.importKey('raw', bytesOf(key), 'Ed25519', false, ['verify']);
  return webcrypto.subtle.verify('Ed25519', known, slip.signature, slip.signed);
}

describe('a slip', () => {
  it('says what was signed, and a browser can tell that we did', async () => {
    const [first, second] = [newId(), newId()];
    const text = signSlip(secret, 'ticket', first, second, 3);
    expect(text).toHaveLength(134);
    expect(readSlip(text)).toMatchObject({ first, second, count: 3 });
    expect(await isTrue(text)).toBe(true);
  });

  it('is worth nothing with any bit of it turned', async () => {
    const text = signSlip(secret, 'ticket', newId(), newId(), 1);
    const bytes = bytesOf(text.slice(3));
    const passed: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const turned = Uint8Array.from(bytes, (byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      if (await isTrue(`U1.${Buffer.from(turned).toString('base64url')}`)) passed.push(bit);
    }
    expect(passed).toEqual([]);
  });

  it('has one spelling', () => {
    const text = signSlip(secret, 'ticket', newId(), newId(), 1);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const others = [...letters].map((letter) => text.slice(0, -1) + letter).filter((other) => other !== text);
    // Two of its six bits are spare: of 64 letters 16 could end a slip, and each says something else.
    expect(others.filter((other) => readSlip(other) !== null)).toHaveLength(15);
    for (const same of [` ${text}`, `${text}=`, text.toLowerCase(), text.slice(3)]) expect(readSlip(same)).toBeNull();
  });

  it('for another purpose, or of another server, is none', async () => {
    const [first, second] = [newId(), newId()];
    expect(await isTrue(signSlip(secret, 'badge', first, second, 1))).toBe(false);
    expect(await isTrue(signSlip(`${secret}!`, 'ticket', first, second, 1))).toBe(false);
  });

  it('is read from no text that is none, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readSlip(text) === null));
  });
});
