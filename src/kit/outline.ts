// Text as outlines: breaks it into lines, fits it into a box, and gives the paths to draw.
import { breakable, evenly, wrap } from './line-breaks.ts';
import { type Face, facesFor, hasCharacter } from './typeface.ts';

export type Outline = {
  /** One path per line, baseline at y = 0, beginning at x = 0. */
  lines: { d: string; width: number }[];
  /** Of the letters, in the unit of the box. */
  size: number;
};

/**
 * `text` in lines of even length, in the largest of `sizes` that needs at most `most` lines of `width` and no more than `height`. Cut with … when even
 * the smallest is too large. Characters no font has an outline for (emoji, mostly) are left out; `undefined` when letters or
 * figures are among them: better no title than half of one.
 */
export async function fitText(
  text: string,
  box: { width: number; most: number; height?: number; sizes: number[] },
): Promise<Outline | undefined> {
  const wanted = text.normalize('NFC').replace(/\s+/g, ' ');
  const faces = await facesFor(wanted.replace(/[^\p{L}\p{N}\p{M}\p{P}]/gu, ''));
  const plain = faces ? drawable(wanted, faces) : '';
  if (!faces || plain === '') return undefined;
  const pieces = breakable(plain).map((piece) => ({ text: piece, width: measure(piece, faces) }));
  for (const size of box.sizes) {
    const lines = wrap(pieces, box.width / size);
    const tall = (lines.length - 1) * leading * size + size > (box.height ?? Number.POSITIVE_INFINITY);
    if (tall || lines.length > box.most || lines.some((line) => measure(line, faces) > box.width / size)) continue;
    return outline(evenly(pieces, box.width / size, lines.length), faces, size);
  }
  const size = box.sizes.at(-1) ?? 16;
  const kept = wrap(pieces, box.width / size).slice(0, box.most);
  const last = kept.length - 1;
  kept[last] = shorten(kept[last] ?? '', faces, box.width / size);
  return outline(
    kept.map((line) => (measure(line, faces) > box.width / size ? shorten(line, faces, box.width / size) : line)),
    faces,
    size,
  );
}

function drawable(text: string, faces: Face[]): string {
  const kept = [...text].filter(
    (character) => character === ' ' || faces.some((face) => hasCharacter(face, character)),
  );
  return kept.join('').replace(/ +/g, ' ').trim();
}

function shorten(line: string, faces: Face[], width: number): string {
  const characters = [...line];
  while (characters.length > 1 && measure(`${characters.join('')}…`, faces) > width) characters.pop();
  const cut = characters.join('');
  const space = cut.lastIndexOf(' ');
  // Between words, where there are spaces and the last word is not most of the line.
  const kept = space > cut.length / 2 && characters.length < [...line].length ? cut.slice(0, space) : cut;
  return `${kept.replace(/[\s\p{P}]+$/u, '')}…`;
}

/** Headings are set tight, like on the pages. */
export const leading = 1.08;

/** Tighter than the face's own spacing, as in the headings of our pages. */
const tracking = -0.012;

/** Width in ems. */
function measure(text: string, faces: Face[]): number {
  let width = 0;
  for (const run of runs(text, faces)) {
    const laid = run.face.font.layout(run.text);
    width += laid.advanceWidth / run.face.font.unitsPerEm + (run.face.ours ? tracking * laid.glyphs.length : 0);
  }
  return width;
}

function outline(lines: string[], faces: Face[], size: number): Outline {
  return { size, lines: lines.map((line) => drawLine(line, faces, size)) };
}

function drawLine(line: string, faces: Face[], size: number): { d: string; width: number } {
  let x = 0;
  let d = '';
  const inOrder = runs(line, faces);
  // Whole runs only: a line of one direction, with figures or a name of the other in it, comes out right.
  if (/^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(line)) inOrder.reverse();
  for (const { face, text } of inOrder) {
    const scale = size / face.font.unitsPerEm;
    const { glyphs, positions } = face.font.layout(text);
    glyphs.forEach((glyph, place) => {
      const position = positions[place];
      if (!position) return;
      d += glyph.path
        .scale(scale, -scale)
        .translate(x + position.xOffset * scale, -position.yOffset * scale)
        .toSVG();
      x += position.xAdvance * scale + (face.ours ? tracking * size : 0);
    });
  }
  return { d, width: x };
}

/** Stretches of text that one face can draw; spaces, marks and punctuation stay with the letter before them. */
function runs(text: string, faces: Face[]): { face: Face; text: string }[] {
  const found: { face: Face; text: string }[] = [];
  for (const character of text) {
    const last = found.at(-1);
    const face = faces.find((candidate) => hasCharacter(candidate, character));
    const stays =
      last && (character === ' ' || (/[\p{M}\p{P}\p{Cf}]/u.test(character) && hasCharacter(last.face, character)));
    if (last && (stays || face === last.face)) last.text += character;
    else if (face) found.push({ face, text: character });
  }
  return found;
}
