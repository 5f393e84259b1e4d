// Pictures: a group's mark made safe and square, its die-cut sticker, and the preview shown where a link is shared.
import sharp, { type Sharp } from 'sharp';
import { escapeXml } from './atom.ts';
import { fitText, leading, type Outline } from './outline.ts';

export type PictureRefusal = 'picture.too_big' | 'picture.not_a_picture' | 'picture.too_small';

const mostBytes = 5_000_000;
const mostPixels = 36_000_000;

/**
 * A PNG or JPEG as a square PNG of 512 × 512 px, drawn anew: what was written into the file (place, camera, a second file)
 * is gone. Not cropped: what is not square stands on a transparent ground. Refuses more than 5 MB or 36 megapixels, less
 * than 64 px, and anything that is neither PNG nor JPEG.
 */
export async function squarePicture(
  bytes: Buffer,
): Promise<{ ok: true; png: Buffer } | { ok: false; code: PictureRefusal }> {
  if (bytes.length > mostBytes) return { ok: false, code: 'picture.too_big' };
  // By their first bytes: the library reads far more formats than we want from strangers.
  const known = bytes.subarray(0, 8).equals(pngStart) || bytes.subarray(0, 3).equals(jpegStart);
  if (!known) return { ok: false, code: 'picture.not_a_picture' };
  try {
    const { width = 0, height = 0 } = await sharp(bytes).metadata();
    if (width * height > mostPixels) return { ok: false, code: 'picture.too_big' };
    if (Math.max(width, height) < 64) return { ok: false, code: 'picture.too_small' };
    return { ok: true, png: await squarePng(bytes, 512) };
  } catch {
    return { ok: false, code: 'picture.not_a_picture' };
  }
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpegStart = Buffer.from([0xff, 0xd8, 0xff]);

/** A mark (clean SVG or PNG) as a square PNG, for mails and whoever wants no SVG. */
export async function squarePng(mark: Buffer | string, size: number): Promise<Buffer> {
  const square = { width: size, height: size, fit: 'contain', background: clear } as const;
  return readPicture(mark, size)
    .autoOrient()
    .toColorspace('srgb')
    .ensureAlpha()
    .resize(square)
    .png({ compressionLevel: 9 })
    .toBuffer();
}

const clear = { r: 0, g: 0, b: 0, alpha: 0 };

function readPicture(mark: Buffer | string, size: number): Sharp {
  const options = { limitInputPixels: mostPixels, failOn: 'error' } as const;
  if (typeof mark !== 'string') return sharp(mark, options);
  // A drawing has no size of its own: it is drawn as large as it is wanted.
  const sized = mark.replace(/^<svg /, `<svg width="${size}" height="${size}" `);
  return sharp(Buffer.from(sized), options);
}

export type Preview = {
  title: string;
  group: string;
  /** In words: `Wednesday, 9 December 2026, 18:00`. */
  when?: string | undefined;
  where?: string | undefined;
  /** The group's colour, `#rrggbb`. */
  color: string;
  markPng?: Buffer | undefined;
  /** Clean, from `cleanSvg`. */
  markSvg?: string | undefined;
  /** A sticker that has its white edge already, for a group without a mark. */
  stickerSvg?: string | undefined;
};

const paper = '#FBF8F1';
const ink = '#1E1B16';
const soft = '#6A6353';
const stickerSize = 310;

/** The picture shown where a link is shared: PNG, 1200 × 630 px, the page's paper with the group's sticker on it. */
export async function drawPreview(preview: Preview): Promise<Buffer> {
  const sticker = await stickerOf(preview);
  const left = 84;
  const wide = 1200 - 2 * left;
  const titleWidth = sticker ? wide - stickerSize - 34 : wide;
  const [group, title, when, where] = await Promise.all([
    fitText(preview.group, { width: titleWidth, most: 1, sizes: [34] }),
    fitText(preview.title, {
      width: titleWidth,
      most: 4,
      height: preview.where ? 300 : 340,
      sizes: [132, 120, 110, 102, 94, 86, 80, 74, 68, 62, 57],
    }),
    preview.when ? fitDate(preview.when, wide) : undefined,
    preview.where ? fitText(preview.where, { width: wide, most: 1, sizes: [30, 26] }) : undefined,
  ]);
  const color = /^#[0-9a-f]{6}$/i.test(preview.color) ? preview.color : '#C2410C';
  const foot = 630 - 66;
  const drawn = [
    `<rect width="1200" height="630" fill="${paper}"/>`,
    `<rect width="1200" height="14" fill="${color}"/>`,
    group && lines(group, left, 118, color),
    title && lines(title, left, titleTop(title, Boolean(group)), ink),
    when && lines(when, left, where ? foot - 46 : foot, ink),
    where && lines(where, left, foot, soft),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" aria-label="${escapeXml(preview.title)}">${drawn.filter(Boolean).join('')}</svg>`;
  // A machine without fonts for this language: the sticker has the page to itself.
  const alone = !group && !title;
  const place = alone ? { left: 600 - 209, top: 92 } : { left: 1200 - left - stickerSize - 54, top: 92 };
  const layers = sticker ? [{ input: sticker, ...place }] : [];
  return sharp(Buffer.from(svg)).composite(layers).png({ compressionLevel: 9, palette: true, quality: 92 }).toBuffer();
}

/** Where the words of a date can't be drawn, its figures may do: 2026年12月9日 → 2026.12.9. */
async function fitDate(when: string, width: number): Promise<Outline | undefined> {
  const box = { width, most: 1, sizes: [38, 34, 30] };
  const figures = /(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})(?:\D+(\d{1,2}:\d\d))?/.exec(when);
  const [, year, month, day, time = ''] = figures ?? [];
  return (await fitText(when, box)) ?? (day ? fitText(`${year}.${month}.${day} ${time}`, box) : undefined);
}

function titleTop(title: Outline, below: boolean): number {
  return (below ? 150 : 110) + title.size * 0.92;
}

function lines(text: Outline, left: number, baseline: number, color: string): string {
  return text.lines
    .map(
      ({ d }, place) =>
        `<path transform="translate(${left} ${baseline + place * text.size * leading})" fill="${color}" d="${d}"/>`,
    )
    .join('');
}

async function stickerOf({ markPng, markSvg, stickerSvg }: Preview): Promise<Buffer | undefined> {
  const mark = markSvg ?? markPng;
  if (mark !== undefined) return dieCut(await squarePng(mark, stickerSize), true);
  if (stickerSvg !== undefined) return dieCut(await squarePng(stickerSvg, stickerSize), false);
  return undefined;
}

/**
 * A mark (square PNG) as a sticker: a white edge that follows its outline, a small and a wide shadow, a slight tilt. The
 * result is larger than the mark by the room these take. A picture without transparency gets rounded corners first.
 */
export async function dieCut(mark: Buffer, edge: boolean, tilt = 3): Promise<Buffer> {
  const { width: size = 512 } = await sharp(mark).metadata();
  const opaque = (await sharp(mark).stats()).isOpaque;
  const rounded = `<svg width="${size}" height="${size}"><rect width="${size}" height="${size}" rx="${size * 0.2}"/></svg>`;
  const shaped = opaque
    ? await sharp(mark)
        .composite([{ input: Buffer.from(rounded), blend: 'dest-in' }])
        .png()
        .toBuffer()
    : mark;
  const room = Math.round(size * 0.14);
  const all = size + 2 * room;
  const wide = await sharp(shaped)
    .extend({ top: room, bottom: room, left: room, right: room, background: clear })
    .png()
    .toBuffer();
  const outline = edge ? await grown(wide, size * 0.045) : await sharp(wide).extractChannel('alpha').toBuffer();
  const layer = async (alpha: Buffer, color: string) =>
    sharp({ create: { width: all, height: all, channels: 3, background: color } })
      .joinChannel(alpha)
      .png()
      .toBuffer();
  const shadow = async (blur: number, strength: number) =>
    layer(await sharp(outline).blur(blur).linear(strength, 0).toBuffer(), '#2a2012');
  const sticker = await sharp({ create: { width: all, height: all, channels: 4, background: clear } })
    .composite([
      { input: await shadow(size * 0.05, 0.2), left: 0, top: Math.round(size * 0.03) },
      { input: await shadow(size * 0.008, 0.28), left: 0, top: Math.round(size * 0.008) },
      ...(edge ? [{ input: await layer(outline, '#ffffff') }] : []),
      { input: wide },
    ])
    .png()
    .toBuffer();
  return sharp(sticker).rotate(tilt, { background: clear }).png().toBuffer();
}

/** The picture's alpha, grown by `by` pixels and rounded: what is thin gets its edge too, and letters grow together. */
async function grown(picture: Buffer, by: number): Promise<Buffer> {
  const solid = await sharp(picture).extractChannel('alpha').threshold(60).toBuffer();
  // The library's foreground is black: eroding it lets the white grow.
  const wide = await sharp(solid).erode(Math.round(by)).toBuffer();
  const round = await sharp(wide)
    .blur(by * 0.5)
    .toBuffer();
  // Steep around the middle: a rim of about two pixels.
  return sharp(round)
    .linear(10, -10 * 105)
    .toBuffer();
}
