// What a mail address may look like here, and how one is remembered without keeping it.
import { createHash } from 'node:crypto';

/**
 * True for an address we would write to: one `@`, a domain with letters, at most 254 characters (RFC 5321 §4.5.3.1.3).
 * Quoted local parts, comments and lists are refused: mail libraries have read them as somebody else's address
 * (GHSA-g57g-f23g-4646), and anything with a line break in it would be a header of its own.
 */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && shape.test(text) && !text.includes('..') && !text.includes('.@');
}

const shape =
  /^[^\s\p{C}"(),:;<>@[\\\].][^\s\p{C}"(),:;<>@[\\\]]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)*[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,61}$/u;

/** Who a mail is from: a name to show and the address itself (RFC 5322 §3.4). */
export type Mailbox = { name: string; address: string };

/** `Our groups <mail@example.org>`, with or without quotation marks, or the address alone; null for anything else. */
export function readMailbox(text: string): Mailbox | null {
  const [, named = '', inside] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
  const name = named
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  const address = (inside ?? text).trim();
  return isMailAddress(address) && !/[\p{C}\u2028\u2029]/u.test(name) ? { name, address } : null;
}

/** Who mails of the server at `origin` are from when nobody said otherwise: `ugroup@` its host. */
export function serverMailbox(origin: string): Mailbox {
  const host = new URL(origin).hostname;
  // Without a name, as in `http://[::1]:3000`, there is nobody to write back to anyway.
  return { name: 'Ugroup', address: `ugroup@${host.includes(':') ? 'localhost' : host}` };
}

/** SHA-256 of the address in lower case, in hex: recognises an address that comes back, and lists none. */
export function addressHash(address: string): string {
  return createHash('sha256').update(address.normalize('NFC').toLowerCase()).digest('hex');
}
