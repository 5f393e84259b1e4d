// When two mail addresses are the same one. Pure.
import { domainToASCII } from 'node:url';

export type CanonicalAddress = { address: string; key: string };

/**
 * `address`: as typed, with the host in ASCII, so that what is mailed and what is compared is the same host.
 * `key`: in lower case. Only ASCII letters of the local part are lowered: Unicode's mapping sends letters of other scripts
 * to ASCII ones, and with them one person's mailbox to another's.
 */
export function canonicalAddress(typed: string): CanonicalAddress {
  const text = typed.normalize('NFC').trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const host = domainToASCII(text.slice(at + 1)).toLowerCase();
  const address = `${local}@${host}`;
  return { address, key: `${local.replace(/[A-Z]/g, (letter) => letter.toLowerCase())}@${host}` };
}
