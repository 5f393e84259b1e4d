// Signs slips: each purpose has a key pair of its own, made from the server's secret, so nothing more has to be kept.
import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto';
import { remembered } from './remembered.ts';
import { slipBytes, spellSlip } from './slip.ts';

/** A slip for one purpose; it is worth nothing for another. Two ids, and a number from 0 to 255. */
export function signSlip(secret: string, purpose: string, first: string, second: string, count: number): string {
  const bytes = slipBytes(first, second, count);
  return spellSlip(bytes, sign(null, bytes, keyOf({ secret, purpose })));
}

/** The public key whoever checks slips of this purpose needs: 32 bytes, URL-safe base64. */
export function slipKey(secret: string, purpose: string): string {
  return createPublicKey(keyOf({ secret, purpose })).export({ format: 'jwk' }).x as string;
}

// An Ed25519 private key is 32 bytes; this is what PKCS #8 writes before them (RFC 8410 §7).
const before = Buffer.from('302e020100300506032b657004220420', 'hex');

const keyOf = remembered(
  ({ secret, purpose }: { secret: string; purpose: string }): KeyObject => {
    const seed = Buffer.from(hkdfSync('sha256', secret, '', `slip:${purpose}`, 32));
    return createPrivateKey({ key: Buffer.concat([before, seed]), format: 'der', type: 'pkcs8' });
  },
  ({ secret, purpose }) => `${purpose}\0${secret}`,
  20,
);
