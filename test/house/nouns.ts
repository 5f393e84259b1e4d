// Kit knows no room: no name it exports is a word of the product.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#kit/root.ts';
import { isProduct, parsed, type Rule } from './source.ts';

/** The words of the product, as `docs/words.md` lists them in its first table. */
export function productWords(text = readFileSync(join(projectRoot, 'docs/words.md'), 'utf8')): Set<string> {
  const table = text.split(/^## /m).find((part) => part.startsWith('Words of the product')) ?? '';
  return new Set([...table.matchAll(/^\| \*\*([^*]+)\*\* \|/gm)].map((found) => (found[1] as string).toLowerCase()));
}

/** Nothing kit exports is called by a word of the product, in one or in many. `words` are those words. */
export const kitExportsNoNoun =
  (words: Set<string>): Rule =>
  (source) => {
    if (!source.path.startsWith('src/kit/') || !isProduct(source)) return [];
    const names: string[] = [];
    for (const node of parsed(source).program.body) {
      if (node.type !== 'ExportNamedDeclaration') continue;
      const { declaration } = node;
      for (const { exported } of node.specifiers) if (exported.type === 'Identifier') names.push(exported.name);
      if (declaration?.type === 'VariableDeclaration') {
        for (const { id } of declaration.declarations) if (id.type === 'Identifier') names.push(id.name);
      } else if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier')
        names.push(declaration.id.name);
    }
    return names.flatMap((name) => {
      const spoken = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
      const found = [...words].find((word) => spoken === word || spoken === `${word}s`);
      return found ? [`exports ${name}, and "${found}" is a word of the product`] : [];
    });
  };
