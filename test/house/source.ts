// Reads the house as text: every file with its room, its syntax and its comments, for the rules to look at.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { type ESTree, type ParseResult, parseSync, Visitor, type VisitorObject } from 'vite';
import { projectRoot } from '#kit/root.ts';

export type Source = {
  /** From the project's folder, with slashes: `src/events/rules.ts`. */
  path: string;
  text: string;
};

export type Parsed = Source & {
  program: ESTree.Program;
  comments: ParseResult['comments'];
  imports: Import[];
};

export type Import = {
  /** As written: `#events`, `./queries.ts`, `kysely`. */
  from: string;
  /** Only types come in, so that nothing of it is there when the program runs. */
  isType: boolean;
  /** What comes in, types left out. */
  names: string[];
};

/** A rule answers what is wrong with one file, a sentence each; nothing when all is well. */
export type Rule = (source: Source) => string[];

const looked = ['src', 'test', 'bench', 'bin', 'db'];

/** Every file of the house that somebody wrote, in order of its path. */
export function readHouse(folders: string[] = looked): Source[] {
  return folders
    .flatMap((folder) => readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|css|json|sql)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: relative(projectRoot, file).replaceAll(sep, '/'),
      text: readFileSync(file, 'utf8'),
    }));
}

const kept = new Map<string, Parsed>();

/** The file's syntax. Throws with its path where it cannot be read. */
export function parsed(source: Source): Parsed {
  const key = `${source.path}\n${source.text}`;
  const before = kept.get(key);
  if (before) return before;
  const { program, comments, module, errors } = parseSync(source.path, source.text);
  if (errors.length > 0) throw new Error(`${source.path}: ${errors[0]?.message}`);
  const imports: Import[] = module.staticImports.map((one) => ({
    from: one.moduleRequest.value,
    isType: one.entries.length > 0 && one.entries.every(({ isType }) => isType),
    names: one.entries.filter(({ isType }) => !isType).map(({ importName }) => importName.name ?? '*'),
  }));
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) imports.push({ from: moduleRequest.value, isType, names: ['*'] });
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = source.text.slice(moduleRequest.start, moduleRequest.end);
    imports.push({ from: written.replace(/^['"`]|['"`]$/g, ''), isType: false, names: ['*'] });
  }
  const made = { ...source, program, comments, imports };
  kept.set(key, made);
  return made;
}

/** Walks a file's syntax. */
export function walk(source: Source, visitor: VisitorObject): void {
  new Visitor(visitor).visit(parsed(source).program);
}

export const isScript = ({ path }: Source): boolean => /\.(tsx?|mjs)$/.test(path);
/** Tests, and what only tests use. */
export const isTest = ({ path }: Source): boolean =>
  /\.test\.tsx?$/.test(path) || /(^|\/|-)for-tests\.tsx?$/.test(path) || path.startsWith('test/');
/** Code of the product: TypeScript under src/ that is no test. */
export const isProduct = (source: Source): boolean =>
  source.path.startsWith('src/') && /\.tsx?$/.test(source.path) && !source.path.endsWith('.d.ts') && !isTest(source);

/** `events` for `src/events/…`, and `app` for what stands above the rooms. */
export function roomOf(path: string): string {
  const room = /^src\/([^/]+)\//.exec(path)?.[1];
  return room && isRoom(room) ? room : 'app';
}

/** Low to high, as `src/rooms.ts` lists them; kit and ui below, everything else above. */
export const order: readonly string[] = ['kit', 'ui', ...roomsAsListed(), 'app'];

function roomsAsListed(): string[] {
  const text = readFileSync(join(projectRoot, 'src/rooms.ts'), 'utf8');
  const list = /const rooms\b[^=]*=\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...list.matchAll(/([a-z]+)Room\b/g)].map((found) => found[1] as string);
}

export const isRoom = (name: string): boolean => order.includes(name) && name !== 'app';
/** Whether `room` may know `other`: itself, or one below. */
export const mayKnow = (room: string, other: string): boolean => order.indexOf(other) <= order.indexOf(room);

/** Where a relative import leads, from the project's folder. */
export const resolved = (path: string, from: string): string => posix.normalize(posix.join(posix.dirname(path), from));

/** A literal's text, or a template's without anything put in; null for whatever is only known when it runs. */
export function textOf(node: ESTree.Node | null | undefined): string | null {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null;
  return null;
}
