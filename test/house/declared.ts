// The tables as the rooms declare them (`interface Tables`), read off the source: each column's kind, and whether it may be null.
import type { ESTree } from 'vite';
import { parsed, resolved, type Source, walk } from './source.ts';

/** What a column holds, by what the driver makes of it. `anything` is declared `unknown` and read as text. */
export type Kind = 'text' | 'uuid' | 'number' | 'boolean' | 'instant' | 'bytes' | 'list' | 'json' | 'anything';
export type Column = {
  kind: Kind;
  isNullable: boolean;
  /** May be left out when a row is made: the database fills it in. */
  isFilledIn: boolean;
};
/** Columns by name, tables by `room.table`. */
export type Declared = Record<string, Record<string, Column>>;

/** Every `Tables` in `sources`, merged. Throws where a type says something this reader does not know. */
export function declaredTables(sources: Source[]): Declared {
  const tables: Declared = {};
  for (const source of sources) {
    if (!source.text.includes('interface Tables')) continue;
    walk(source, {
      TSInterfaceDeclaration(node) {
        if (node.id.name !== 'Tables') return;
        for (const member of node.body.body) {
          if (member.type !== 'TSPropertySignature') continue;
          const name = keyOf(member);
          if (name in tables) throw new Error(`${name} is declared twice, the second time in ${source.path}`);
          tables[name] = columnsOf(typeOf(member), { source, sources });
        }
      },
    });
  }
  return tables;
}

type Where = { source: Source; sources: Source[] };

function columnsOf(type: ESTree.TSType, where: Where): Record<string, Column> {
  if (type.type === 'TSIntersectionType') return Object.assign({}, ...type.types.map((part) => columnsOf(part, where)));
  if (type.type === 'TSTypeReference') {
    const found = aliasOf(type, where);
    if (found) return columnsOf(found.type, found.where);
  }
  if (type.type !== 'TSTypeLiteral') throw unknown(type, where);
  const columns: Record<string, Column> = {};
  for (const member of type.members) {
    if (member.type === 'TSPropertySignature') columns[keyOf(member)] = columnOf(typeOf(member), where);
  }
  return columns;
}

function columnOf(type: ESTree.TSType, where: Where): Column {
  if (type.type === 'TSTypeReference' && type.typeName.type === 'Identifier') {
    const [first, second] = type.typeArguments?.params ?? [];
    if (type.typeName.name === 'Generated' && first) return { ...columnOf(first, where), isFilledIn: true };
    if (type.typeName.name === 'ColumnType' && first) {
      const written = second?.type === 'TSUnionType' ? second.types : second ? [second] : [];
      const isNullable = parts(first).some(isNull) || written.some(isNull);
      return {
        kind: kindOf(first, where),
        isNullable,
        isFilledIn: written.some((part) => part.type === 'TSUndefinedKeyword'),
      };
    }
  }
  return { kind: kindOf(type, where), isNullable: parts(type).some(isNull), isFilledIn: false };
}

const simple: Partial<Record<ESTree.TSType['type'], Kind>> = {
  TSStringKeyword: 'text',
  TSNumberKeyword: 'number',
  TSBooleanKeyword: 'boolean',
  TSUnknownKeyword: 'anything',
  TSTypeLiteral: 'json',
  // `(typeof names)[number]`: one of a list of words.
  TSIndexedAccessType: 'text',
};
const named: Record<string, Kind> = { Id: 'uuid', Date: 'instant', Buffer: 'bytes', Record: 'json' };

function kindOf(type: ESTree.TSType, where: Where): Kind {
  const kinds = new Set(
    parts(type)
      .filter((part) => !isNull(part))
      .map((part) => kindOfPart(part, where)),
  );
  const [kind] = kinds;
  if (kinds.size !== 1 || !kind) throw unknown(type, where);
  return kind;
}

function kindOfPart(type: ESTree.TSType, where: Where): Kind {
  const known = simple[type.type];
  if (known) return known;
  if (type.type === 'TSParenthesizedType') return kindOf(type.typeAnnotation, where);
  if (type.type === 'TSArrayType') return kindOf(type.elementType, where) === 'json' ? 'json' : 'list';
  if (type.type === 'TSLiteralType' && type.literal.type === 'Literal')
    return typeof type.literal.value === 'number' ? 'number' : 'text';
  if (type.type === 'TSTypeReference' && type.typeName.type === 'Identifier') {
    const plain = named[type.typeName.name];
    if (plain) return plain;
    const found = aliasOf(type, where);
    if (found) return kindOf(found.type, found.where);
  }
  throw unknown(type, where);
}

/** What a name stands for: declared in the same file, or in the one it is imported from. */
function aliasOf(type: ESTree.TSTypeReference, where: Where): { type: ESTree.TSType; where: Where } | undefined {
  if (type.typeName.type !== 'Identifier') return undefined;
  const { name } = type.typeName;
  for (const node of parsed(where.source).program.body) {
    const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    if (declaration?.type === 'TSTypeAliasDeclaration' && declaration.id.name === name) {
      return { type: declaration.typeAnnotation, where };
    }
    if (node.type !== 'ImportDeclaration' || !node.specifiers.some(({ local }) => local.name === name)) continue;
    const from = node.source.value;
    const path = from.startsWith('#') ? `src/${from.slice(1)}` : resolved(where.source.path, from);
    const source = where.sources.find((one) => one.path === path);
    if (source) return aliasOf(type, { ...where, source });
  }
  return undefined;
}

const parts = (type: ESTree.TSType): ESTree.TSType[] => (type.type === 'TSUnionType' ? type.types : [type]);
const isNull = (type: ESTree.TSType): boolean => type.type === 'TSNullKeyword';

function keyOf(member: ESTree.TSPropertySignature): string {
  if (member.key.type === 'Identifier') return member.key.name;
  if (member.key.type === 'Literal') return String(member.key.value);
  throw new Error('a column has a name that is only known when the program runs');
}

function typeOf(member: ESTree.TSPropertySignature): ESTree.TSType {
  if (!member.typeAnnotation) throw new Error(`${keyOf(member)} has no type`);
  return member.typeAnnotation.typeAnnotation;
}

function unknown(type: ESTree.TSType, { source }: Where): Error {
  return new Error(`${source.path}: no column can be read from ${source.text.slice(type.start, type.end)}`);
}
