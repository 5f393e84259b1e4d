// The embedded PostgreSQL comes up wherever Ugroup was cloned to, and as whomever it is started.
import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Binaries, copyBinaries, findBinaries, linkLibraries } from './binaries.ts';
import { parentOf } from './life.ts';
import { isRefusal } from './refusal.ts';
import { canRun } from './run-as.ts';
import { ask, asRoot, lives, socketFolderOf, type Trial, trial } from './trial-for-tests.ts';

const trials: Trial[] = [];
function newTrial(name?: string, mode?: number): Trial {
  const made = trial(name, mode);
  trials.push(made);
  return made;
}
afterEach(async () => {
  for (const made of trials.splice(0)) await made.tidy();
});

describe('where', () => {
  it('comes up on a long path with spaces, quotes and letters of other scripts, safe and private', async () => {
    const there = newTrial(`Größe "東京" it's, ${'long '.repeat(30)}`);
    const postgres = await there.serve();
    expect(postgres.how).toBe('owned');
    expect(postgres.healthy()).toBe(true);
    const [made] = await ask<Record<string, string>>(
      postgres.url,
      `select current_database() as name, current_setting('fsync') || current_setting('full_page_writes') ||
         current_setting('synchronous_commit') || current_setting('data_checksums') as safe,
         current_setting('listen_addresses') as listens, current_setting('password_encryption') as password,
         lower('ÄÖ ПРИВЕТ') as lower, current_setting('data_directory') as folder,
         (select pg_encoding_to_char(encoding) || datlocprovider::text || datlocale from pg_database where datname = 'ugroup') as letters`,
    );
    expect(made).toEqual({
      name: 'ugroup',
      safe: 'onononon',
      listens: '',
      password: 'scram-sha-256',
      lower: 'äö привет',
      folder: join(there.folder, 'data'),
      letters: 'UTF8bC.UTF-8',
    });
    const socket = socketFolderOf(postgres.url);
    expect(Buffer.byteLength(join(socket, '.s.PGSQL.5432'))).toBeLessThan(103);
    expect(statSync(socket).mode & 0o777).toBe(0o700);
    expect(statSync(join(there.folder, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(there.folder, 'postgres.log')).mode & 0o777).toBe(0o600);
    await expect(ask(postgres.url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
  });

  it('gives two copies side by side a server each', async () => {
    const [one, two] = [newTrial(), newTrial()];
    const [first, second] = await Promise.all([one.serve(), two.serve()]);
    expect(first.pid).not.toBe(second.pid);
    await ask(first.url, 'create table mine ()');
    await expect(ask(second.url, 'select from mine')).rejects.toThrow(/does not exist/);
    await first.stop();
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps address, password and rows over a stop and a start, and the last log beside the new one', async () => {
    const there = newTrial();
    const first = await there.serve();
    await ask(first.url, 'create table kept as select 7 as seven');
    await first.stop();
    expect(lives(first.pid)).toBe(false);
    const second = await there.serve();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select seven from kept')).toEqual([{ seven: 7 }]);
    expect(readFileSync(join(there.folder, 'postgres.log.1'), 'utf8')).toContain('is shut down');
  });

  it('writes no statement and no value into its log', async () => {
    const there = newTrial();
    const postgres = await there.serve();
    await ask(postgres.url, 'create table person (address text unique)');
    await ask(postgres.url, `insert into person values ('ada@example.org')`);
    await expect(ask(postgres.url, `insert into person values ('ada@example.org')`)).rejects.toThrow(/duplicate/);
    await expect(ask(postgres.url, `select 'ada@example.org'::uuid`)).rejects.toThrow(/ada@example.org/);
    expect(readFileSync(join(there.folder, 'postgres.log'), 'utf8')).not.toContain('ada@');
  });
});

describe('as whom', () => {
  const ordinary = { uid: 65534, gid: 65534 };

  it('runs as an ordinary user under its own name', async (context) => {
    const there = newTrial();
    if (!asRoot) {
      const postgres = await there.serve();
      expect(ownerOf(postgres.pid)).toBe(process.geteuid?.());
      return;
    }
    if (!canRunNode(ordinary)) context.skip("node's own program lies where an ordinary user cannot enter");
    chownSync(join(there.folder, '..'), ordinary.uid, ordinary.gid);
    const { pid, how, ugroup } = await there.child(ordinary);
    expect(how).toBe('owned');
    expect(ownerOf(pid)).toBe(ordinary.uid);
    expect(parentOf(pid)).toBe(ugroup.pid);
    expect(lstatSync(join(there.folder, 'data')).uid).toBe(ordinary.uid);
    // Root's commands join an ordinary user's server, too.
    const joined = await there.join();
    expect(joined.how).toBe('joined');
    expect(await ask(joined.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.runIf(asRoot)('runs as a user that is only a number, or says what that user lacks', async (context) => {
    const nameless = { uid: 54_321, gid: 54_321 };
    if (!canRunNode(nameless)) context.skip("node's own program lies where an ordinary user cannot enter");
    const there = newTrial();
    chownSync(join(there.folder, '..'), nameless.uid, nameless.gid);
    const got = await there.child(nameless);
    if ('refused' in got) expect(got).toMatchObject({ refused: 'kit.postgres.no_unprivileged_user' });
    else expect(ownerOf(got.pid)).toBe(nameless.uid);
  });

  it.runIf(asRoot)(
    'runs as root inside a namespace, below a folder only root may enter, and gives no file away',
    async (context) => {
      const there = newTrial('data', 0o700);
      const postgres = await there.serve();
      if (existsSync(join(there.folder, 'elsewhere'))) context.skip('this machine allows no user namespaces');
      expect(await ask(postgres.url, 'select current_setting($$is_superuser$$) as boss')).toEqual([{ boss: 'on' }]);
      expect(parentOf(postgres.pid)).toBe(process.pid);
      expect(lstatSync(join(there.folder, 'data')).uid).toBe(0);
      await postgres.stop();
      expect(lives(postgres.pid)).toBe(false);
    },
  );

  it.runIf(asRoot)('runs as root without namespaces as an ordinary user, who is given the data', async () => {
    const there = newTrial();
    const postgres = await there.serve({ only: 'user', elsewhere: join(there.folder, '..', 'elsewhere') });
    expect(ownerOf(postgres.pid)).not.toBe(0);
    expect(lstatSync(join(there.folder, 'data')).uid).toBe(ownerOf(postgres.pid));
    expect(lstatSync(socketFolderOf(postgres.url)).uid).toBe(ownerOf(postgres.pid));
    expect(lstatSync(join(there.folder, 'password')).uid).toBe(0);
    await postgres.stop();
    // Once theirs, it stays theirs, also when namespaces come back.
    const again = await there.serve();
    expect(ownerOf(again.pid)).not.toBe(0);
  });

  it.runIf(asRoot)('moves data and programs where that user can enter, and finds them again', async () => {
    const there = newTrial('data', 0o700);
    const open = newTrial();
    // As in a clone below root's home: neither the data nor the programs can be reached.
    const hidden = copyBinaries(installed(), join(there.folder, '..', 'node_modules'));
    const layout = { only: 'user' as const, elsewhere: join(open.folder, '..', 'var'), binaries: hidden };
    const before = await there.serve();
    await ask(before.url, 'create table kept as select 7 as seven');
    await before.stop();
    const postgres = await there.serve(layout);
    const moved = there.lines.find(({ event }) => event === 'postgres.moved');
    expect(moved?.to).toMatch(layout.elsewhere);
    expect(await ask(postgres.url, 'select seven from kept')).toEqual([{ seven: 7 }]);
    expect(ownerOf(postgres.pid)).not.toBe(0);
    expect(readlinkSync(`/proc/${postgres.pid}/exe`)).toMatch(layout.elsewhere);
    expect(existsSync(join(there.folder, 'data'))).toBe(false);
    expect(readFileSync(join(there.folder, 'elsewhere'), 'utf8')).toContain(String(moved?.to));
    const second = await there.refusal(layout);
    expect(second.refused).toBe('kit.postgres.second_server');
    await postgres.stop();
    const again = await there.serve(layout);
    expect(await ask(again.url, 'select seven from kept')).toEqual([{ seven: 7 }]);
    expect(there.lines.filter(({ event }) => event === 'postgres.moved')).toHaveLength(1);
  });

  it.runIf(asRoot)('says so in plain words when there is no place that user can enter', async () => {
    const there = newTrial('data', 0o700);
    const layout = { only: 'user' as const, elsewhere: join(there.folder, '..', 'var') };
    const refusal = await there.refusal(layout);
    expect(refusal.refused).toBe('kit.postgres.no_unprivileged_user');
    expect(refusal.detail).toContain('UGROUP_DATA');
    expect(existsSync(join(there.folder, 'elsewhere'))).toBe(false);
  });
});

describe('the programs', () => {
  it('are copied whole, with the links npm leaves out, and a copy that is somebody else’s is not trusted', () => {
    const there = newTrial();
    const into = join(there.folder, '..', 'var');
    const copy = copyBinaries(installed(), into);
    expect(canRun({ how: 'self' }, copy.postgres)).toBe(true);
    if (!asRoot) return;
    writeFileSync(join(copy.native, 'mark'), '');
    expect(existsSync(join(copyBinaries(installed(), into).native, 'mark'))).toBe(true);
    chownSync(copy.native, 65534, 65534);
    expect(existsSync(join(copyBinaries(installed(), into).native, 'mark'))).toBe(false);
  });

  it('run after an install without scripts, which made no links', () => {
    const there = newTrial();
    const copy = copyBinaries(installed(), join(there.folder, '..', 'var'));
    const links = readdirSync(join(copy.native, 'lib')).filter((name) => /^libicu.*so/.test(name));
    for (const name of links)
      if (lstatSync(join(copy.native, 'lib', name)).isSymbolicLink()) rmSync(join(copy.native, 'lib', name));
    if (process.platform === 'linux') expect(canRun({ how: 'self' }, copy.postgres)).toBe(false);
    linkLibraries(copy.native);
    expect(canRun({ how: 'self' }, copy.postgres)).toBe(true);
  });
});

describe('not at all', () => {
  it('tells people on musl to set DATABASE_URL', () => {
    const refusal = findBinaries(true);
    expect(refusal).toMatchObject({
      refused: 'kit.postgres.musl',
      detail: expect.stringContaining('DATABASE_URL') as string,
    });
  });

  it('does not touch a folder that holds something else', async () => {
    const there = newTrial();
    mkdirSync(join(there.folder, 'data'), { recursive: true });
    const refusal = await there.refusal();
    expect(refusal).toMatchObject({
      refused: 'kit.postgres.failed',
      detail: expect.stringContaining('Move it away') as string,
    });
    expect(existsSync(join(there.folder, 'data'))).toBe(true);
  });
});

function installed(): Binaries {
  const found = findBinaries();
  if (isRefusal(found)) throw new Error(found.detail);
  return found;
}

function ownerOf(pid: number): number | undefined {
  return existsSync(`/proc/${pid}`) ? statSync(`/proc/${pid}`).uid : process.geteuid?.();
}

function canRunNode(as: { uid: number; gid: number }): boolean {
  return spawnSync(process.execPath, ['--version'], { ...as, cwd: '/' }).status === 0;
}
