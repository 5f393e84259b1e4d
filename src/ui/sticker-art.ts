// A sticker for a group without a mark, drawn from its name: the same name gives the same sticker everywhere, for ever.
import { remembered } from '#kit/remembered.ts';
import { initials, roughWidth } from './initials.ts';
import { contrast, hexOf, isHex, oklchOf } from './oklch.ts';
import { type Chance, type Inks, scenes } from './sticker-scenes.ts';
import { type Shape, shapes } from './sticker-shapes.ts';

type Wanted = { name: string; color?: string | null | undefined };

/** A whole SVG document of 100 × 100, for pictures and print. */
export function stickerSvg(wanted: Wanted): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${stickerArt(wanted)}</svg>`;
}

/** What stands inside the `<svg viewBox="0 0 100 100">`: attributes only, so a strict CSP lets it through. */
export const stickerArt: (wanted: Wanted) => string = remembered(draw, ({ name, color }) => `${color} ${name}`, 2000);

function draw({ name, color }: Wanted): string {
  const seed = hashOf(name.normalize('NFC').trim().toLowerCase());
  const chance = chanceFrom(seed);
  const shape = pick(shapes, chance);
  const scene = pick(scenes, chance);
  const inks = inksFor(isHex(color) ? color : pick(housePaints, chance), chance);
  const id = `sticker-${seed.toString(36)}`;
  const letters = lettering(name, inks, shape, scene.low, chance);
  return (
    `<clipPath id="${id}"><path d="${shape.d}"/></clipPath>` +
    `<path d="${shape.d}" fill="#fff" stroke="#fff" stroke-width="15" stroke-linejoin="round"/>` +
    `<path d="${shape.d}" fill="${inks.edge}" stroke="${inks.edge}" stroke-width="5" stroke-linejoin="round"/>` +
    `<g clip-path="url(#${id})"><path d="M0 0H100V100H0z" fill="${inks.sky}"/>${scene.draw(inks, chance)}${letters}</g>`
  );
}

/** Colours people choose for a lid: told apart at arm's length. */
const housePaints = [
  '#0f4c5c',
  '#c2410c',
  '#2f6b3a',
  '#6d28a8',
  '#b4233c',
  '#1d4f91',
  '#8a5a00',
  '#0e7c7b',
  '#9c2f6f',
  '#4a5d23',
];

type Palette = Inks & { letter: string; edge: string };

/** Three moods from one colour: by night, by day, and full. */
function inksFor(color: string, chance: Chance): Palette {
  const { c, h } = oklchOf(color);
  const grey = c < 0.03;
  const full = grey ? 0.015 : Math.max(0.1, Math.min(0.17, c));
  const tone = (l: number, chroma: number, hue = h) => hexOf({ l, c: chroma, h: (hue + 360) % 360 });
  const away = pick([150, 185, 210, 60, -55], chance);
  const pop = tone(0.8, 0.15, grey ? 20 + chance() * 320 : h + away);
  const deep = tone(0.31, Math.min(full, 0.085));
  const cream = tone(0.965, 0.02, 85);
  const mood = pick(['night', 'day', 'full'] as const, chance);
  if (mood === 'night') {
    return { sky: deep, far: tone(0.43, full * 0.75), near: tone(0.6, full), pop, letter: cream, edge: deep };
  }
  if (mood === 'day') {
    return {
      sky: tone(0.93, 0.045),
      far: tone(0.84, full * 0.6),
      near: tone(0.62, full),
      pop,
      letter: deep,
      edge: deep,
    };
  }
  const sky = tone(0.52, full);
  const letter = contrast(cream, sky) >= 4.5 ? cream : '#ffffff';
  return { sky, far: tone(0.45, full), near: deep, pop, letter, edge: deep };
}

/** The letters, with an edge in the colour of the sky so that they read on any scene; or on a disc, or on a band. */
function lettering(name: string, inks: Palette, { y: middle, width }: Shape, low: boolean, chance: Chance): string {
  const text = initials(name) || '✶';
  const on = pick(low ? (['plain', 'plain', 'disc'] as const) : (['plain', 'disc', 'band'] as const), chance);
  const y = low ? middle - 10 : middle;
  const room = on === 'disc' ? 36 : low ? width - 8 : width;
  const size = Math.round(Math.min(on === 'plain' && !low ? 40 : 30, room / roughWidth(text)));
  const ground = on === 'plain' ? inks.sky : inks.letter;
  const ink = on === 'plain' ? inks.letter : inks.letter === inks.edge ? inks.sky : inks.edge;
  let under = '';
  if (on === 'disc')
    under = `<circle cx="50" cy="${y}" r="23" fill="${ground}" stroke="${inks.edge}" stroke-width="2"/>`;
  if (on === 'band') {
    const half = Math.round(size * 0.62);
    under =
      `<path d="M0 ${y - half - 4}H100V${y + half + 4}H0z" fill="${inks.pop}"/>` +
      `<path d="M0 ${y - half}H100V${y + half}H0z" fill="${ground}"/>`;
  }
  return (
    `${under}<text x="50" y="${Math.round(y + size * 0.34)}" text-anchor="middle" font-family="Bricolage,system-ui,sans-serif" ` +
    `font-weight="800" font-size="${size}" fill="${ink}" stroke="${ground}" stroke-width="${Math.round(size / 6)}" ` +
    `stroke-linejoin="round" paint-order="stroke">${escaped(text)}</text>`
  );
}

function pick<T>(list: readonly T[], chance: Chance): T {
  return list[Math.floor(chance() * list.length)] as T;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: a small seeded generator, 0 ≤ n < 1. */
function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
