// A backup counts only once it was put back and the house stood on it: taken in a rush, restored into a new cluster, started.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runBackup } from '#archive';
import { seatDesk } from '#events';
import { openBackup } from '#kit/backup/open-backup.ts';
import type { Id } from '#kit/id.ts';
import { silentLog } from '#kit/log.ts';
import { mailPause, queueMails, type Transport } from '#kit/mail/index.ts';
import { joinPostgres } from '#kit/postgres/index.ts';
import { runCommand } from '../src/commands/index.ts';
import { type House, startHouse } from '../src/start.ts';
import { makePerson, type TestHouse, testHouse, visit } from './visit.ts';
import { makeEvent, makeGroup } from './world.ts';

const house = testHouse();
const folder = mkdtempSync(join(tmpdir(), 'ugroup-drill-'));
const backups = join(folder, 'backups');
const into = join(folder, 'restored');
const acknowledged = { before: new Set<string>(), all: new Set<string>() };
let file = '';
let event: Awaited<ReturnType<typeof makeEvent>>;
let organiser: Id<'people.person'>;

const wish = (more = {}) => ({
  db: house.db,
  url: house.ground.url,
  config: house.ground.config,
  folder: backups,
  now: house.ground.now(),
  ...more,
});

beforeAll(async () => {
  const world = await makeGroup(house, { name: 'Drillers' });
  organiser = world.organiser;
  event = await makeEvent(house, world, { cap: 60 });
  mkdirSync(join(house.ground.config.data, 'mail'), { recursive: true });
  writeFileSync(join(house.ground.config.data, 'mail', '2026-01-01T00-00-00-kept.eml'), 'Subject: kept\r\n\r\nkept');
  const guests = await Promise.all(Array.from({ length: 160 }, (_, n) => makePerson(house, `Guest ${n}`)));
  const desk = seatDesk(house.ground);
  const take = async (person: Id<'people.person'>) => {
    await desk.ask(event, { kind: 'take', person, party: 1, via: 'page' });
    acknowledged.all.add(person);
  };
  for (const person of guests.slice(0, 40)) await take(person);
  for (const person of acknowledged.all) acknowledged.before.add(person);
  const rush = async () => {
    for (let at = 40; at < guests.length; at += 4) await Promise.all(guests.slice(at, at + 4).map(take));
  };
  const ran = await halfWay(() => runBackup(wish()), rush);
  if ('went_wrong' in ran) throw new Error(ran.sentence);
  file = ran.file;
}, 120_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Does `work` while the backup has copied the rows of seats and not yet their sums: it is held up at `events.message`,
 * which stands between them and which no seat touches.
 */
async function halfWay<T>(backup: () => Promise<T>, work: () => Promise<void>): Promise<T> {
  const { pool } = house.database;
  const holder = await pool.connect();
  try {
    await holder.query('begin; set local idle_in_transaction_session_timeout = 0; lock table events.message');
    const taken = backup();
    await vi.waitUntil(async () => {
      const { rows } = await pool.query(
        `select from pg_locks where not granted and relation = 'events.message'::regclass`,
      );
      return rows.length > 0;
    }, 10_000);
    await work();
    await holder.query('commit');
    return await taken;
  } finally {
    holder.release(true);
  }
}

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

describe('a backup taken while seats are taken', () => {
  it('is one private file, noted, with nothing unfinished beside it', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(backups)).toHaveLength(1);
    const noted = await house.db.selectFrom('archive.backup').select(['went_wrong', 'bytes']).execute();
    expect(noted).toEqual([{ went_wrong: null, bytes: statSync(file).size }]);
    // Seats went on being taken beside it.
    expect(acknowledged.all.size).toBeGreaterThan(acknowledged.before.size);
  });

  it('is put back into a new cluster, where every row adds up and the house stands', { timeout: 120_000 }, async () => {
    const done = await typed('restore', file, '--into', into);
    expect(done).toMatchObject({ code: 0, wrong: '' });
    expect(done.said).toContain('Its mails wait until you say go');
    expect(readdirSync(into).sort()).toEqual(['mail', 'postgres', 'secret']);
    expect(readFileSync(join(into, 'secret'), 'utf8').trim()).toBe(house.ground.config.secret);
    expect(readdirSync(join(into, 'mail'))).toEqual(['2026-01-01T00-00-00-kept.eml']);
    await onRestored(async (restored, sent) => {
      await addsUp(restored);
      await signsIn(restored, sent);
      await mailsOnce(restored, sent);
    });
  });

  it('goes into an empty place and nowhere else, and says so', async () => {
    expect((await typed('restore', file, '--into', into)).wrong).toContain('There is something in');
    expect((await typed('restore', file, '--into', house.ground.url)).wrong).toMatch(
      /data[/]secret is another server|There is a Ugroup in that database already/,
    );
    vi.stubEnv('UGROUP_DATA', join(folder, 'fresh'));
    const occupied = await typed('restore', file, '--into', house.ground.url);
    expect(occupied).toMatchObject({ code: 1, said: '' });
    expect(occupied.wrong).toContain('There is a Ugroup in that database already');
    expect(existsSync(join(folder, 'fresh', 'secret'))).toBe(false);
    vi.unstubAllEnvs();
  });

  it('that was cut, bent or made by a newer version is refused, and leaves nothing', async () => {
    const bytes = readFileSync(file);
    const bad = join(folder, 'bad.zip');
    const target = join(folder, 'bad');
    writeFileSync(bad, bytes.subarray(0, bytes.length / 2));
    expect((await typed('restore', bad, '--into', target)).wrong).toContain('cut off');
    const bent = Buffer.from(bytes);
    bent.fill(0, 200, 260);
    writeFileSync(bad, bent);
    expect((await typed('restore', bad, '--into', target)).wrong).toMatch(/damaged|checksum/);
    expect(existsSync(target)).toBe(false);
    // What a killed restore left behind is no house, and is not taken for one.
    mkdirSync(join(target, '.restoring'), { recursive: true });
    expect((await typed('restore', file, '--into', target)).wrong).toContain('was interrupted. Delete the folder');
  });
});

