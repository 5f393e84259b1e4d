// Opens the faces something is printed in: our own first (Latin, Cyrillic, Greek, Devanagari, Thai, Japanese), then the machine's.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import { lacking, systemFacesFor } from './typeface.ts';

/** In order: a letter is set in the first face that has it. */
export type PrintFaces = { regular: fontkit.Font[]; bold: fontkit.Font[] };

/**
 * Faces for `text`. Ours are read only when the text has letters for them, and each once; what none of ours has is looked for
 * among the machine's. What is still missing then is for the caller to see.
 */
export async function printFaces(text: string): Promise<PrintFaces> {
  const faces: PrintFaces = { regular: [], bold: [] };
  for (const family of families) {
    const wanted = lacking(text, faces.regular);
    if (wanted.length === 0) return faces;
    const { regular, bold } = await family();
    if (lacking(wanted.join(''), [regular]).length === wanted.length) continue;
    faces.regular.push(regular);
    faces.bold.push(bold);
  }
  const missing = lacking(text, faces.regular);
  const system = await systemFacesFor(missing);
  faces.regular.push(...system);
  faces.bold.push(...system);
  return faces;
}

type PrintFace = { regular: fontkit.Font; bold: fontkit.Font };
type Family = () => Promise<PrintFace>;

const families: Family[] = [
  family('bricolage-grotesque', 'BricolageGrotesque'),
  // Before the Japanese one, whose Cyrillic and Greek are as wide as its kanji.
  family('noto-sans', 'NotoSans'),
  family('noto-sans-thai', 'NotoSansThai'),
  family('biz-udpgothic', 'BIZUDPGothic'),
];

/** A family in two weights, from a package that carries nothing but its font files: read at the first asking, and kept. */
function family(name: string, file: string): Family {
  let opened: Promise<PrintFace> | undefined;
  const open = async (): Promise<PrintFace> => {
    const folder = dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${name}/package.json`));
    const weight = async (weight: string) => openFont(await readFile(join(folder, weight, `${file}_${weight}.ttf`)));
    const [regular, bold] = await Promise.all([weight('400Regular'), weight('700Bold')]);
    return { regular, bold };
  };
  return () => {
    opened ??= open();
    return opened;
  };
}

function openFont(bytes: Buffer): fontkit.Font {
  const font = fontkit.create(bytes);
  if ('fonts' in font) throw new Error('a collection where one face was expected');
  return font;
}
