// How a file is named, how it opens, what it says about what it exports, and what it never says.
import type { ESTree } from 'vite';
import { isProduct, isScript, isTest, parsed, type Rule, roomOf, type Source, textOf, walk } from './source.ts';

const never = ['manager', 'handler', 'service', 'helper', 'util', 'utils', 'data', 'info', 'process', 'do', 'impl'];
const noFolders = ['lib', 'common', 'shared', 'utils', 'helpers', 'types', 'services', 'components', 'features'];

/** Files are kebab-case, named for the one thing they hold. */
export const filesAreNamedForWhatTheyHold: Rule = ({ path }) => {
  const complaints: string[] = [];
  const folders = path.split('/').slice(0, -1);
  const name = path.split('/').at(-1) as string;
  for (const folder of folders) {
    if (noFolders.includes(folder)) complaints.push(`lies in a folder called ${folder}`);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(folder)) complaints.push(`lies in ${folder}, which is not kebab-case`);
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(name)) complaints.push('is not named in kebab-case');
  for (const word of name.split(/[-.]/)) if (never.includes(word)) complaints.push(`has "${word}" in its name`);
  return complaints;
};

/** A source file has at most 250 lines, a test 400. `exceptions` gives reasons and is meant to be empty. */
export const nothingIsLong =
  (exceptions: Record<string, string>): Rule =>
  (source) => {
    if (source.path.endsWith('.json') || source.path in exceptions) return [];
    const lines = source.text.trimEnd().split('\n').length;
    const most = isTest(source) ? 400 : 250;
    return lines > most ? [`has ${lines} lines, ${most} at most`] : [];
  };

/** A file opens with a sentence saying what it is for. */
export const filesSayWhatTheyAreFor: Rule = ({ path, text }) => {
  if (path.endsWith('.json')) return [];
  const opening = path.endsWith('.sql')
    ? /^-- \S/
    : path.endsWith('.css')
      ? /^\/\* \S/
      : /^(#!.*\n)?(\/\/ \S|\/\*\*? ?\S)/;
  return opening.test(text) ? [] : ['does not open with a sentence saying what it is for'];
};

type Declared = { name: string; start: number };

/** What is exported as a function says what it takes, gives and refuses. A component whose props say it all may be silent. */
export const functionsSayWhatTheyPromise: Rule = (source) => {
  if (!isProduct(source)) return [];
  const { comments } = parsed(source);
  return exportedFunctions(source)
    .filter(({ start }) => {
      const before = comments.findLast(({ end }) => end <= start);
      const between = before ? source.text.slice(before.end, start) : 'none';
      return before?.type !== 'Block' || !before.value.startsWith('*') || between.trim() !== '';
    })
    .filter(({ name }) => !isSilent(source.path, name))
    .map(({ name }) => `exports ${name}() without a docstring`);
};

// Where the file's opening sentence and its types say it all: an island, a component, a room's routes.
const isSilent = (path: string, name: string) =>
  path.includes('/islands/') || (path.endsWith('.tsx') && /^[A-Z]/.test(name)) || /^(r|.*R)outes$/.test(name);

function exportedFunctions(source: Source): Declared[] {
  const found: Declared[] = [];
  for (const node of parsed(source).program.body) {
    if (node.type !== 'ExportNamedDeclaration' && node.type !== 'ExportDefaultDeclaration') continue;
    const { declaration } = node;
    if (declaration?.type === 'FunctionDeclaration') {
      // Of several overloads the first carries the words.
      const name = declaration.id?.name ?? 'default';
      if (!found.some((one) => one.name === name)) found.push({ name, start: node.start });
    }
  }
  return found;
}

/** Functions, not classes; an error is the exception, because only a class can be caught by its kind. */
export const functionsNotClasses: Rule = (source) => {
  if (!isProduct(source)) return [];
  const complaints: string[] = [];
  const look = (node: ESTree.Class) => {
    const parent = node.superClass ? source.text.slice(node.superClass.start, node.superClass.end) : '';
    if (!/Error$/.test(parent)) complaints.push(`has a class: ${node.id?.name ?? 'without a name'}`);
  };
  walk(source, { ClassDeclaration: look, ClassExpression: look });
  return complaints;
};

/** A refusal begins with the name of its room, so that a code in a report says where it lives. */
export const refusalsBeginWithTheirRoom: Rule = (source) => {
  if (!isProduct(source)) return [];
  const home = roomOf(source.path);
  const complaints: string[] = [];
  const look = (code: string | null) => {
    if (code === null || code.startsWith(`${home}.`) || (home === 'app' && code.includes('.'))) return;
    complaints.push(`refuses with "${code}", which does not begin with ${home}`);
  };
  walk(source, {
    Property(node) {
      if (node.key.type === 'Identifier' && node.key.name === 'refused' && !node.computed)
        look(textOf(node.value as ESTree.Node));
    },
    TSPropertySignature(node) {
      if (node.key.type !== 'Identifier' || node.key.name !== 'refused') return;
      const type = node.typeAnnotation?.typeAnnotation;
      const parts = type?.type === 'TSUnionType' ? type.types : type ? [type] : [];
      for (const part of parts) if (part.type === 'TSLiteralType') look(textOf(part.literal as ESTree.Node));
    },
  });
  return complaints;
};

/** Nothing is put off in a comment, and no check is silenced. */
export const nothingIsPutOff: Rule = (source) => {
  if (!isScript(source)) return [];
  const complaints: string[] = [];
  for (const { value } of parsed(source).comments) {
    const found = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/.exec(value);
    if (found) complaints.push(`says ${found[0]} in a comment`);
  }
  walk(source, { TSAnyKeyword: () => complaints.push('has a type that is anything') });
  return complaints;
};

/** A test's name is a sentence: more than a word, and no "should". */
export const testsAreNamedAsSentences: Rule = (source) => {
  if (!/\.test\.tsx?$/.test(source.path)) return [];
  const complaints: string[] = [];
  walk(source, {
    CallExpression(node) {
      const callee = source.text.slice(node.callee.start, node.callee.end);
      if (!/^(it|test)(\.\w+)*(\(|$)/.test(callee)) return;
      if (/\.(only|skip|todo|fails)\b/.test(callee)) complaints.push(`uses ${callee}`);
      const name = textOf(node.arguments[0] as ESTree.Node | undefined);
      // The cases of a table bring their own sentences.
      if (name === null || /^[%$]/.test(name)) return;
      if (!name.trim().includes(' ') || /^should\b/i.test(name)) complaints.push(`has a test called "${name}"`);
    },
  });
  return complaints;
};