it('a disk that is full leaves the backup that was there, and the keeper is told once', async () => {
  const keeper = await makePerson(house, 'Kim Keeper', { is_keeper: true });
  const before = readFileSync(file);
  let room = 5000;
  const openSink = () =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        room -= chunk.length;
        done(room < 0 ? Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }) : null);
      },
    });
  const keep = { daily: 7, weekly: 4, monthly: 12 };
  for (let night = 1; night <= 2; night++) {
    room = 5000;
    const now = house.ground.now().add({ hours: 24 * night });
    expect(await runBackup(wish({ now, keep, openSink }))).toMatchObject({ went_wrong: 'ENOSPC' });
  }
  expect(readdirSync(backups)).toHaveLength(1);
  expect(readFileSync(file)).toEqual(before);
  const told = await house.db.selectFrom('kit.mail').select('template').where('person_id', '=', keeper).execute();
  expect(told).toEqual([{ template: 'archive.backup-failed' }]);
});

/** The house on the restored folder, its postman running; nothing of it leaves but into `sent`. */
async function onRestored(work: (house: TestHouse, sent: string[]) => Promise<void>): Promise<void> {
  const postgres = await joinPostgres({ folder: join(into, 'postgres'), log: () => {} });
  if ('refused' in postgres) throw new Error(postgres.detail);
  const sent: string[] = [];
  const transport: Transport = {
    async send(message) {
      sent.push(`${String(message.subject)} ${String(message.text)}`);
      return { kind: 'accepted' };
    },
    close() {},
  };
  const config = { ...house.ground.config, data: into };
  let restored: House | undefined;
  try {
    restored = await startHouse({ config, url: postgres.url, log: silentLog(), works: true, transport });
    await restored.app.ready();
    await work({ ...restored, db: restored.ground.db } as TestHouse, sent);
  } finally {
    await restored?.stop();
    await postgres.stop();
  }
}

