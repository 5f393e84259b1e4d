// Sets a deck of slides as a PDF of 16 : 9: a cover in the group's colour, then one thing per page, large enough for the last row.
import { openPaper, type Paper } from './page.ts';
import { drawBody, type Look } from './slide-body.ts';
import type { Slide, SlideDeck } from './slides.ts';
import { missingIn, type PressFaces, setLine, setText } from './typeset.ts';

/** Points; the proportions of a projector. */
const WIDTH = 1280;
const HEIGHT = 720;
const EDGE = 88;
const FOOT = 44;

const paper = { ground: '#fbf8f1', ink: '#1e1b16', soft: '#6a6353', rule: '#d9cfba' };

/**
 * The finished file, and every letter that is in none of the faces: it is drawn as a box, and whoever asked can say so. The
 * same deck with the same faces gives the same bytes.
 */
export function setSlides(deck: SlideDeck, faces: PressFaces): Promise<{ pdf: Buffer; missing: string[] }> {
  const sheet = openPaper({ width: WIDTH, height: HEIGHT, title: deck.title, lang: deck.lang, made_at: deck.made_at });
  const parts: Buffer[] = [];
  sheet.doc.on('data', (part: Buffer) => parts.push(part));
  const finished = new Promise<void>((done, failed) => sheet.doc.on('end', done).on('error', failed));

  deck.slides.forEach((slide, at) => {
    sheet.doc.addPage();
    sheet.doc.outline.addItem(slide.title);
    if (slide.cover) drawCover(sheet, slide, deck, faces);
    else drawPage(sheet, slide, deck, faces, `${at + 1}/${deck.slides.length}`);
  });
  sheet.doc.end();
  const missing = missingIn(wordsOf(deck).join(' '), faces.regular);
  return finished.then(() => ({ pdf: Buffer.concat(parts), missing }));
}

/** Everything a deck says, for those who must find faces for it. */
export function wordsOf({ foot, slides }: Pick<SlideDeck, 'foot' | 'slides'>): string[] {
  const said = slides.flatMap(({ over, title, lead, rows = [], facts = [], code }) => [
    over,
    title,
    lead,
    ...rows.flatMap((row) => [row.when, row.title, row.more, row.tag]),
    ...facts.flatMap(({ term, detail }) => [term, detail]),
    code?.label,
    code?.url,
  ]);
  return [foot, ...said].filter((text) => text !== undefined);
}

function drawCover(sheet: Paper, slide: Slide, { accent, sticker }: SlideDeck, faces: PressFaces): void {
  sheet.block(0, 0, WIDTH, HEIGHT, accent.colour);
  const size = 400;
  if (sticker) sheet.picture(sticker, WIDTH - EDGE - size, (HEIGHT - size) / 2, size);
  const wide = WIDTH - 2 * EDGE - (sticker ? size + 60 : 0);
  const title = fitted([92, 80, 70, 62, 54, 48], (scale) => setText(slide.title, faces.bold, scale, wide), 300);
  const lead = setText(slide.lead ?? '', faces.regular, 34, wide);
  const tall = title.lines.length * title.size * 1.08 + 30 + lead.length * 46;
  let y = (HEIGHT - tall) / 2 + title.size * 0.86;
  sheet.line(setLine(slide.over ?? '', faces.bold, 30), EDGE, y - title.size * 0.86 - 34, 30, accent.ink);
  for (const line of title.lines) {
    sheet.line(line, EDGE, y, title.size, accent.ink);
    y += title.size * 1.08;
  }
  y += 24;
  for (const line of lead) {
    sheet.line(line, EDGE, y, 34, accent.ink);
    y += 46;
  }
}

function drawPage(sheet: Paper, slide: Slide, deck: SlideDeck, faces: PressFaces, number: string): void {
  sheet.block(0, 0, WIDTH, HEIGHT, paper.ground);
  sheet.block(0, 0, WIDTH, 14, deck.accent.colour);
  const stickerSize = 104;
  if (deck.sticker) sheet.picture(deck.sticker, WIDTH - EDGE - stickerSize + 14, 40, stickerSize);
  const title = fitted(
    [64, 58, 52, 46],
    (size) => setText(slide.title, faces.bold, size, WIDTH - 2 * EDGE - stickerSize - 20),
    130,
  );
  let y = EDGE + title.size * 0.8 - 16;
  for (const line of title.lines) {
    sheet.line(line, EDGE, y, title.size, paper.ink);
    y += title.size * 1.1;
  }
  const look: Look = { ...paper, accent: deck.accent.colour };
  const top = y - title.size * 0.6;
  drawBody(sheet, slide, faces, look, { x: EDGE, y: top, width: WIDTH - 2 * EDGE, height: HEIGHT - FOOT - 34 - top });

  const foot = setText(deck.foot, faces.regular, 18, WIDTH - 2 * EDGE - 90)[0];
  if (foot) sheet.line(foot, EDGE, HEIGHT - FOOT + 12, 18, paper.soft);
  const count = setLine(number, faces.regular, 18);
  sheet.line(count, WIDTH - EDGE - count.width, HEIGHT - FOOT + 12, 18, paper.soft);
}

type Fitted = { size: number; lines: ReturnType<typeof setText> };

/** The largest of `sizes` whose lines are no taller than `height`; the smallest where none is. */
function fitted(sizes: readonly number[], set: (size: number) => Fitted['lines'], height: number): Fitted {
  const tried = sizes.map((size) => ({ size, lines: set(size) }));
  return tried.find(({ size, lines }) => lines.length * size * 1.1 <= height) ?? (tried.at(-1) as Fitted);
}
