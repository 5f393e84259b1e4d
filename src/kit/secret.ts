// Hashes, signatures, seals and random tokens. What is kept in the database is a hash; what travels is signed; what waits to
// be mailed is sealed.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto';

/** 256 bits as URL-safe text: for a session, an invitation, a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Six digits, evenly drawn. */
export function newCode(): string {
  return randomInt(0, 1_000_000).toString().padStart(6, '0');
}

/** How a token is kept: SHA-256, which is enough for 256 random bits. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** How a short code is kept: keyed, so that a copy of the database alone does not give it away. */
export function keyedHash(secret: string, purpose: string, text: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\0${text}`).digest();
}

/** Signs `text` for one purpose; a signature for one purpose is worth nothing for another. */
export function sign(secret: string, purpose: string, text: string): string {
  return keyedHash(secret, `sign:${purpose}`, text).toString('base64url');
}

/** Whether `signature` was made by us for this very text and purpose, and is spelt as we spell it; anything malformed was not. */
export function isSigned(secret: string, purpose: string, text: string, signature: string): boolean {
  return sameBytes(Buffer.from(signature), Buffer.from(sign(secret, purpose, text)));
}

/**
 * Seals a text that must be read again, such as a code that waits to be mailed: without the secret a copy of the database does
 * not give it away. `purpose` names what it is for and whose it is; a seal for one is none for another. AES-256-GCM with a key
 * of its own for each purpose (HKDF-SHA-256, RFC 5869), so a nonce drawn at random never meets its twin.
 */
export function seal(secret: string, purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealKey(secret, purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Opens a seal. Throws when it was not made with this secret for this purpose: then nobody can say what it was. */
export function unseal(secret: string, purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const cipher = createDecipheriv('aes-256-gcm', sealKey(secret, purpose), bytes.subarray(0, 12), {
    authTagLength: 16,
  });
  cipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
}

function sealKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `seal:${purpose}`, 32));
}

/** Compares in constant time; different lengths are different. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
