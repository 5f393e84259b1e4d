// Reads a ticket and checks its signature on the phone itself, without asking anybody.
import { bytesOf, readSlip } from '#kit/slip.ts';
import type { SeenTicket } from '../../verdict-rules.ts';

export type Reader = (text: string) => Promise<SeenTicket>;

/**
 * Reads tickets signed with this key. Where the browser cannot check a signature (no https, or an old one) a ticket counts as
 * ours when it names somebody `isKnown`: their name is shown, and whoever stands there can ask for it.
 */
export function openReader(key: string, isKnown: (person_id: string) => boolean): Reader {
  const imported = importKey(key);
  return async (text) => {
    const slip = readSlip(text.trim());
    if (!slip) return null;
    const { first, second, count, signature, signed } = slip;
    const ours = await imported;
    const is_ours = ours ? await crypto.subtle.verify('Ed25519', ours, signature, signed) : isKnown(second);
    return { event_id: first, person_id: second, party: count, is_ours };
  };
}

async function importKey(key: string): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('raw', bytesOf(key), 'Ed25519', false, ['verify']);
  } catch {
    return null;
  }
}
