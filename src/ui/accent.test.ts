// A group's colour must read for everyone, whatever colour it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentHash, accentStyle, accents, papers, READABLE } from './accent.ts';
import { contrast, hexOf, oklchOf } from './oklch.ts';

const colours = [
  ...Array.from({ length: 24 }, (_, i) => hexOf({ l: 0.7, c: 0.18, h: i * 15 })),
  '#000000',
  '#ffffff',
  '#808080',
  '#ffff00',
  '#ffd400',
  '#00ff00',
  '#0000ff',
  '#c2410c',
  '#fbf8f1',
  '#1d1a15',
];

describe('a group’s colour', () => {
  it.each(colours)('%s reads on both papers of both themes, and an ink reads on it', (hex) => expectReadable(hex));

  it('reads for any colour at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (n) => expectReadable(`#${n.toString(16).padStart(6, '0')}`)),
    );
  });

  it('stays as it is on light paper when it already reads', () => {
    expect(accents('#0f4c5c').light).toEqual({ colour: '#0f4c5c', ink: '#ffffff' });
    expect(accents('#000000').light.colour).toBe('#000000');
  });

  it('keeps its hue when it has to move', () => {
    for (const hue of [30, 110, 150, 200, 270, 330]) {
      const { light, dark } = accents(hexOf({ l: 0.8, c: 0.12, h: hue }));
      for (const { colour } of [light, dark]) {
        expect(Math.abs(((oklchOf(colour).h - hue + 540) % 360) - 180)).toBeLessThan(6);
      }
    }
  });

  it('comes as one style for both papers, with the hash a strict policy asks for', () => {
    const style = accentStyle('#0F4C5C');
    expect(style?.css).toMatch(
      /^:root\{--accent:#0f4c5c;--accent-ink:#ffffff\}@media screen and \(prefers-color-scheme:dark\)/,
    );
    expect(style?.hash).toBe(accentHash(style?.css ?? ''));
    expect(style?.hash).toMatch(/^sha256-[A-Za-z0-9+/]{43}=$/);
  });

  it.each(['', 'red', '#fff', '#12345g', '#123456;}body{display:none', null, undefined])('is refused as %s', (text) => {
    expect(accentStyle(text)).toBeNull();
  });
});

it('colours come back from OKLCH as they went in', () => {
  for (const hex of colours) expect(hexOf(oklchOf(hex))).toBe(hex);
});

it('contrast is what the guidelines say it is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

function expectReadable(hex: string): void {
  const found = accents(hex);
  for (const theme of ['light', 'dark'] as const) {
    const { colour, ink } = found[theme];
    expect(contrast(colour, papers[theme].paper)).toBeGreaterThanOrEqual(READABLE);
    expect(contrast(colour, papers[theme].paper2)).toBeGreaterThanOrEqual(READABLE);
    expect(contrast(ink, colour)).toBeGreaterThanOrEqual(READABLE);
  }
}
