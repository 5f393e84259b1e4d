// Hashes, signatures and random tokens. What is kept in the database is a hash; what travels is signed.
import { createHmac, hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

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

/** Whether `signature` was made by us for this very text and purpose; anything malformed was not. */
export function isSigned(secret: string, purpose: string, text: string, signature: string): boolean {
  return sameBytes(Buffer.from(signature, 'base64url'), keyedHash(secret, `sign:${purpose}`, text));
}

/** Compares in constant time; different lengths are different. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
