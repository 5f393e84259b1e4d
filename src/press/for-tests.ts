// A PDF as its tests look at it: its pages, its fonts, the letters its fonts stand for, and what is drawn.
import { inflateSync } from 'node:zlib';

export type ReadPdf = {
  pages: number;
  /** Names of embedded fonts, without the six letters a subset is marked with. */
  fonts: string[];
  /** Every letter some embedded font can be read back as. */
  letters: Set<string>;
  /** All drawing, page after page, as the operators of the format. */
  drawn: string;
};

/** Reads what our own PDFs consist of. */
export function readPdf(pdf: Buffer): ReadPdf {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, bytes = '']) => {
    try {
      return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  const letters = new Set<string>();
  for (const map of streams.filter((stream) => stream.includes('begincmap'))) {
    for (const [, hex = ''] of map.matchAll(/<([0-9a-f]{4,})>/gi)) {
      for (const unit of Buffer.from(hex, 'hex').swap16().toString('utf16le')) letters.add(unit);
    }
  }
  const descriptors = text.match(/\/FontDescriptor\b/g)?.length ?? 0;
  const files = text.match(/\/FontFile2?\b/g)?.length ?? 0;
  return {
    pages: text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0,
    fonts:
      descriptors > 0 && files > 0
        ? [...text.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name as string)
        : [],
    letters,
    drawn: streams.filter((stream) => /\bBT\b|\bre\b/.test(stream)).join('\n'),
  };
}
