// Finds letters for any text: our display face first, then whatever fonts the machine has. Never an empty box.
import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, platform } from 'node:os';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';

export type Face = { font: fontkit.Font; ours: boolean };

/**
 * Faces that together have every character of `text`, ours first; `undefined` when some character is in none of them.
 * The machine's fonts are only looked at when ours lack something, and each file once.
 */
export async function facesFor(text: string): Promise<Face[] | undefined> {
  const faces = [...(await ourFaces())];
  const missing = lacking(
    text,
    faces.map(({ font }) => font),
  );
  const found = await lookFor(missing, faces);
  return found.length === 0 ? faces : undefined;
}

/** The machine's faces that have some of these characters, each with something the ones before it lack. */
export async function systemFacesFor(characters: string[]): Promise<fontkit.Font[]> {
  const faces: Face[] = [];
  await lookFor(characters, faces);
  return faces.map(({ font }) => font);
}

/** Adds the machine's faces that help to `faces`; gives what is in none of them. */
async function lookFor(characters: string[], faces: Face[]): Promise<string[]> {
  let missing = characters;
  for (const known of systemFaces) {
    if (missing.length === 0) return missing;
    missing = take(known, missing, faces);
  }
  while (missing.length > 0) {
    const next = await nextSystemFace();
    if (!next) return missing;
    missing = take(next, missing, faces);
  }
  return missing;
}

/** Whether the face can draw `character`, its first code point. */
export function hasCharacter(face: Face, character: string): boolean {
  return face.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

function take(face: Face, missing: string[], faces: Face[]): string[] {
  const rest = missing.filter((character) => !hasCharacter(face, character));
  if (rest.length < missing.length) faces.push(face);
  return rest;
}

/** Characters of `text` that none of the fonts can draw, each once; spaces and what has no shape are not counted. */
export function lacking(text: string, fonts: readonly fontkit.Font[]): string[] {
  const characters = new Set([...text].filter((character) => !/[\s\p{Cf}\p{Cc}]/u.test(character)));
  return [...characters].filter(
    (character) => !fonts.some((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
  );
}

let ours: Promise<Face[]> | undefined;

function ourFaces(): Promise<Face[]> {
  ours ??= (async () => {
    const folder = dirname(
      createRequire(import.meta.url).resolve('@fontsource-variable/bricolage-grotesque/package.json'),
    );
    const faces: Face[] = [];
    for (const letters of ['latin', 'latin-ext', 'vietnamese']) {
      const file = join(folder, 'files', `bricolage-grotesque-${letters}-opsz-normal.woff2`);
      for (const font of fontsOf(await readFile(file))) faces.push({ font, ours: true });
    }
    return faces;
  })();
  return ours;
}

/** Opened because some text needed them; kept, because the next one of that group will too. */
const systemFaces: Face[] = [];
let files: Promise<string[]> | undefined;
let opening: Promise<unknown> = Promise.resolve();

const mostFiles = 400;
const mostBytes = 40_000_000;

function nextSystemFace(): Promise<Face | undefined> {
  const next = opening.then(async () => {
    files ??= fontFiles();
    const waiting = await files;
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      try {
        // One face of a collection is enough: the others are the same letters in another weight or for another country.
        const [font] = fontsOf(await readFile(file));
        if (!font || font.characterSet.length === 0) continue;
        const face: Face = { font, ours: false };
        systemFaces.push(face);
        return face;
      } catch {
        // A font we cannot read is one we do not have.
      }
    }
    return undefined;
  });
  opening = next.catch(() => {});
  return next;
}

function fontsOf(bytes: Buffer): fontkit.Font[] {
  const opened = fontkit.create(bytes);
  return 'fonts' in opened ? opened.fonts : [opened];
}

function fontFolders(): string[] {
  if (platform() === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', join(homedir(), 'Library/Fonts')];
  if (platform() === 'win32') return [join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts')];
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.local/share/fonts'),
    join(homedir(), '.fonts'),
  ];
}

/** Bold sans-serifs first, because they stand beside a bold sans-serif. */
async function fontFiles(): Promise<string[]> {
  const found: string[] = [];
  for (const folder of fontFolders()) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    for (const name of names) if (/\.(ttf|otf|ttc|otc)$/i.test(name)) found.push(join(folder, name));
  }
  const rank = (file: string) =>
    (/bold(?!.*(italic|oblique))/i.test(file) ? 0 : 4) +
    (/serif(?!.*sans)|mono|italic|oblique/i.test(file) ? 2 : 0) +
    (/sans|noto/i.test(file) ? 0 : 1);
  found.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const small: string[] = [];
  for (const file of found.slice(0, mostFiles)) {
    const size = await stat(file).then(
      (s) => s.size,
      () => Number.POSITIVE_INFINITY,
    );
    if (size <= mostBytes) small.push(file);
  }
  return small;
}
