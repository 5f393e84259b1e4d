// The command line, as somebody at a terminal meets it.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testDatabase } from '../../test/world/database.ts';
import { runCommand } from './index.ts';
import { readText } from './read-file.ts';
import type { Terminal } from './terminal.ts';

const world = testDatabase();
let folder = '';
let server: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ugroup-cli-'));
  vi.stubEnv('UGROUP_DATA', join(folder, 'data'));
  vi.stubEnv('DATABASE_URL', world.url);
  vi.stubEnv('UGROUP_PORT', '0');
  vi.stubEnv('UGROUP_URL', 'http://localhost');
  vi.stubEnv('SMTP_URL', '');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
  await new Promise((done) => (server ? server.close(done) : done(undefined)));
  server = undefined;
});

async function typed(
  line: string,
  ...more: string[]
): Promise<{ code: number; said: string; wrong: string; progress: string[] }> {
  const said: string[] = [];
  const wrong: string[] = [];
  const progress: string[] = [];
  const terminal: Terminal = {
    say: (text) => said.push(text),
    complain: (text) => wrong.push(text),
    progress: (text) => progress.push(text),
    isStopped: () => false,
  };
  const code = await runCommand([...line.split(' ').filter(Boolean), ...more], terminal);
  return { code, said: said.join('\n'), wrong: wrong.join('\n'), progress };
}

test('help names each command on one line', async () => {
  const { code, said } = await typed('');
  expect(code).toBe(0);
  for (const name of [
    'doctor',
    'import groups',
    'import events',
    'import archive',
    'export group',
    'backup',
    'restore',
    'keeper',
    'mail',
  ]) {
    expect(said.split('\n').filter((line) => line.trim().startsWith(name))).toHaveLength(1);
  }
  expect((await typed('import groups --help')).said).toBe('import groups FILE [--source NAME]');
});

test.each([
  ['imprt', 'There is no command "imprt".'],
  ['--version', 'There is no option "--version" here.'],
  ['import', '"import" needs to know what: import groups or import events or import history or import archive.'],
  [
    'import people x',
    'There is no "import people", only import groups and import events and import history and import archive.',
  ],
  ['import groups', 'It needs a FILE.'],
  ['import groups a b', '"b" is more than it can take.'],
  ['import groups a --source', '"--source" needs a value.'],
  ['doctor --jsn', 'There is no option "--jsn" here.'],
  ['doctor --json=1', '"--json" takes no value.'],
])('"%s" is not understood, in a plain sentence and with code 2', async (line, sentence) => {
  const { code, said, wrong } = await typed(line);
  expect({ code, said }).toEqual({ code: 2, said: '' });
  expect(wrong).toBe(`${sentence} See: ugroup help`);
});

test('doctor finds nothing wrong here, as lines and as JSON, and makes nothing', async () => {
  const lines = await typed('doctor');
  expect(lines.said).toContain('All is well.');
  expect(lines.said).toContain('will need https');
  expect(lines.code).toBe(0);
  const { ok, checks } = JSON.parse((await typed('doctor --json')).said) as { ok: boolean; checks: { name: string }[] };
  expect(ok).toBe(true);
  expect(checks.map((check) => check.name)).toEqual([
    ...['node', 'settings', 'port', 'data folder', 'disk', 'database', 'backups', 'mail', 'address', 'zones'],
  ]);
  expect((await readText(join(folder, 'data', 'secret'))) as object).toHaveProperty('wrong');
});

test('backup where no database ever was keeps nothing, and says that the settings are missing', async () => {
  vi.stubEnv('DATABASE_URL', '');
  const { code, said, wrong } = await typed('backup');
  expect([code, said]).toEqual([1, '']);
  expect(wrong).toContain('There is no database in');
  expect(existsSync(join(folder, 'data', 'postgres'))).toBe(false);
});

