// A piece of a page that is drawn once and kept, because it follows from what was read and not from who looks.
import { type ComponentChildren, Fragment, h, isValidElement, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import { type Piece, Pieces, pieceOf, seam, unseamed } from '#kit/pieces.ts';
import type { Lang } from '#kit/words.ts';
import { Speaking } from './words.ts';

type KeptProps<Gap extends string> = {
  /** What the piece is drawn from, an object nobody writes to. The drawing lives as long as it does. */
  of: object;
  /** Which piece it is, and all else it depends on, in few words: `lead over`. There must be few of them. */
  as: string;
  /** What is drawn anew for each visitor inside it, by name. It may only stand where an element may. */
  gaps?: Record<Gap, ComponentChildren> | undefined;
  /**
   * Draws it, with `gap.name` where that gap is. What it draws itself must follow from `of`, `as` and the page's language
   * alone: nothing of the viewer may enter.
   */
  draw: (gap: Record<Gap, VNode>) => VNode;
};

/** Draws a piece the first time it is asked for and gives the same HTML afterwards; each language has its own. */
export function Kept<Gap extends string = never>(props: KeptProps<Gap>): VNode {
  const { of, as, gaps } = props;
  const lang = useContext(Speaking);
  const page = useContext(Pieces);
  const known = drawn.get(of) ?? new Map<string, Drawing>();
  drawn.set(of, known);
  const key = `${lang} ${as}`;
  const drawing = known.get(key) ?? drawOnce(props, lang);
  known.set(key, drawing);
  const fills = drawing.names.map((name) => elementOf(gaps?.[name as Gap]));
  return jsxTemplate(page ? drawing.pieces.map((piece) => seam(page.push(piece) - 1)) : drawing.texts, ...fills);
}

/** A piece between its gaps: one more text than there are gaps. */
type Drawing = { texts: string[]; pieces: Piece[]; names: string[] };

const drawn = new WeakMap<object, Map<string, Drawing>>();

function drawOnce<Gap extends string>({ draw, gaps }: KeptProps<Gap>, lang: Lang): Drawing {
  const names = Object.keys(gaps ?? {}) as Gap[];
  const gap = Object.fromEntries(names.map((name, at) => [name, jsxTemplate([seam(at)])])) as Record<Gap, VNode>;
  // Drawn without the page's `Pieces`: what is kept inside is part of it.
  const { texts, places } = unseamed(renderToString(h(Speaking.Provider, { value: lang }, draw(gap))));
  return { texts, pieces: texts.map(pieceOf), names: places.map((place) => names[place] as Gap) };
}

/** A template takes elements as they are, and would take a text for HTML. */
function elementOf(fill: ComponentChildren): VNode | null {
  if (fill === null || fill === undefined || fill === false) return null;
  return isValidElement(fill) ? (fill as VNode) : h(Fragment, null, fill);
}
