// The schema travels: what a migration may not contain, so that a group's rows can be spread over a cluster.
import type { Rule } from './source.ts';

const forbidden: [RegExp, string][] = [
  [/\b(small|big)?serial\b/i, 'a serial: ids are made by the application'],
  [/\bgenerated\s+(always|by\s+default)\s+as\s+identity\b/i, 'an identity column: ids are made by the application'],
  [/\bcreate\s+sequence\b|\bnextval\s*\(/i, 'a sequence: ids are made by the application'],
  [/\bexclude\s+(using\b|\()/i, 'an exclusion constraint'],
  [/(?<!not\s)\bdeferrable\b|\binitially\s+deferred\b/i, 'a deferrable constraint'],
  [/\bpg_(try_)?advisory_\w+/i, 'an advisory lock'],
  [/^\s*(listen|unlisten|notify)\s+\w+|\bpg_notify\s*\(/im, 'LISTEN or NOTIFY'],
  [/\bcreate\s+(local\s+|global\s+)?(temp|temporary|unlogged)\b/i, 'a temporary or unlogged table'],
  [/\btimestamp\b(?!tz|\s+with\s+time\s+zone)/i, 'a timestamp without a zone'],
  [/\btime\s+without\s+time\s+zone\b/i, 'a time without a zone'],
  [/\bset_config\s*\(|\bcurrent_setting\s*\(/i, 'a session setting'],
];

/** Migrations are free of what a cluster cannot do or what rightness may not hang on. */
export const migrationsTravel: Rule = ({ path, text }) => {
  if (!path.endsWith('.sql')) return [];
  const sql = withoutComments(text);
  return forbidden.filter(([found]) => found.test(sql)).map(([, what]) => `has ${what}`);
};

/** Every key and constraint has a name: spreading a table drops and re-adds them, and errors are matched by it. */
export const constraintsAreNamed: Rule = ({ path, text }) => {
  if (!path.endsWith('.sql')) return [];
  const sql = withoutComments(text).replace(/\$\$[\s\S]*?\$\$/g, '');
  const complaints: string[] = [];
  for (const [, table = '', body = ''] of sql.matchAll(
    /create\s+table\s+(?:if\s+not\s+exists\s+)?([\w."]+)\s*\(([\s\S]*?)\n\)/gi,
  )) {
    for (const item of itemsOf(body)) {
      const found = /\b(primary\s+key|unique|foreign\s+key|references|check)\b/i.exec(item);
      if (found && !/^constraint\s+\w+/i.test(item))
        complaints.push(`${table} has a ${found[0].toLowerCase()} without a name`);
    }
  }
  for (const [statement] of sql.matchAll(
    /alter\s+table[^;]*\badd\s+(primary\s+key|unique|foreign\s+key|check)\b[^;]*/gi,
  )) {
    complaints.push(`adds a constraint without a name: ${statement.slice(0, 60)}`);
  }
  return complaints;
};

/** Each migration is numbered and named after its room, and makes tables only in that room's schema. */
export const migrationsStayHome: Rule = ({ path, text }) => {
  if (!path.endsWith('.sql')) return [];
  const named = /^db\/migrations\/\d{4}-([a-z]+)\.sql$/.exec(path);
  if (!named) return ['is not named 0000-room.sql'];
  // The kit keeps its mails in a file of their own.
  const home = named[1] === 'mail' ? 'kit' : (named[1] as string);
  const touched = [
    ...withoutComments(text).matchAll(/\b(?:create|alter|drop)\s+table\s+(?:if\s+(?:not\s+)?exists\s+)?([a-z]+)\./gi),
  ];
  return touched
    .filter(([, schema]) => schema !== home)
    .map(([statement]) => `is about ${home} and says: ${statement}…`);
};

export function withoutComments(sql: string): string {
  return sql.replace(/--.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
}

/** Splits the inside of a table's parentheses at the commas that belong to it. */
export function itemsOf(body: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let item = '';
  for (const letter of body) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter === ',' && depth === 0) {
      items.push(item.trim());
      item = '';
    } else item += letter;
  }
  return [...items, item.trim()].filter((one) => one !== '');
}
