// A piece of a page that is drawn once and kept, because it follows from what was read and not from who looks.
import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import { type Piece, Pieces, pieceOf, seam } from '#kit/pieces.ts';
import { Speaking } from './words.ts';

type KeptProps = {
  /** What the piece is drawn from, an object nobody writes to. The drawing lives as long as it does. */
  of: object;
  /** Which piece it is, and all else it depends on, in few words: `lead over`. There must be few of them. */
  as: string;
  /** Draws it. What it draws must follow from `of`, `as` and the page's language alone: nothing of the viewer may enter. */
  draw: () => VNode;
};

/** Draws a piece the first time it is asked for and gives the same HTML afterwards; each language has its own. */
export function Kept({ of, as, draw }: KeptProps): VNode {
  const lang = useContext(Speaking);
  const page = useContext(Pieces);
  const known = drawn.get(of) ?? new Map<string, Piece>();
  drawn.set(of, known);
  const key = `${lang} ${as}`;
  const piece = known.get(key) ?? pieceOf(renderToString(<Speaking.Provider value={lang}>{draw()}</Speaking.Provider>));
  known.set(key, piece);
  if (!page) return jsxTemplate([piece.html]);
  page.push(piece);
  return jsxTemplate([seam]);
}

const drawn = new WeakMap<object, Map<string, Piece>>();
