// A short signed text to be checked without asking us: two ids and a number. Read alike here and in a browser.

export type Slip = {
  first: string;
  second: string;
  /** 0 to 255. */
  count: number;
  /** What the signature is about. */
  signed: Uint8Array<ArrayBuffer>;
  /** Ed25519 (RFC 8032), 64 bytes. */
  signature: Uint8Array<ArrayBuffer>;
};

/** Says what it is before it is taken apart, and which spelling. */
const SPELLING = 'U1.';
const SIGNED = 34;
const SIGNATURE = 64;

/** The bytes that are signed: a version, two ids, a number. */
export function slipBytes(first: string, second: string, count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(SIGNED);
  bytes[0] = 1;
  bytes.set(idBytes(first), 1);
  bytes.set(idBytes(second), 17);
  bytes[33] = count;
  return bytes;
}

/** Bytes and signature as text: 134 letters that fit a small QR code. */
export function spellSlip(signed: Uint8Array, signature: Uint8Array): string {
  const letters = btoa(String.fromCharCode(...signed, ...signature));
  return SPELLING + letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** What a text says, not whether it is true: that is for its signature. Null for anything else. */
export function readSlip(text: string): Slip | null {
  if (!/^U1\.[\w-]{131}$/.test(text)) return null;
  const bytes = bytesOf(text.slice(SPELLING.length));
  if (bytes.length !== SIGNED + SIGNATURE || bytes[0] !== 1) return null;
  const signed = bytes.slice(0, SIGNED);
  const signature = bytes.slice(SIGNED);
  // The last letter has bits to spare; a slip has one spelling.
  if (spellSlip(signed, signature) !== text) return null;
  return { first: idText(bytes, 1), second: idText(bytes, 17), count: bytes[33] ?? 0, signed, signature };
}

/** Bytes of a text in URL-safe base64. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function idBytes(id: string): Uint8Array {
  return Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function idText(bytes: Uint8Array, at: number): string {
  const hex = Array.from(bytes.subarray(at, at + 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
