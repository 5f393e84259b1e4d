// A code to hold in front of a camera as a PNG, for mails: their readers draw no SVG.
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { remembered } from './remembered.ts';

/** One bit a pixel (PNG, W3C 2003, colour type 0): modules of eight pixels, four modules of quiet around them. */
export const qrPng = remembered(draw, (text: string) => text, 200);

const MODULE = 8;

function draw(text: string): Buffer {
  const { data } = encode(text, { ecc: 'M', border: 4 });
  const size = data.length * MODULE;
  // A module is eight pixels wide, so it is one byte; a filter byte before each row.
  const rows = data.map((row) => Buffer.from([0, ...row.map((dark) => (dark ? 0x00 : 0xff))]));
  const pixels = Buffer.concat(rows.flatMap((row) => Array<Buffer>(MODULE).fill(row)));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head[8] = 1;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.of()),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
