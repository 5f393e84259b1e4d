// The house rules, checked on the source as text. Each rule first catches something planted, then finds nothing real.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#kit/root.ts';
import { askedAtDoors, askingTooMuch, MOST_ASKED } from './house/doors.ts';
import { laws } from './house/laws.ts';
import { productWords } from './house/nouns.ts';
import { order, readHouse } from './house/source.ts';

const house = readHouse();

describe('in this house', () => {
  it.each(laws)('$says', ({ rule, exceptions = {} }) => {
    const found = house.flatMap((source) => rule(source).map((complaint) => `${source.path} ${complaint}`));
    expect(found.filter((complaint) => !(complaint.split(' ')[0]! in exceptions))).toEqual([]);
    // An exception that nothing needs any more goes.
    expect(
      Object.keys(exceptions).filter((path) => !found.some((complaint) => complaint.startsWith(`${path} `))),
    ).toEqual([]);
  });

  it('no room asks another for more than fifteen names', () => {
    expect(askingTooMuch(house)).toEqual([]);
    expect(askedAtDoors(house).get('season ← events')?.size).toBeGreaterThan(5);
    // Planted: one name more than allowed, spread over two files; and a door taken whole.
    const names = Array.from({ length: MOST_ASKED }, (_, n) => `name${n}`);
    const asks = (path: string, text: string) => ({ path, text: `// X.\nimport ${text} from '#events';` });
    const allowed = asks('src/season/a.ts', `{ ${names.join(', ')}, type Event }`);
    expect(askingTooMuch([allowed, asks('src/site/b.ts', '{ another }')])).toEqual([]);
    expect(askingTooMuch([allowed, asks('src/season/b.ts', '{ another }')])).toEqual(['season ← events: 16 names']);
    expect(askingTooMuch([asks('src/site/b.ts', '* as events')])).toEqual(['site ← events: everything']);
  });

  it('every migration has a number of its own', () => {
    const numbers = house.flatMap(({ path }) => /^db\/migrations\/(\d{4})-/.exec(path)?.[1] ?? []);
    expect(numbers).toEqual([...new Set(numbers)]);
    expect(numbers.length).toBeGreaterThan(3);
  });

  it('the script of an island is smaller than a photograph of a stamp: 4 kB, zipped', async () => {
    const entryPoints = house
      .map(({ path }) => path)
      .filter((path) => /^src\/(ui\/islands\.ts|[^/]+\/islands\/[^/]+\.tsx?)$/.test(path));
    expect(entryPoints).toContain('src/ui/islands.ts');
    const { outputFiles } = await build({
      absWorkingDir: projectRoot,
      entryPoints,
      outdir: 'out',
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      jsx: 'automatic',
      jsxImportSource: 'preact',
    });
    // A phone at the door works without a network, so its page brings along all it does, and how codes are read: two stamps' album.
    const most = (path: string) => (path.endsWith('/door/islands/phone.js') ? 32 * 1024 : 4096);
    const heavy = outputFiles.filter(({ path, contents }) => gzipSync(contents).length > most(path));
    expect(heavy.map(({ path }) => path)).toEqual([]);
  });
});

describe('what is looked at', () => {
  it('is the whole house, in its order', () => {
    expect(order.slice(0, 2)).toEqual(['kit', 'ui']);
    expect(order.slice(2, 14)).toEqual([
      'people',
      'groups',
      'venues',
      'forecast',
      'press',
      'events',
      'door',
      'numbers',
      'season',
      'tonight',
      'faq',
      'site',
    ]);
    const rooms = new Set(house.map(({ path }) => path.split('/')[1]));
    for (const room of order.slice(0, -1)) expect(rooms).toContain(room);
    expect(productWords().size).toBeGreaterThan(40);
  });

  it.each(laws.flatMap(({ says, rule, bad }) => bad.map(([path, text]) => ({ says, rule, path, text }))))(
    'what breaks "$says" is caught in $path',
    ({ rule, path, text }) => expect(rule({ path, text })).not.toEqual([]),
  );

  it.each(laws.flatMap(({ says, rule, good = [] }) => good.map(([path, text]) => ({ says, rule, path, text }))))(
    'what keeps "$says" is left alone in $path',
    ({ rule, path, text }) => expect(rule({ path, text })).toEqual([]),
  );
});
