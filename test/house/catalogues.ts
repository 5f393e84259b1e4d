// The words of every room, read from their files: keys, messages, what they ask for, and where the source says them.
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { ESTree } from 'vite';
import { isProduct, isScript, roomOf, type Source, textOf, walk } from './source.ts';

export type Catalogue = {
  /** `events`, or `events/mail` where a room has several. */
  name: string;
  room: string;
  /** Messages by key, by language. */
  texts: Record<string, Record<string, string>>;
};

/** Every `src/<room>/words/<name>.<lang>.json`, languages put together. */
export function catalogues(sources: Source[]): Catalogue[] {
  const found = new Map<string, Catalogue>();
  for (const { path, text } of sources) {
    const named = /^src\/([a-z]+)\/words\/(?:([a-z-]+)\.)?([a-z]{2})\.json$/.exec(path);
    if (!named) continue;
    const [, room = '', part, lang = ''] = named;
    const name = part ? `${room}/${part}` : room;
    const catalogue = found.get(name) ?? { name, room, texts: {} };
    catalogue.texts[lang] = JSON.parse(text) as Record<string, string>;
    found.set(name, catalogue);
  }
  return [...found.values()];
}

/** What a message asks for, as `name: kind`, sorted; a plural inside a choice counts like any other. */
export function argumentsOf(message: string): string[] {
  const asked = new Set<string>();
  const look = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type === TYPE.tag) {
        look(element.children);
        continue;
      }
      asked.add(`${element.value}: ${kindOf(element)}`);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const { value } of Object.values(element.options)) look(value);
      }
    }
  };
  look(parse(message, { ignoreTag: true }));
  return [...asked].sort();
}

function kindOf(element: MessageFormatElement): string {
  if (element.type === TYPE.plural) return element.pluralType === 'ordinal' ? 'ordinal' : 'number';
  if (element.type === TYPE.number) return 'number';
  if (element.type === TYPE.select) return `one of ${Object.keys(element.options).sort().join(', ')}`;
  if (element.type === TYPE.date || element.type === TYPE.time) return 'moment';
  return 'text';
}

/** What the source says: texts as they stand, and patterns of those put together when the program runs. */
export type Said = { texts: Set<string>; patterns: RegExp[] };

/** Everything said in the product's source of these rooms. */
export function saidIn(sources: Source[], rooms?: string[]): Said {
  const said: Said = { texts: new Set(), patterns: [] };
  for (const source of sources) {
    if (!isProduct(source) || !isScript(source) || (rooms && !rooms.includes(folderOf(source.path)))) continue;
    walk(source, {
      Literal(node) {
        if (typeof node.value === 'string') said.texts.add(node.value);
      },
      TemplateLiteral(node) {
        const plain = textOf(node);
        if (plain !== null) said.texts.add(plain);
        else
          addPattern(
            said,
            node.quasis.map(({ value }) => value.cooked ?? ''),
          );
      },
      BinaryExpression(node) {
        if (node.operator === '+') addPattern(said, [textOf(node.left as ESTree.Node) ?? '', textOf(node.right) ?? '']);
      },
    });
  }
  return said;
}

/** `demo` and `commands` are no rooms and have words all the same. */
const folderOf = (path: string) => (roomOf(path) === 'app' ? (path.split('/')[1] as string) : roomOf(path));

function addPattern(said: Said, pieces: string[]): void {
  // A key has no spaces; and what has next to nothing fixed would match everything.
  if (pieces.some((piece) => /[\s/]/.test(piece)) || pieces.join('').replace(/\W/g, '').length < 3) return;
  said.patterns.push(
    new RegExp(`^${pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\w.-]+')}$`),
  );
}

/** Keys nobody says. */
export function unusedKeys(keys: string[], said: Said): string[] {
  return keys.filter((key) => !said.texts.has(key) && !said.patterns.some((pattern) => pattern.test(key)));
}

/** Calls of a word with an argument left out, such as `t('seat.guests')` where it asks for `n`. */
export function forgottenArguments(sources: Source[], all: Catalogue[]): string[] {
  const complaints: string[] = [];
  for (const source of sources.filter((one) => isProduct(one) && isScript(one))) {
    const theirs = all.filter(({ room }) => room === folderOf(source.path));
    walk(source, {
      CallExpression(node) {
        const [first, second] = node.arguments;
        const key = textOf(first as ESTree.Node | undefined);
        if (key === null || node.callee.type === 'MemberExpression') return;
        const messages = theirs.flatMap(({ texts }) => texts.en?.[key] ?? []);
        if (messages.length === 0 || (second && second.type !== 'ObjectExpression')) return;
        const properties = second?.type === 'ObjectExpression' ? second.properties : [];
        if (properties.some(({ type }) => type === 'SpreadElement')) return;
        const given = properties.flatMap((one) =>
          one.type === 'Property' && one.key.type === 'Identifier' ? one.key.name : [],
        );
        const isWhole = messages.some((message) =>
          argumentsOf(message).every((asked) => given.includes(asked.split(':')[0] as string)),
        );
        if (!isWhole)
          complaints.push(`${source.path}: ${source.text.slice(node.start, node.end).replace(/\s+/g, ' ')}`);
      },
    });
  }
  return complaints;
}

/** German that says "Sie" to somebody: never at the beginning of a sentence, where it may be "they" or "she". */
export function formalAddress(text: string): string | null {
  const inside = /(?<![.!?:…«»„“”\n]\s*|^|\{)\b(Sie|Ihnen|Ihre?[mnrs]?)\b/.exec(text)?.[0];
  const verb =
    /\b(Bitte|bitte|Können|Möchten|Wollen|Haben|Sind|Werden|Geben|Wählen|Klicken|Prüfen|Melden|Schreiben) Sie\b/.exec(
      text,
    )?.[0];
  return verb ?? inside ?? null;
}
