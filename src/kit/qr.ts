// A code to point a phone at, as a drawing or a picture for a poster.
import { renderSVG } from 'uqr';
import { squarePng } from './picture.ts';

/** Black on white with four modules of quiet around it (ISO/IEC 18004); medium correction, for paper that gets crumpled. */
export function qrSvg(url: string): string {
  return renderSVG(url, { ecc: 'M', border: 4, pixelSize: 10 });
}

/** The same as a PNG of so many pixels. */
export function qrPng(url: string, size: number): Promise<Buffer> {
  return squarePng(qrSvg(url), size);
}
