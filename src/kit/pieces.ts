// A page in pieces. What was drawn and kept is compressed once, and stitched into the pages of everybody who looks.
import { randomBytes } from 'node:crypto';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { createContext, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** HTML that is kept: as text, as bytes, and as the middle of a deflate stream. */
export type Piece = { html: string; bytes: Buffer; deflated: Buffer };
/** A page from start to end: text drawn for this visitor, and pieces that were kept. */
export type Parts = readonly (string | Piece)[];

/** Where a component leaves its pieces while a page is drawn, with a `seam` for each; `null` where whole HTML is asked for. */
export const Pieces = createContext<Piece[] | null>(null);

// Nobody outside this process can write these.
const opening = `<!--${randomBytes(16).toString('hex')} `;
const closing = '-->';
const seams: string[] = [];

/** Stands in drawn HTML for the piece at that place of `Pieces`; and, in a piece being drawn, for what is to fill a gap. */
export function seam(place: number): string {
  seams[place] ??= `${opening}${place}${closing}`;
  return seams[place];
}

/** HTML with seams in it, taken apart: the texts, and the place each seam between them stands for. */
export function unseamed(html: string): { texts: string[]; places: number[] } {
  const texts: string[] = [];
  const places: number[] = [];
  let from = 0;
  for (let at = html.indexOf(opening); at >= 0; at = html.indexOf(opening, from)) {
    const end = html.indexOf(closing, at);
    texts.push(html.slice(from, at));
    places.push(Number(html.slice(at + opening.length, end)));
    from = end + closing.length;
  }
  return { texts: [...texts, html.slice(from)], places };
}

/** HTML as a piece to keep. */
export function pieceOf(html: string): Piece {
  const bytes = Buffer.from(html);
  return { html, bytes, deflated: deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_SYNC_FLUSH }) };
}

/** Draws a page and gives its parts in order. */
export function drawParts(page: VNode): Parts {
  const pieces: Piece[] = [];
  const { texts, places } = unseamed(renderToString(h(Pieces.Provider, { value: pieces }, page)));
  if (places.length !== pieces.length) throw new Error('a piece was drawn and is not on the page');
  const parts: (string | Piece)[] = [];
  texts.forEach((text, at) => {
    if (text) parts.push(text);
    const piece = pieces[places[at] ?? -1];
    if (piece) parts.push(piece);
  });
  return parts;
}

/** The parts as one text. */
export function joinParts(parts: Parts): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.html)).join('');
}

/**
 * The parts as one gzip member (RFC 1952): only what is not kept is compressed now. Parts are deflated apart from each other
 * and end on a byte (a sync flush, RFC 1951 §3.2.4), so that they can stand one after the other.
 */
export function gzipParts(parts: Parts): Buffer {
  const stream: Buffer[] = [head];
  let [sum, length] = [0, 0];
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part.bytes;
    if (bytes.length > 0) stream.push(typeof part === 'string' ? deflate(bytes) : part.deflated);
    sum = crc32(bytes, sum);
    length += bytes.length;
  }
  const tail = Buffer.allocUnsafe(10);
  // An empty last block, the checksum, the length.
  tail.writeUInt16LE(0x0003, 0);
  tail.writeUInt32LE(sum, 2);
  tail.writeUInt32LE(length % 2 ** 32, 6);
  return Buffer.concat([...stream, tail]);
}

// Deflate, no name, no time, unknown system.
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** Shorter texts gain less from being compressed alone than it costs to begin. */
const SHORT = 400;

// A small window: what is left to compress is small, and zlib clears all the memory it is promised.
const small = { level: 4, windowBits: 12, memLevel: 5, chunkSize: 4096, finishFlush: constants.Z_SYNC_FLUSH };

function deflate(bytes: Buffer): Buffer {
  if (bytes.length > SHORT) return deflateRawSync(bytes, small);
  // A stored block: its length, and the length's complement.
  const stored = Buffer.allocUnsafe(5 + bytes.length);
  stored.writeUInt8(0, 0);
  stored.writeUInt16LE(bytes.length, 1);
  stored.writeUInt16LE(0xffff - bytes.length, 3);
  stored.set(bytes, 5);
  return stored;
}
