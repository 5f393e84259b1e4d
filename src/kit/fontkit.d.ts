// The part of fontkit we use; it ships no types.
declare module 'fontkit' {
  export type GlyphPath = {
    scale(x: number, y: number): GlyphPath;
    translate(x: number, y: number): GlyphPath;
    toSVG(): string;
  };
  export type Font = {
    unitsPerEm: number;
    ascent: number;
    characterSet: number[];
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): {
      advanceWidth: number;
      glyphs: { path: GlyphPath }[];
      positions: { xAdvance: number; xOffset: number; yOffset: number }[];
    };
  };
  export type Collection = { fonts: Font[] };
  export function create(buffer: Uint8Array): Font | Collection;
}
