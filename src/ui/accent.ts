// A group's own colour, moved only as far as it must be for everyone to read it, on light and on dark paper.
import { createHash } from 'node:crypto';
import { contrast, hexOf, isHex, oklchOf } from './oklch.ts';

/** The papers of the look; `base.css` holds the same values and a test compares them. */
export const papers = {
  light: { paper: '#fbf8f1', paper2: '#f4eee1', ink: '#1e1b16' },
  dark: { paper: '#1d1a15', paper2: '#27231c', ink: '#f3ede0' },
} as const;

/** WCAG 2.2 success criterion 1.4.3, text of any size. */
export const READABLE = 4.5;

/** On dark paper every colour is at least as light as the house's own, #ff8a57: barely readable is not calm. */
const LIFTED = 0.745;

export type Accent = { colour: string; ink: string };

/**
 * The `<style>` that gives a page a group's colour, and the `sha256-…` that lets it through a strict CSP.
 * `null` for anything that is not `#rrggbb`: the page then keeps the house colour.
 */
export function accentStyle(hex: string | null | undefined): { css: string; hash: string } | null {
  if (!isHex(hex)) return null;
  const key = hex.toLowerCase();
  const kept = made.get(key);
  if (kept) return kept;
  const { light, dark } = accents(key);
  const css = `:root{${say(light)}}@media screen and (prefers-color-scheme:dark){:root{${say(dark)}}}`;
  const style = { css, hash: accentHash(css) };
  if (made.size > 5000) made.clear();
  made.set(key, style);
  return style;
}

const made = new Map<string, { css: string; hash: string }>();

/** What a CSP names one inline style by: `sha256-…`, as `sendHtml({ styleHash })` takes it. */
export function accentHash(css: string): string {
  return `sha256-${createHash('sha256').update(css).digest('base64')}`;
}

/**
 * The colour for each paper: hue kept, lightness moved in OKLCH until the colour reads on both papers of a theme
 * and an ink reads on the colour, each at 4.5 : 1. Refuses nothing but a text that is no `#rrggbb` (throws).
 */
export function accents(hex: string): { light: Accent; dark: Accent } {
  if (!isHex(hex)) throw new Error(`not a colour: ${hex}`);
  return { light: readable(hex, 'light'), dark: readable(hex, 'dark') };
}

function readable(hex: string, theme: 'light' | 'dark'): Accent {
  const { paper, paper2 } = papers[theme];
  const own = oklchOf(hex);
  const start = theme === 'light' ? own : { ...own, l: Math.max(own.l, LIFTED) };
  const step = theme === 'light' ? -0.004 : 0.004;
  let colour = start.l === own.l ? hex.toLowerCase() : hexOf(start);
  for (let l = start.l; l >= 0 && l <= 1; l += step) {
    const ink = inkOn(colour);
    const reads = [contrast(colour, paper), contrast(colour, paper2), contrast(ink, colour)];
    if (reads.every((c) => c >= READABLE)) return { colour, ink };
    colour = hexOf({ ...start, l: l + step });
  }
  return theme === 'light'
    ? { colour: papers.light.ink, ink: '#ffffff' }
    : { colour: papers.dark.ink, ink: papers.dark.paper };
}

/** White or near-black, whichever reads better on a colour. */
export function inkOn(colour: string): string {
  return contrast('#ffffff', colour) >= contrast(papers.dark.paper, colour) ? '#ffffff' : papers.dark.paper;
}

function say({ colour, ink }: Accent): string {
  return `--accent:${colour};--accent-ink:${ink}`;
}
