// What stands below a slide's title: a lead, rows, short answers, a code; all of it in the largest type that fits.
import type { Paper } from './page.ts';
import type { Slide } from './slides.ts';
import { type Line, type PressFaces, setLine, setText } from './typeset.ts';

export type Look = { ink: string; soft: string; rule: string; accent: string };
export type Box = { x: number; y: number; width: number; height: number };

/** From the last row of a room for sixty one still reads a third of the largest; smaller than that a slide is split. */
const scales = [1.3, 1.2, 1.1, 1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.54, 0.48, 0.42];

/** Draws it into the box. */
export function drawBody(sheet: Paper, slide: Slide, faces: PressFaces, look: Look, box: Box): void {
  const side = slide.code ? Math.min(300, box.height - 60) : 0;
  const text = { ...box, width: box.width - (side > 0 ? side + 60 : 0) };
  const tried = scales.map((scale) => layOut(slide, faces, text.width, scale));
  const laid = tried.find(({ height }) => height <= box.height) ?? (tried.at(-1) as Laid);
  // What is short does not hang under the ceiling, nor fall to the floor.
  const room = Math.max(0, box.height - laid.height);
  let y = text.y + Math.min(room / 3, 40);
  for (const piece of laid.pieces) {
    piece.draw(sheet, look, text.x, y);
    y += piece.height;
  }
  if (slide.code) drawCode(sheet, slide.code, faces, look, { ...box, x: box.x + box.width - side, width: side });
}

type Drawn = { height: number; draw(sheet: Paper, look: Look, x: number, y: number): void };
type Laid = { pieces: Drawn[]; height: number };

function layOut(slide: Slide, faces: PressFaces, width: number, scale: number): Laid {
  const pieces = [
    ...(slide.lead ? [lead(slide.lead, faces, width, 38 * scale)] : []),
    ...(slide.rows ?? []).map((row) => rowOf(row, faces, width, scale)),
    ...(slide.facts ?? []).map((fact) => factOf(fact, faces, width, scale)),
  ];
  return { pieces, height: pieces.reduce((sum, { height }) => sum + height, 0) };
}

function lead(text: string, faces: PressFaces, width: number, size: number): Drawn {
  const lines = setText(text, faces.regular, size, width);
  return stack([{ lines, size, leading: 1.35, color: 'ink' }], size * 0.7);
}

function rowOf(row: NonNullable<Slide['rows']>[number], faces: PressFaces, width: number, scale: number): Drawn {
  const size = 34 * scale;
  const small = 24 * scale;
  const whenWide =
    row.when === undefined ? 0 : Math.max(4.2 * size, setLine(row.when, faces.regular, size).width + size);
  const wide = width - whenWide;
  const inner = stack(
    [
      { lines: setText(row.title, faces.bold, size, wide), size, leading: 1.2, color: 'ink' },
      ...(row.tag
        ? [{ lines: setText(row.tag, faces.bold, small, wide), size: small, leading: 1.3, color: 'accent' } as const]
        : []),
      ...(row.more
        ? [{ lines: setText(row.more, faces.regular, small, wide), size: small, leading: 1.3, color: 'soft' } as const]
        : []),
    ],
    0,
  );
  const gap = 11 * scale;
  return {
    height: inner.height + 2 * gap,
    draw(sheet, look, x, y) {
      sheet.rule(x, y, width, look.rule);
      if (row.when !== undefined) {
        sheet.line(setLine(row.when, faces.regular, size), x, y + gap + size * 0.98, size, look.soft);
      }
      inner.draw(sheet, look, x + whenWide, y + gap);
    },
  };
}

function factOf(
  { term, detail }: { term: string; detail: string },
  faces: PressFaces,
  width: number,
  scale: number,
): Drawn {
  const small = 24 * scale;
  const size = 42 * scale;
  return stack(
    [
      { lines: setText(term, faces.regular, small, width), size: small, leading: 1.3, color: 'soft' },
      { lines: setText(detail, faces.bold, size, width), size, leading: 1.18, color: 'ink' },
    ],
    20 * scale,
  );
}

type Voice = { lines: Line[]; size: number; leading: number; color: 'ink' | 'soft' | 'accent' };

/** Voices one below the other, and room after them. */
function stack(voices: readonly Voice[], after: number): Drawn {
  const height = voices.reduce((sum, { lines, size, leading }) => sum + lines.length * size * leading, after);
  return {
    height,
    draw(sheet, look, x, y) {
      let at = y;
      for (const { lines, size, leading, color } of voices) {
        for (const line of lines) {
          sheet.line(line, x, at + size * 0.98, size, look[color]);
          at += size * leading;
        }
      }
    },
  };
}

function drawCode(sheet: Paper, code: NonNullable<Slide['code']>, faces: PressFaces, look: Look, box: Box): void {
  sheet.code(code.modules, box.x, box.y, box.width);
  let y = box.y + box.width + 30;
  for (const [text, size, weight, color] of [
    [code.label, 20, 'bold', look.ink],
    [code.url.replace(/^https?:\/\//, ''), 16, 'regular', look.soft],
  ] as const) {
    for (const line of setText(text, faces[weight], size, box.width)) {
      sheet.line(line, box.x, y, size, color);
      y += size * 1.3;
    }
    y += 4;
  }
}
