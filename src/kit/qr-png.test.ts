// What is drawn can be read again, by a library that had no part in drawing it.
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { newId } from './id.ts';
import { qrPng } from './qr-png.ts';
import { signSlip } from './sign-slip.ts';

it('a code in a mail is read as what was put into it', async () => {
  const text = signSlip('a secret', 'ticket', newId(), newId(), 2);
  const { data, info } = await sharp(qrPng(text))
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(decodeQR({ width: info.width, height: info.height, data })).toBe(text);
  expect(qrPng(text).length).toBeLessThan(3000);
});
