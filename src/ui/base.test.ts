// The style sheet: small enough for the first flight, its colours readable, its papers the ones accents are made for.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { papers } from './accent.ts';
import { contrast } from './oklch.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

describe('the style sheet', () => {
  it('takes at most 5,500 of the first 14,600 bytes', async () => {
    expect(gzipSync(await sheet()).length).toBeLessThanOrEqual(5500);
  });

  it('names only its own', async () => {
    const classes = (await sheet()).match(/\.[a-z][\w-]*(?=[^{}]*\{)/g) ?? [];
    expect(classes.length).toBeGreaterThan(50);
    expect(classes.filter((name) => !name.startsWith('.ui-') && name !== '.woff2')).toEqual([]);
  });

  it('lets nothing wait for the display face', async () => {
    const faces = (await sheet()).match(/@font-face\{[^}]*url\([^}]*\}/g) ?? [];
    expect(faces.length).toBeGreaterThan(0);
    for (const face of faces) expect(face).toContain('font-display:swap');
  });
});

describe.each(['light', 'dark'] as const)('on %s paper', (theme) => {
  const token = tokens(theme);
  const both = [token('paper'), token('paper-2')];

  it('is the paper that accents are made for', () => {
    expect({ paper: token('paper'), paper2: token('paper-2'), ink: token('ink') }).toEqual(papers[theme]);
  });

  it.each(['ink', 'soft', 'good', 'warn', 'bad'])('%s reads as text', (name) => {
    for (const paper of both) expect(contrast(token(name), paper)).toBeGreaterThanOrEqual(4.5);
  });

  // The house colour is 4.48 : 1 on light paper-2, so nothing there is written in it: it underlines, rings and fills.
  it('the house colour reads as text on the page, and can be seen as a line on the raised panel', () => {
    expect(contrast(token('accent'), token('paper'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token('accent'), token('paper-2'))).toBeGreaterThanOrEqual(3);
    expect(contrast(token('accent-ink'), token('accent'))).toBeGreaterThanOrEqual(4.5);
  });

  it('the edge of a field can be seen (WCAG 1.4.11)', () => {
    for (const paper of [...both, token('field')]) expect(contrast(token('edge'), paper)).toBeGreaterThanOrEqual(3);
  });
});

function tokens(theme: 'light' | 'dark'): (name: string) => string {
  const [light = '', dark = ''] = readFileSync(here('./css/tokens.css'), 'utf8').split('@media');
  return (name) => {
    const found = new RegExp(`--${name}: (#[0-9a-f]{6}|#fff);`).exec(theme === 'light' ? light : dark)?.[1];
    return found === '#fff' ? '#ffffff' : (found ?? '');
  };
}

async function sheet(): Promise<string> {
  const built = await build({
    entryPoints: [here('./base.css')],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    loader: { '.woff2': 'file' },
  });
  return built.outputFiles.find((file) => file.path.endsWith('.css'))?.text ?? '';
}
