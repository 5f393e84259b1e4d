// One page of a PDF as somebody who sets type sees it: lines, rules, boxes and pictures, measured from its upper left corner.
import PDFDocument from 'pdfkit';
import { BOX_EMS, type Line, type PressFont } from './typeset.ts';

export type Paper = {
  doc: PDFKit.PDFDocument;
  /** Sets a line; `y` is its baseline. */
  line(line: Line, x: number, y: number, size: number, color: string): void;
  rule(x: number, y: number, width: number, color: string): void;
  block(x: number, y: number, width: number, height: number, color: string): void;
  picture(png: Uint8Array, x: number, y: number, size: number): void;
  /** A code to point a phone at: white with a quiet edge, whatever it stands on. */
  code(modules: boolean[][], x: number, y: number, size: number): void;
};

export type PaperKind = { width: number; height: number; title: string; lang: string; made_at: Date };

/** Opens a document whose pages are added with `doc.addPage()`; its bytes come when `doc.end()` was called. */
export function openPaper({ width, height, title, lang, made_at }: PaperKind): Paper {
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    lang,
    displayTitle: true,
    info: { Title: title, CreationDate: made_at, ModDate: made_at, Producer: 'Ugroup', Creator: 'Ugroup' },
  });
  const names = new Map<PressFont, string>();
  const nameOf = (font: PressFont): string => {
    const known = names.get(font);
    if (known) return known;
    const name = `f${names.size + 1}`;
    names.set(font, name);
    // An opened font is taken as it is; the typings only know files and bytes.
    doc.registerFont(name, font as unknown as Uint8Array<ArrayBuffer>);
    return name;
  };
  const pictures = new Map<Uint8Array, string>();
  return {
    doc,
    line(line, x, y, size, color) {
      let at = x;
      for (const { font, text, width: wide } of line.runs) {
        if (font === null) boxes(doc, [...text].length, at, y, size, color);
        else {
          doc.font(nameOf(font)).fontSize(size).fillColor(color);
          doc.text(text, at, y, { lineBreak: false, baseline: 'alphabetic' });
        }
        at += wide;
      }
    },
    rule(x, y, wide, color) {
      doc
        .moveTo(x, y)
        .lineTo(x + wide, y)
        .lineWidth(1)
        .strokeColor(color)
        .stroke();
    },
    block(x, y, wide, tall, color) {
      doc.rect(x, y, wide, tall).fill(color);
    },
    picture(png, x, y, size) {
      // The library knows a picture by its text again: it is kept in the file once, however many pages show it.
      const text = pictures.get(png) ?? `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
      pictures.set(png, text);
      doc.image(text, x, y, { fit: [size, size] });
    },
    code(modules, x, y, size) {
      drawCode(doc, modules, x, y, size);
    },
  };
}

/** What no font has is seen to be missing. */
function boxes(doc: PDFKit.PDFDocument, many: number, x: number, y: number, size: number, color: string): void {
  const [wide, tall] = [BOX_EMS * size, 0.72 * size];
  for (let at = 0; at < many; at++) {
    doc
      .rect(x + at * wide + 0.08 * size, y - tall, wide - 0.16 * size, tall)
      .lineWidth(size / 18)
      .strokeColor(color)
      .stroke();
  }
}

/** Modules without any light between them: neighbours of a row are one rectangle, and each reaches a hair into the next row. */
function drawCode(doc: PDFKit.PDFDocument, modules: boolean[][], x: number, y: number, size: number): void {
  // ISO/IEC 18004 asks for four modules of quiet around the code.
  const step = size / (modules.length + 8);
  doc.roundedRect(x, y, size, size, step * 2).fill('#ffffff');
  modules.forEach((row, down) => {
    for (let from = 0; from < row.length; from++) {
      if (!row[from]) continue;
      let to = from;
      while (row[to + 1]) to++;
      doc.rect(x + (from + 4) * step, y + (down + 4) * step, (to - from + 1) * step, step * 1.02);
      from = to;
    }
  });
  doc.fill('#000000');
}
