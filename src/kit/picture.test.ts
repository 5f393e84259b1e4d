// Pictures that were uploaded, and those we draw.
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { fitText } from './outline.ts';
import { dieCut, drawPreview, squarePicture, squarePng } from './picture.ts';

const hexagon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M50 2 92 26v48L50 98 8 74V26z" fill="#0f4c5c"/></svg>';
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c2410c' } });

async function pixel(png: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 4)];
}

describe('an uploaded mark', () => {
  test('becomes a square PNG with nothing but its picture', async () => {
    const photo = await plain(400, 200)
      .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '52/1 30/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect(photo.includes('somebody')).toBe(true);
    const made = await squarePicture(photo);
    if (!made.ok) throw new Error(made.code);
    const { format, width, height, exif } = await sharp(made.png).metadata();
    expect({ format, width, height, exif }).toEqual({ format: 'png', width: 512, height: 512, exif: undefined });
    expect(made.png.includes('somebody')).toBe(false);
    expect((await pixel(made.png, 256, 20))[3]).toBe(0);
    const [red = 0, , , alpha] = await pixel(made.png, 256, 256);
    expect(Math.abs(red - 194)).toBeLessThan(4);
    expect(alpha).toBe(255);
  });

  test('is refused when it is too large, too small or something else', async () => {
    const code = async (bytes: Buffer) => {
      const result = await squarePicture(bytes);
      return result.ok ? 'taken' : result.code;
    };
    const small = await plain(80, 80).png().toBuffer();
    expect(await code(small)).toBe('taken');
    expect(await code(await plain(40, 40).png().toBuffer())).toBe('picture.too_small');
    expect(await code(await plain(9000, 5000).png().toBuffer())).toBe('picture.too_big');
    expect(await code(Buffer.concat([small, Buffer.alloc(5_000_001)]))).toBe('picture.too_big');
    expect(await code(Buffer.from(hexagon))).toBe('picture.not_a_picture');
    expect(await code(await plain(80, 80).webp().toBuffer())).toBe('picture.not_a_picture');
    expect(await code(small.subarray(0, 60))).toBe('picture.not_a_picture');
    expect(await code(Buffer.alloc(0))).toBe('picture.not_a_picture');
  });
});

test('a sticker has a white edge along its outline and nothing in its corners', async () => {
  const mark = await squarePng(hexagon, 300);
  const sticker = await dieCut(mark, true, 0);
  const room = 42;
  expect((await pixel(sticker, room + 150, room + 150)).slice(0, 3)).toEqual([15, 76, 92]);
  // Left of the hexagon's left side, which is at 8 %.
  expect(await pixel(sticker, room + 24 - 8, room + 150)).toEqual([255, 255, 255, 255]);
  expect((await pixel(sticker, 2, 2))[3]).toBeLessThan(12);
  const unedged = await dieCut(mark, false, 0);
  expect((await pixel(unedged, room + 24 - 8, room + 150))[3]).toBeLessThan(200);
});

describe('the preview of a link', () => {
  const evening = {
    title: 'Queues, and what they are hiding',
    group: 'Lakeside Cloud Users',
    when: 'Wednesday, 9 December 2026, 18:00',
    where: 'Harbor Building',
    color: '#0f4c5c',
  };

  test('is a small PNG of 1200 × 630 with the title, the colour and the sticker', async () => {
    const png = await drawPreview({ ...evening, markSvg: hexagon });
    const { format, width, height } = await sharp(png).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
    expect(png.length).toBeLessThan(100_000);
    const close = (a: number[], b: number[]) => a.slice(0, 3).every((n, i) => Math.abs(n - (b[i] ?? 0)) < 12);
    expect(close(await pixel(png, 600, 5), [15, 76, 92])).toBe(true);
    expect(close(await pixel(png, 40, 300), [251, 248, 241])).toBe(true);
    expect(close(await pixel(png, 955, 300), [15, 76, 92])).toBe(true);
    expect(await drawPreview({ ...evening, markSvg: hexagon })).toEqual(png);
  });

  test('says something else for another title, whatever is in it', async () => {
    const titles = [
      'Queues',
      'Zażółć gęślą jaźń',
      'Nguyễn & <script>',
      'x'.repeat(400),
      'a '.repeat(300),
      '🎉 Party 🎉',
      '',
    ];
    const all = await Promise.all(titles.map((title) => drawPreview({ ...evening, title })));
    expect(new Set(all.map((png) => png.toString('base64'))).size).toBe(titles.length);
  });

  test('leaves out a title no font here can draw, instead of drawing boxes', async () => {
    // Linear A, which nobody has read in 3,400 years.
    const drawn = await drawPreview({ ...evening, title: '\u{10600}\u{10601}' });
    expect(drawn).toEqual(await drawPreview({ ...evening, title: '' }));
    const dateOnly = await drawPreview({ ...evening, when: '2026\u{10600}12\u{10600}9\u{10600} 18:00' });
    expect(dateOnly).toEqual(await drawPreview({ ...evening, when: '2026.12.9 18:00' }));
  });
});

describe('a title', () => {
  const box = { width: 700, most: 3, sizes: [100, 60, 40] };
  const fitted = async (text: string) => (await fitText(text, box))!;

  test('is as large as its box allows, in even lines', async () => {
    expect((await fitted('Short')).size).toBe(100);
    const two = await fitted('Lightning night for everyone');
    expect(two.size).toBe(100);
    const widths = two.lines.map((line) => line.width);
    expect(Math.max(...widths)).toBeLessThanOrEqual(700);
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.6);
  });

  test('is cut rather than let out of its box', async () => {
    for (const text of ['word '.repeat(200), 'w'.repeat(500)]) {
      const cut = await fitted(text);
      expect(cut.size).toBe(40);
      expect(cut.lines.length).toBeLessThanOrEqual(3);
      for (const line of cut.lines) expect(line.width).toBeLessThanOrEqual(700);
    }
  });

  test('loses its emoji and keeps its words', async () => {
    expect(await fitted('🎉 Party')).toEqual(await fitted('Party'));
    expect(await fitText('🎉', box)).toBeUndefined();
  });
});
