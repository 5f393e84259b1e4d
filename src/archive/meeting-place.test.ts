// The platform closes in a few days. One command gives the list and a mail that is ready to go, although nothing of the
// outside works any more: no mail server, no address anybody can reach, nobody to sign in.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readCsv } from '#kit/csv.ts';
import { suppressAddress } from '#kit/mail/index.ts';
import { makePerson, testHouse } from '../../test/visit.ts';
import { runCommand } from '../commands/index.ts';
import { contentsOf } from './files-for-tests.ts';
import { type FullGroup, fullGroup } from './for-tests.ts';

const house = testHouse();
const folder = mkdtempSync(join(tmpdir(), 'ugroup-meeting-place-'));
let full: FullGroup;
let files: Map<string, string>;

beforeAll(async () => {
  full = await fullGroup(house, 'Lakeside, the last evening');
  // A hundred and fifty more, and one whose mailbox is gone.
  const people = await Promise.all(Array.from({ length: 150 }, (_, n) => makePerson(house, `Member ${n}`)));
  const joined_at = new Date();
  const { group_id } = full.group;
  await house.db
    .insertInto('groups.member')
    .values(people.map((person_id) => ({ group_id, person_id, joined_at })))
    .execute();
  const gone = await makePerson(house, 'Gone', { address: 'Gone@Example.org' });
  await house.db.insertInto('groups.member').values({ group_id, person_id: gone, joined_at }).execute();
  await suppressAddress(house.db, 'Gone@Example.org', 'smtp-550');
  vi.stubEnv('DATABASE_URL', house.database.pool.options.connectionString);
  vi.stubEnv('UGROUP_DATA', join(folder, 'data'));
  vi.stubEnv('UGROUP_URL', 'http://gone.invalid');
  vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function typed(...words: string[]): Promise<{ code: number; said: string; wrong: string }> {
  const said: string[] = [];
  const wrong: string[] = [];
  const code = await runCommand(words, {
    say: (line) => said.push(line),
    complain: (line) => wrong.push(line),
    progress: () => {},
    isStopped: () => false,
  });
  return { code, said: said.join('\n'), wrong: wrong.join('\n') };
}

test('one command packs the group', async () => {
  const file = join(folder, 'lakeside.zip');
  const { code, said, wrong } = await typed('export', 'group', full.group.slug, '--to', file);
  expect({ code, wrong }).toEqual({ code: 0, wrong: '' });
  expect(said).toContain('155 members');
  expect(said).toContain('final-mail-en-1.eml, final-mail-en-2.eml, final-mail-de-1.eml');
  expect(existsSync(file)).toBe(true);
  files = await contentsOf(file);
  // A second time it writes over nothing.
  expect(await typed('export', 'group', full.group.slug, '--to', file)).toMatchObject({ code: 1, said: '' });
  expect((await typed('export', 'group', 'nobody')).wrong).toBe('There is no group at /g/nobody.');
});

test('the list has every member with what they agreed to, and opens in a spreadsheet without doing anything', async () => {
  const table = readCsv(files.get('addresses.csv') ?? '');
  if (!table.ok) throw new Error(table.code);
  expect(table.columns.slice(0, 5)).toEqual(['Name', 'Mail address', 'Language', 'Joined on', 'Role']);
  expect(table.columns).toEqual(
    expect.arrayContaining(['Wants mail: announced', 'Wants mail: opened', 'Mail came back']),
  );
  expect(table.rows).toHaveLength(155);
  const cells = (name: string) => table.rows.map(({ cells }) => cells).find((one) => one.Name === name);
  expect(cells('O’Hara, "Kim"')).toMatchObject({ 'Wants mail: announced': 'false', 'Mail came back': 'false' });
  expect(cells('Gone')).toMatchObject({ 'Mail came back': 'true' });
  expect(files.get('addresses.csv')).toContain("'=cmd|calc");
});

test('the mail is ready: worded in each member’s language, addressed unseen, from the owner, and nobody twice', async () => {
  const mails = await Promise.all(
    [...files]
      .filter(([name]) => name.endsWith('.eml'))
      .map(async ([name, text]) => ({ name, mail: await simpleParser(text) })),
  );
  const bcc = mails.flatMap(({ mail }) =>
    [mail.bcc ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address)),
  );
  expect(bcc).toHaveLength(154);
  expect(new Set(bcc).size).toBe(154);
  expect(bcc).not.toContain('Gone@Example.org');
  const owner = await house.db
    .selectFrom('people.person')
    .select('address')
    .where('person_id', '=', full.organiser)
    .executeTakeFirstOrThrow();
  for (const { name, mail } of mails) {
    expect(mail.from?.value, name).toEqual([{ name: 'Priya Raman', address: owner.address }]);
    expect(mail.headers.get('x-unsent'), name).toBe('1');
    expect(mail.messageId, name).toBeUndefined();
    expect(files.get(name), name).not.toMatch(/^date:/im);
    expect(mail.text, name).toContain('Lakeside, the last evening');
    expect(mail.text, name).toContain(owner.address);
    expect(mail.text, name).not.toMatch(/[{}]|undefined/);
  }
  const german = mails.find(({ name }) => name === 'final-mail-de-1.eml');
  expect(german?.mail.subject).toBe('Lakeside, the last evening zieht um: Bitte heb diese Mail auf');
  expect(german?.mail.text).toContain('Als Nächstes: „Queues "and" <b>more</b>“');
});

test('nothing in it signs anybody in, and nobody is in it whose address is not proven or given', async () => {
  const all = [...files.values()].join('\n');
  const stranger = await makePerson(house, 'Nothing to do with it');
  expect(all).not.toContain(stranger);
  const { rows: secrets } = await sql<{ secret: string }>`
    select encode(token_hash, 'hex') as secret from groups.invitation
    union all select encode(token_hash, 'hex') from people.session
    union all select encode(code_hash, 'hex') from people.challenge`.execute(house.db);
  expect(secrets.length).toBeGreaterThan(0);
  expect(secrets.filter(({ secret }) => all.includes(secret))).toEqual([]);
  expect(all).not.toContain(house.ground.config.secret);
});
