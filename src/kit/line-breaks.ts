// Where a line of text may end, in any script, and which lines a text makes. Pure.

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
/** Scripts written without spaces, where a line may end between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;

/** Pieces a line may end after, in scripts with and without spaces. A space belongs to the piece before it. */
export function breakable(text: string): string[] {
  const pieces: string[] = [];
  let before = '';
  for (const { segment, isWordLike } of words.segment(text)) {
    const fresh =
      before === '' ||
      (isWordLike && /\s$/.test(before)) ||
      (isWordLike && unspaced.test(segment) && unspaced.test(before));
    // Opening brackets go with what follows them.
    const opens = /^[\p{Ps}\p{Pi}"'¡¿#@(]+$/u.test(segment) && /\s$/.test(before);
    if ((fresh || opens) && !/[\p{Ps}\p{Pi}]$/u.test(before)) pieces.push(segment);
    else pieces[pieces.length - 1] += segment;
    before = opens ? '(' : segment;
  }
  return pieces;
}

/** A piece and how wide it is, in the unit of the line. */
export type Piece = { text: string; width: number };

/** Pieces in lines no wider than `width`, unless one of them is wider by itself. */
export function wrap(pieces: Piece[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces) {
    // A space at the end of a line takes no room.
    const needed = used + piece.width - (/\s$/.test(piece.text) ? 0.2 : 0);
    if (line !== '' && needed > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += piece.text;
    used += piece.width;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** The narrowest column that still takes as many lines: no last line of one word. */
export function evenly(pieces: Piece[], width: number, lines: number): string[] {
  let low = width / lines / 2;
  let high = width;
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2;
    const fits = wrap(pieces, middle).length <= lines && pieces.every((piece) => piece.width <= middle);
    if (fits) high = middle;
    else low = middle;
  }
  return wrap(pieces, high);
}
