// Read down, write home: which room's tables a piece of code reads, and which it changes.
import type { ESTree } from 'vite';
import { isProduct, isRoom, mayKnow, type Rule, roomOf, type Source, textOf, walk } from './source.ts';

type Touch = { table: string; writes: boolean };

/**
 * A room selects from its own tables and those below it; it inserts, updates and deletes only in its own. What stands
 * above the rooms (the command line, the demo town) has none of its own, so it may look and never write.
 */
export const readDownWriteHome: Rule = (source) => {
  if (!isProduct(source)) return [];
  const home = roomOf(source.path);
  return touchesOf(source).flatMap(({ table, writes }) => {
    const room = table.split('.')[0] as string;
    if (!isRoom(room)) return [];
    if (writes && room !== home) return [`${home} writes ${table}`];
    if (!writes && !mayKnow(home, room)) return [`${home} reads ${table}`];
    return [];
  });
};

/** A table's name is written out where it is used, so that one search finds every use. */
export const tablesAreWrittenOut: Rule = (source) => {
  if (!isProduct(source)) return [];
  const complaints: string[] = [];
  walk(source, {
    CallExpression(node) {
      const name = methodOf(node);
      if (!name || !(name in kyselyWords) || name === 'from') return;
      const [first] = node.arguments;
      if (first?.type !== 'TemplateLiteral' || first.expressions.length === 0) return;
      complaints.push(`${name} of a name put together: ${source.text.slice(first.start, first.end)}`);
    },
  });
  return complaints;
};

const kyselyWords: Record<string, 'read' | 'write'> = {
  insertInto: 'write',
  replaceInto: 'write',
  updateTable: 'write',
  deleteFrom: 'write',
  mergeInto: 'write',
  selectFrom: 'read',
  from: 'read',
  using: 'read',
  innerJoin: 'read',
  leftJoin: 'read',
  rightJoin: 'read',
  fullJoin: 'read',
  crossJoin: 'read',
  innerJoinLateral: 'read',
  leftJoinLateral: 'read',
};

function touchesOf(source: Source): Touch[] {
  const touches: Touch[] = [];
  walk(source, {
    CallExpression(node) {
      const word = kyselyWords[methodOf(node) ?? ''];
      if (!word) return;
      const [first] = node.arguments;
      const named = first?.type === 'ArrayExpression' ? first.elements : [first];
      for (const one of named) {
        const table = /^([a-z]+\.[a-z_]+)\b/.exec(textOf(one as ESTree.Node | undefined) ?? '')?.[1];
        if (table) touches.push({ table, writes: word === 'write' });
      }
    },
    TemplateLiteral(node) {
      // Whatever is put in stands for a value or a piece that is looked at where it is written.
      touches.push(...touchesOfSql(node.quasis.map(({ value }) => value.cooked ?? value.raw).join(' $ ')));
    },
    Literal(node) {
      if (typeof node.value === 'string') touches.push(...touchesOfSql(node.value));
    },
  });
  return touches;
}

const written =
  /\b(insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?([a-z]+)\.("?)([a-z_]+)\3/gi;
const mentioned = /\b(?:from|join|using|into|update|,)\s+(?:only\s+|lateral\s+)?([a-z]+)\.("?)([a-z_]+)\2/gi;

function touchesOfSql(text: string): Touch[] {
  if (!/\b(select|insert|update|delete|merge|truncate|from|join)\b/i.test(text)) return [];
  const touches: Touch[] = [];
  for (const [, , room, , table] of text.matchAll(written)) touches.push({ table: `${room}.${table}`, writes: true });
  const writes = new Set(touches.map(({ table }) => table));
  for (const [, room, , table] of text.matchAll(mentioned)) {
    if (!writes.has(`${room}.${table}`)) touches.push({ table: `${room}.${table}`, writes: false });
  }
  return touches;
}

function methodOf(node: ESTree.CallExpression): string | null {
  const { callee } = node;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : null;
}