async function addsUp({ db }: TestHouse): Promise<void> {
  const rows = await db
    .selectFrom('events.enrolment')
    .select(['person_id', 'state'])
    .where('event_id', '=', event.event_id)
    .execute();
  const kept = new Set<string>(rows.map(({ person_id }) => person_id));
  expect([...acknowledged.before].filter((person) => !kept.has(person))).toEqual([]);
  expect([...kept].filter((person) => !acknowledged.all.has(person))).toEqual([]);
  const { rows: sums } = await sql`
    select t.taken - coalesce(sum(m.party) filter (where m.state = 'going'), 0) as taken_off,
      t.waiting - count(*) filter (where m.state = 'waitlisted') as waiting_off,
      count(*) filter (where m.state is distinct from (
        select l.to_state from events.enrolment_log l
        where l.group_id = m.group_id and l.event_id = m.event_id and l.person_id = m.person_id
        order by l.log_id desc limit 1)) as astray
    from events.tally t left join events.enrolment m using (group_id, event_id)
    where t.event_id = ${event.event_id} group by t.taken, t.waiting`.execute(db);
  expect(sums.map((row) => Object.values(row as object).map(Number))).toEqual([[0, 0, 0]]);
}

async function signsIn(restored: TestHouse, sent: string[]): Promise<void> {
  const { address } = await restored.db
    .selectFrom('people.person')
    .select('address')
    .where('person_id', '=', organiser)
    .executeTakeFirstOrThrow();
  const browser = visit(restored);
  const asked = await browser.post('/signin', { address });
  await restored.postman?.idle();
  const code = /(\d{3}) (\d{3})/.exec(sent.at(-1) ?? '');
  expect(code).not.toBeNull();
  await browser.post(asked.location ?? '', { code: `${code?.[1]}${code?.[2]}` });
  expect((await browser.get(`/g/drillers/e/${event.slug}/guests`)).status).toBe(200);
}

/** What waited when the backup was taken may have left since: nothing of it leaves until the keeper says so, once. */
async function mailsOnce(restored: TestHouse, sent: string[]): Promise<void> {
  const { db } = restored;
  const codes = sent.length;
  expect((await mailPause(db))?.doubtful).toBeGreaterThan(40);
  const { address } = await db
    .selectFrom('people.person')
    .select('address')
    .where('person_id', '=', organiser)
    .executeTakeFirstOrThrow();
  const args = { went_wrong: 'ENOSPC' };
  await queueMails(db, [{ template: 'archive.backup-failed', to: address, lang: 'en', args }]);
  await restored.postman?.idle();
  expect(sent).toHaveLength(codes);
  const keeper = await visit(restored).as(await makePerson(restored, 'Kofi', { is_keeper: true }));
  expect((await keeper.get('/keeper')).links).toContain('/keeper/mails');
  const page = await keeper.get('/keeper/mails');
  expect(page.text).toMatch(/[4-9]\d mails that waited then may have left already/);
  expect(page.text).toContain('One other came since');
  // Neither looking nor a post without the button is the word.
  await keeper.post('/keeper/mails', {});
  await restored.postman?.idle();
  expect(sent).toHaveLength(codes);
  const said = await keeper.follow(await keeper.post('/keeper/mails', { do: 'drop' }));
  expect(said.text).toMatch(/[4-9]\d mails were dropped\. The others leave\./);
  await restored.postman?.idle();
  expect(sent.slice(codes)).toEqual([expect.stringContaining('backup')]);
  expect(await mailPause(db)).toBeNull();
  expect((await keeper.get('/keeper/mails')).text).toContain('mails leave as always');
}

it('a backup holds every table of the house', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema', 'pgboss', 'public') and table_type = 'BASE TABLE'
      and table_schema || '.' || table_name not in ('kit.migration', 'kit.migration_lock')`.execute(house.db);
  const opened = await openBackup(file);
  opened.close();
  expect(opened.manifest.tables.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name).sort());
});
