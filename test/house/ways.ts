// Which way code may reach which: doors, order, pure rules, pages that are given what they show, light islands.
import {
  isProduct,
  isRoom,
  isScript,
  isTest,
  mayKnow,
  order,
  parsed,
  type Rule,
  resolved,
  roomOf,
  walk,
} from './source.ts';

const openRooms = ['kit', 'ui'];

/** Another room's code is reached only as `#room`. Kit and ui have no door: each of their files is open. */
export const throughTheDoor: Rule = (source) => {
  if (!source.path.startsWith('src/') || !isScript(source)) return [];
  const home = roomOf(source.path);
  return parsed(source).imports.flatMap(({ from }) => {
    if (from.startsWith('#')) {
      const [name = '', ...inner] = from.slice(1).split('/');
      if (openRooms.includes(name) || inner.length === 0) return [];
      return [`reaches into #${name} past its door: ${from}`];
    }
    if (!from.startsWith('.')) return [];
    const target = resolved(source.path, from);
    const room = roomOf(target);
    if (isTest(source) && target.startsWith('test/')) return [];
    if (room === home || (room === 'app' && isTest(source))) return [];
    if (room === 'app') return [`reaches what stands above the rooms: ${from}`];
    return [`reaches into ${room} by path: ${from}, where #${room} is its door`];
  });
};

/** A room knows only rooms below it. */
export const roomsKnowOnlyThoseBelow: Rule = (source) => {
  const home = roomOf(source.path);
  if (!isProduct(source) || home === 'app') return [];
  const imported = parsed(source)
    .imports.filter(({ from }) => from.startsWith('#'))
    .map(({ from }) => from.slice(1).split('/')[0] as string)
    .filter((room) => isRoom(room) && !mayKnow(home, room))
    .map((room) => `${home} knows ${room}, which stands above it`);
  return [...imported, ...namesFromAbove(source, home)];
};

// `Id<'events.event'>`, `Row<'events.event'>`: naming another room's table is knowing it.
const ofTables = ['Id', 'Row', 'NewRow', 'Change', 'newId', 'isId'];

