// Sets a text in lines: each letter in the first face that has it, and a box for a letter no face has.
import { breakable, wrap } from '#kit/line-breaks.ts';

/** A font opened by the kit, as far as it is measured here. */
export type PressFont = {
  unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): { advanceWidth: number };
};

/** In order: a letter is set in the first that has it. */
export type PressFaces = { regular: readonly PressFont[]; bold: readonly PressFont[] };
export type Weight = keyof PressFaces;

/** A stretch in one font; `null` for letters that no font has, which are drawn as boxes. */
export type Run = { font: PressFont | null; text: string; width: number };
export type Line = { runs: Run[]; width: number };

/** The box of a missing letter, in ems: as wide as an M. */
export const BOX_EMS = 0.82;

/** `text` in lines of at most `width`, all in the unit of `size`; a line break in the text is one here too. */
export function setText(text: string, fonts: readonly PressFont[], size: number, width: number): Line[] {
  return text
    .normalize('NFC')
    .split('\n')
    .flatMap((paragraph) => {
      const pieces = breakable(paragraph.replace(/\s+/g, ' ').trim()).flatMap((piece) =>
        narrow(piece, fonts, size, width),
      );
      return wrap(pieces, width).map((line) => setLine(line, fonts, size));
    });
}

/** A text on one line, however long, in the order it is seen. */
export function setLine(text: string, fonts: readonly PressFont[], size: number): Line {
  const runs = asSeen(runsOf(text, fonts), text).map((run) => ({ ...run, width: widthOf(run, size) }));
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
}

/** Letters of `text` that are in none of the fonts, each once. */
export function missingIn(text: string, fonts: readonly PressFont[]): string[] {
  const letters = new Set(runsOf(text, fonts).flatMap(({ font, text: run }) => (font === null ? [...run] : [])));
  return [...letters];
}

/** A word wider than the line (an address, a very long name) is broken between letters: nothing runs out of the page. */
function narrow(piece: string, fonts: readonly PressFont[], size: number, width: number) {
  const whole = { text: piece, width: setLine(piece, fonts, size).width };
  if (whole.width <= width) return [whole];
  return [...letters.segment(piece)].map(({ segment }) => ({
    text: segment,
    width: setLine(segment, fonts, size).width,
  }));
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * A font shapes a word from right to left by itself; the words of such a stretch are put in that order here, and so are the
 * stretches of a line that begins that way. Enough for a line of one direction with a name or a figure of the other in it.
 */
function asSeen(runs: Omit<Run, 'width'>[], text: string): Omit<Run, 'width'>[] {
  const ordered = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? [...runs].reverse() : runs;
  return ordered.flatMap((run) => (rightToLeft.test(run.text) ? backwards(run) : [run]));
}

/** Each word and each gap by itself: a gap that is shaped along with a word lands on its other side. */
function backwards({ font, text }: Omit<Run, 'width'>): Omit<Run, 'width'>[] {
  const words = text.split(/(\s+)/).filter((word) => word !== '');
  return words.reverse().map((word) => ({ font, text: word }));
}

function widthOf({ font, text }: Omit<Run, 'width'>, size: number): number {
  if (font === null) return [...text].length * BOX_EMS * size;
  const known = widths.get(font) ?? new Map<string, number>();
  widths.set(font, known);
  const ems = known.get(text) ?? font.layout(text).advanceWidth / font.unitsPerEm;
  if (known.size >= MOST_KEPT) known.clear();
  known.set(text, ems);
  return ems * size;
}

/** A text is tried in a dozen sizes, and is as many ems wide in each. */
const widths = new WeakMap<PressFont, Map<string, number>>();
const MOST_KEPT = 2000;

/** Spaces, marks and punctuation stay with the letter before them, so that a word is shaped as one. */
function runsOf(text: string, fonts: readonly PressFont[]): Omit<Run, 'width'>[] {
  const runs: Omit<Run, 'width'>[] = [];
  for (const letter of text) {
    // Joiners and selectors have no shape of their own.
    if (/\p{Cc}|\p{Cf}|\p{Variation_Selector}/u.test(letter)) continue;
    const last = runs.at(-1);
    const stays = last?.font && /[\s\p{M}\p{P}]/u.test(letter) && has(last.font, letter);
    const font = stays ? last.font : (fonts.find((one) => has(one, letter)) ?? null);
    if (last && last.font === font) last.text += letter;
    else runs.push({ font, text: letter });
  }
  return runs;
}

function has(font: PressFont, letter: string): boolean {
  return font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
}
