// Slides as a PDF: every name in its own letters, with its font inside, and nothing that silently goes missing.
import { describe, expect, it } from 'vitest';
import { printFaces } from '#kit/print-faces.ts';
import { readPdf } from './for-tests.ts';
import { setSlides, wordsOf } from './set-slides.ts';
import type { SlideDeck } from './slides.ts';
import { missingIn, setLine, setText } from './typeset.ts';

const deck = (titles: string[]): SlideDeck => ({
  title: 'Queues',
  lang: 'en',
  foot: 'Lakeside Cloud Users',
  accent: { colour: '#c2410c', ink: '#ffffff' },
  sticker: null,
  made_at: new Date('2026-12-01T10:00:00Z'),
  slides: [
    { key: 'cover', cover: true, title: 'Queues, and what they are hiding' },
    { key: 'agenda', title: 'Tonight', rows: titles.map((title) => ({ when: '18:00', title })) },
  ],
});
const set = async (titles: string[]) => {
  const wanted = deck(titles);
  const { pdf, missing } = await setSlides(wanted, await printFaces(wordsOf(wanted).join(' ')));
  return { ...readPdf(pdf), missing, pdf };
};

describe('slides', () => {
  it('are one page each, with the fonts of everybody’s letters inside', async () => {
    const { pages, fonts, letters, missing } = await set([
      '待ち行列、その裏側 · 佐藤 恵',
      'Jürgen Weißgerber',
      'ชื่อผู้พูด สมชาย ใจดี',
      'Олена Калинова, Ґ',
      'Nguyễn Thị Hạnh',
      'Σοφία Παππά',
    ]);
    expect(pages).toBe(2);
    expect(new Set(fonts)).toEqual(
      new Set([
        'BricolageGrotesque-Bold',
        'BricolageGrotesque-Regular',
        'NotoSans-Bold',
        'NotoSansThai-Bold',
        'BIZUDPGothic-Bold',
      ]),
    );
    expect(missing).toEqual([]);
    for (const letter of '恵裏ßüผู้ễạΣάОлҐ') expect([...letters], letter).toContain(letter);
  });

  it('bring no font along that nobody needs', async () => {
    const { fonts } = await set(['Every retry is a promise']);
    expect(new Set(fonts)).toEqual(new Set(['BricolageGrotesque-Bold', 'BricolageGrotesque-Regular']));
  });

  it('show a box for a letter no font has, and say which', async () => {
    const plain = await set(['ab']);
    // Private use: no font anywhere has a shape for it.
    const { missing, drawn } = await set(['a\u{f8ff0}b']);
    expect(missing).toEqual(['\u{f8ff0}']);
    // A rectangle that is drawn round, not filled.
    const boxes = (text: string) => text.match(/\bre\n(?:.+\n){0,4}?S\b/g)?.length ?? 0;
    expect(boxes(drawn)).toBeGreaterThan(boxes(plain.drawn));
    expect(plain.missing).toEqual([]);
  });

  it('are the same bytes when they say the same', async () => {
    expect((await set(['Tide tables'])).pdf.equals((await set(['Tide tables'])).pdf)).toBe(true);
  });

  it('of twelve items stay on the page', async () => {
    const { drawn } = await set(Array.from({ length: 12 }, (_, at) => `Item ${at + 1}, with a title of some length`));
    // The page is drawn from above: a baseline below the foot would be beyond 720 − 44.
    const baselines = [...drawn.matchAll(/1 0 0 1 [\d.-]+ ([\d.-]+) Tm/g)].map(([, y]) => Number(y));
    expect(baselines.length).toBeGreaterThan(24);
    expect(Math.min(...baselines)).toBeGreaterThan(20);
  });
});

describe('a text set in lines', () => {
  it.each([
    [
      'German with a very long word',
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft und mehr',
    ],
    ['Japanese without a blank', '待ち行列の裏側で何が起きているのかを、夜明けまで調べ続けた人たちの話をします。'],
    ['Thai without a blank', 'เรื่องราวของคนที่ค้นหาว่าเกิดอะไรขึ้นเบื้องหลังคิวจนถึงเช้า'],
    ['an address', 'https://groups.example.org/g/lakeside-cloud-users/e/2026-12-09-queues-and-what-they-are-hiding'],
  ])('is never wider than its column: %s', async (_, text) => {
    const { regular } = await printFaces(text);
    const lines = setText(text, regular, 30, 300);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(300.5);
    const joined = lines.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
    expect(joined.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  it('says which letters are missing, each once, and gives them room', async () => {
    const { regular } = await printFaces('ab');
    expect(missingIn('a\u{f8ff0}\u{f8ff0}b', regular)).toEqual(['\u{f8ff0}']);
    expect(setLine('\u{f8ff0}', regular, 100).width).toBeGreaterThan(50);
  });

  it('puts words of a right-to-left script in the order they are read', () => {
    const font = {
      unitsPerEm: 1000,
      hasGlyphForCodePoint: () => true,
      layout: (text: string) => ({ advanceWidth: text.length * 500 }),
    };
    const seen = (text: string) =>
      setLine(text, [font], 10)
        .runs.map((run) => run.text)
        .join('|');
    expect(seen('عمر حداد')).toBe('حداد| |عمر');
    expect(seen('Omar Haddad')).toBe('Omar Haddad');
  });
});