function namesFromAbove(source: Parameters<Rule>[0], home: string): string[] {
  const complaints: string[] = [];
  const look = (name: string, written: string) => {
    if (!ofTables.includes(name)) return;
    for (const [, room = ''] of written.matchAll(/['"]([a-z]+)\.[a-z_]+['"]/g)) {
      if (isRoom(room) && !mayKnow(home, room)) complaints.push(`${home} names a table of ${room}: ${written}`);
    }
  };
  walk(source, {
    TSTypeReference(node) {
      if (node.typeName.type === 'Identifier') look(node.typeName.name, source.text.slice(node.start, node.end));
    },
    CallExpression(node) {
      if (node.callee.type !== 'Identifier' || !node.typeArguments) return;
      look(node.callee.name, source.text.slice(node.start, node.typeArguments.end));
    },
  });
  return complaints;
}

/** Kit imports no room, ui only kit. */
export const kitImportsNoRoom: Rule = (source) => {
  const home = roomOf(source.path);
  if (!openRooms.includes(home) || !isProduct(source)) return [];
  return parsed(source)
    .imports.map(({ from }) =>
      from.startsWith('#') ? (from.slice(1).split('/')[0] as string) : roomOf(resolved(source.path, from)),
    )
    .filter((room) => order.includes(room) && room !== 'app' && !mayKnow(home, room))
    .map((room) => `${home} imports ${room}`);
};

const isPure = (path: string) => /(^|[/-])(rules|may)\.ts$/.test(path) || /^src\/(forecast|press)\//.test(path);
const pureRooms = ['#forecast'];
const pureKit = ['#kit/time.ts', '#kit/money.ts', '#kit/line-breaks.ts', '#kit/compare-key.ts'];
/** What sets type and draws pages brings no world along: it is handed its fonts and pictures, and gives bytes. */
const pureTools: Record<string, string[]> = { press: ['pdfkit'] };

/**
 * Rules import types, each other, time and money: no database, no clock, no web, no chance. A law may be made of a lower
 * room's law, which comes through its door and begins with `may`.
 */
export const rulesArePure: Rule = (source) => {
  if (!isPure(source.path) || !isProduct(source)) return [];
  const complaints = parsed(source)
    .imports.filter(({ from, isType, names }) => {
      if (
        isType ||
        pureKit.includes(from) ||
        pureRooms.includes(from) ||
        pureTools[roomOf(source.path)]?.includes(from)
      )
        return false;
      if (/^#[a-z]+$/.test(from) && names.every((name) => /^may[A-Z]/.test(name))) return false;
      return !(from.startsWith('.') && isPure(resolved(source.path, from)));
    })
    .map(({ from }) => `imports ${from}, which is neither a type, a rule, time nor money`);
  walk(source, {
    AwaitExpression: () => complaints.push('waits for something'),
    CallExpression(node) {
      const written = source.text.slice(node.callee.start, node.callee.end);
      if (/^(Date\.now|Math\.random|performance\.now|Temporal\.Now\.\w+|fetch|crypto\.\w+|setTimeout)$/.test(written)) {
        complaints.push(`asks ${written}()`);
      }
    },
    NewExpression(node) {
      if (source.text.slice(node.callee.start, node.callee.end) === 'Date' && node.arguments.length === 0) {
        complaints.push('asks the clock: new Date()');
      }
    },
    MemberExpression(node) {
      if (node.object.type === 'Identifier' && node.object.name === 'process') complaints.push('looks at the process');
    },
  });
  return complaints;
};

const isPage = (path: string) =>
  /^src\/[^/]+\/(pages|mails)\//.test(path) || (path.startsWith('src/ui/') && !/\/(send\.ts$|islands[./])/.test(path));
const fetchers =
  /^(#kit\/(db|jobs|limits|page-cache|ground|migrate)\.ts|kysely|pg|pg-boss|fastify|node:(fs|http|https|net|child_process)(\/.*)?)$/;

/** Pages, mails and the look are given what they show: they ask neither the database nor anybody else. */
export const pagesDoNotFetch: Rule = (source) => {
  if (!isPage(source.path) || !isProduct(source)) return [];
  const complaints = parsed(source)
    .imports.filter(({ from, isType }) => !isType && (fetchers.test(from) || /(^|\/)(queries|search)\.ts$/.test(from)))
    .map(({ from }) => `imports ${from}`);
  walk(source, {
    CallExpression(node) {
      const { callee } = node;
      if (callee.type === 'Identifier' && callee.name === 'fetch') complaints.push('calls fetch()');
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (/^(selectFrom|insertInto|updateTable|deleteFrom|execute\w*)$/.test(callee.property.name)) {
        complaints.push(`asks the database: ${callee.property.name}`);
      }
    },
    TaggedTemplateExpression(node) {
      if (source.text.slice(node.tag.start, node.tag.end).startsWith('sql')) complaints.push('asks the database: sql');
    },
  });
  return complaints;
};

/** What an island may bring along from outside, by room. A camera's pictures are read by a library. */
const islandTools: Record<string, string[]> = { door: ['qr/decode.js'] };

/**
 * An island brings nothing along but Preact, time, slips, pages kept offline, its own folder and its room's rules, which bring nothing themselves:
 * what it costs is what it says.
 */
export const islandsStayLight: Rule = (source) => {
  if (!/^src\/[^/]+\/islands\//.test(source.path) || !isProduct(source)) return [];
  const home = roomOf(source.path);
  return parsed(source)
    .imports.filter(({ from, isType }) => {
      if (
        isType ||
        /^(preact(\/.*)?|#kit\/(time|slip|offline-page)\.ts)$/.test(from) ||
        islandTools[home]?.includes(from)
      )
        return false;
      if (!from.startsWith('.')) return true;
      const target = resolved(source.path, from);
      const isOwn = target.startsWith(`src/${home}/islands/`) || (isPure(target) && roomOf(target) === home);
      return !isOwn;
    })
    .map(({ from }) => `brings ${from} into the browser`);
};
