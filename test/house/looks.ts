// What leaves a room for the browser begins with the room's name: classes, islands; and addresses come from `paths`.
import type { ESTree } from 'vite';
import { isProduct, type Rule, roomOf, type Source, textOf, walk } from './source.ts';

/** Every class in a room's style sheet begins with the room's name; it may say how it stands to pieces of the look. */
export const classesBeginWithTheirRoom: Rule = ({ path, text }) => {
  if (!path.startsWith('src/') || !path.endsWith('.css')) return [];
  const home = roomOf(path);
  const rules = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\burl\([^)]*\)|"[^"]*"|'[^']*'/g, '');
  const complaints: string[] = [];
  // A selector is what stands before a brace and after the end of what came before.
  for (const [, selector = ''] of rules.matchAll(/([^{};]+)\{/g)) {
    if (selector.trim().startsWith('@')) continue;
    const classes = [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map((found) => found[1] as string);
    for (const name of classes) {
      if (!name.startsWith(`${home}-`) && !name.startsWith('ui-'))
        complaints.push(`has .${name}, which begins with neither ${home} nor ui`);
    }
    // Several selectors in one rule are looked at one by one: each must hang on something of the room's own.
    for (const one of home === 'ui' ? [] : selector.split(',')) {
      if (!one.includes(`.${home}-`) && one.trim() !== '' && !/^\s*(from|to|\d+%)\s*$/.test(one)) {
        complaints.push(`styles "${one.trim()}", which is not its own`);
      }
    }
  }
  return complaints;
};

/** Every class a page writes begins with its room's name, or is a piece of the look. A letter has a style sheet of its own. */
export const pagesUseTheirOwnClasses: Rule = (source) => {
  if (!isProduct(source) || !source.path.endsWith('.tsx') || source.path.startsWith('src/kit/mail/')) return [];
  const home = roomOf(source.path);
  return attributesOf(source, ['class', 'className'])
    .flatMap((text) => text.split(/\s+/))
    .filter((name) => name !== '' && !name.startsWith('ui-') && !name.startsWith(`${home}-`))
    .map((name) => `writes class "${name}", which begins with neither ${home} nor ui`);
};

/** An island is named `room/name`, after the room that shows it. */
export const islandsBeginWithTheirRoom: Rule = (source) => {
  if (!isProduct(source) || !source.path.endsWith('.tsx')) return [];
  const home = roomOf(source.path);
  const complaints: string[] = [];
  walk(source, {
    JSXOpeningElement(node) {
      if (node.name.type !== 'JSXIdentifier' || node.name.name !== 'Island') return;
      for (const attribute of node.attributes) {
        if (attribute.type !== 'JSXAttribute' || attribute.name.name !== 'name') continue;
        const name = textOf(attribute.value as ESTree.Node | null);
        if (name !== null && !name.startsWith(`${home}/`))
          complaints.push(`shows the island "${name}" of another room`);
      }
    },
  });
  return complaints;
};

/** No address is typed by hand: links and forms are made from `paths`. The look knows no room, so it writes its frame's own. */
export const addressesComeFromPaths: Rule = (source) => {
  if (!isProduct(source) || roomOf(source.path) === 'ui' || !source.path.endsWith('.tsx')) return [];
  return attributesOf(source, ['href', 'action', 'formaction', 'src'])
    .filter((text) => /^\/(?!\/)/.test(text))
    .map((text) => `types the address ${text}`);
};

/** Texts written straight into attributes of these names, templates and choices included. */
function attributesOf(source: Source, names: string[]): string[] {
  const texts: string[] = [];
  walk(source, {
    JSXAttribute(node) {
      if (typeof node.name.name !== 'string' || !names.includes(node.name.name)) return;
      if (node.value) texts.push(...textsIn(node.value as ESTree.Node));
    },
  });
  return texts;
}

function textsIn(node: ESTree.Node): string[] {
  if (node.type === 'JSXExpressionContainer') return textsIn(node.expression as ESTree.Node);
  if (node.type === 'ConditionalExpression') return [...textsIn(node.consequent), ...textsIn(node.alternate)];
  if (node.type === 'LogicalExpression') return textsIn(node.right);
  if (node.type === 'TemplateLiteral') return [node.quasis.map(({ value }) => value.cooked ?? '').join('x')];
  const text = textOf(node);
  return text === null ? [] : [text];
}