test('doctor says what is wrong, gives 1, and prints no secret', async () => {
  const other = createServer((socket) => socket.destroy());
  server = other;
  const port = await new Promise<number>((done) => {
    other.listen(0, () => done((other.address() as { port: number }).port));
  });
  vi.stubEnv('UGROUP_PORT', String(port));
  vi.stubEnv('UGROUP_URL', 'http://groups.example.org');
  vi.stubEnv('DATABASE_URL', 'postgres://me:hunter2@127.0.0.1:1/none');
  vi.stubEnv('SMTP_URL', 'smtp://me:hunter2@127.0.0.1:1');
  vi.stubEnv('UGROUP_SECRET', 'hunter2-secret');
  const { code, said } = await typed('doctor');
  expect(code).toBe(1);
  expect(said).not.toContain('hunter2');
  const bad = said.split('\n').filter((line) => line.startsWith('BAD'));
  expect(bad.map((line) => line.slice(5, 17).trim())).toEqual(['port', 'database', 'mail', 'address']);
  const offline = JSON.parse((await typed('doctor --json --offline')).said) as {
    checks: { name: string; ok: boolean }[];
  };
  expect(offline.checks.filter((check) => !check.ok).map((check) => check.name)).toEqual(['port', 'address']);
});

test('doctor words a setting that cannot be meant', async () => {
  vi.stubEnv('UGROUP_PORT', 'many');
  const { code, said } = await typed('doctor');
  expect(code).toBe(1);
  expect(said).toContain('UGROUP_PORT should be a whole number');
});

test('a list of groups is brought in and told row by row', async () => {
  const file = join(folder, 'My list.csv');
  writeFileSync(file, 'name,place\nGo Riga,"Riga, Latvia"\ngo riga,"Latvia, Riga"\n,\nNowhere,\n');
  const { code, said, progress } = await typed('import groups', file);
  expect(said.split('\n')).toEqual([
    '  line 3: duplicate: its name and place are those of line 2, Go Riga',
    '  line 5: skipped: nothing in it tells its time zone: no zone, no country, no usable coordinates',
    '3 groups read, 1 new, 0 changed, 0 the same, 1 duplicate, 1 skipped.',
    'Known as the list "My list". They are unclaimed, and nobody was mailed.',
  ]);
  expect(code).toBe(0);
  expect(progress).toEqual(['3 of 3 groups']);
  expect((await typed('import groups', file)).said).toContain('3 groups read, 0 new, 0 changed, 1 the same');
});

test('a file that is not there, or holds something else, is said and nothing happens', async () => {
  expect(await typed('import groups', join(folder, 'none.csv'))).toMatchObject({ code: 1, said: '' });
  const file = join(folder, 'other.json');
  writeFileSync(file, '{"a":1}');
  expect((await typed('import events', file)).wrong).toBe(
    'other.json holds no JSON list of evenings. Nothing was brought in.',
  );
  expect((await typed('import events', folder)).wrong).toContain('is a folder');
});

test('texts of other programs are read in their own encoding', async () => {
  const file = join(folder, 'text');
  writeFileSync(file, Buffer.from('Zürich', 'latin1'));
  expect(await readText(file)).toEqual({ text: 'Zürich' });
  writeFileSync(file, Buffer.from('\ufeffZürich', 'utf16le'));
  expect(await readText(file)).toEqual({ text: 'Zürich' });
});

test('keeper prints a link while nobody keeps the server, mail counts the outbox', async () => {
  const { code, said } = await typed('keeper');
  expect(code).toBe(0);
  expect(said).toMatch(/^http:\/\/localhost\/keeper\/\S{40,}$/m);
  await world.database.pool.query(`
    insert into people.person (person_id, address, address_key, lang, created_at, asked_at, proved_at, is_keeper)
    values (gen_random_uuid(), 'keeper@example.org', 'keeper@example.org', 'en', now(), now(), now(), true)`);
  expect(await typed('keeper')).toMatchObject({ code: 1, said: '', wrong: 'This server has a keeper already.' });
  expect((await typed('mail')).said).toContain('Waiting: 0 (0 could leave now)');
});
