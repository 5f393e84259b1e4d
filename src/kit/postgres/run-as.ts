// Decides as whom PostgreSQL runs: it refuses root, so root hides behind a user namespace or steps down to a real user.
import { type SpawnOptions, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parse } from 'node:path';
import type { Binaries } from './binaries.ts';
import { type Refusal, refuse } from './refusal.ts';

/** `namespace`: still ourselves outside, `uid` inside; files stay ours. `user`: really that user; files must be theirs. */
export type RunAs =
  | { how: 'self' }
  | { how: 'namespace'; uid: number; gid: number }
  | { how: 'user'; uid: number; gid: number };

/**
 * As whom to run on this machine. `only` forces one of root's two ways.
 * Refuses `kit.postgres.no_unprivileged_user` when there is nobody to step down to.
 */
export function chooseRunAs(binaries: Binaries, only?: 'namespace' | 'user' | undefined): RunAs | Refusal {
  const root = process.geteuid?.() === 0;
  if (!root && hasName()) return { how: 'self' };
  const nobody = unprivilegedUser();
  if (nobody && only !== 'user') {
    const inside: RunAs = { how: 'namespace', ...nobody };
    // Tried twice: a moment's shortage must not send the data to another user for good.
    if (canRun(inside, binaries.postgres) || canRun(inside, binaries.postgres)) return inside;
  }
  if (nobody && root && only !== 'namespace') return { how: 'user', ...nobody };
  if (!root) {
    return refuse(
      'kit.postgres.no_unprivileged_user',
      `This user is only a number (${process.geteuid?.()}), and PostgreSQL wants one with a name. ` +
        'Give it a line in /etc/passwd, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
  return refuse(
    'kit.postgres.no_unprivileged_user',
    'PostgreSQL refuses to run as root, and there is no ordinary user to run it as. ' +
      'Start Ugroup as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

/** Command, arguments and spawn options that run a program as `runAs`, in a folder everyone can stand in. */
export function commandAs(
  runAs: RunAs,
  binaries: Binaries,
  program: string,
  args: readonly string[],
): { command: string; args: string[]; options: SpawnOptions } {
  const options: SpawnOptions = {
    cwd: parse(program).root,
    windowsHide: true,
    env: {
      PATH: process.env.PATH,
      LC_ALL: 'C',
      TZ: 'UTC',
      ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP } : {}),
      // Libraries that need each other do not look in their own folder.
      ...(process.platform === 'linux' ? { LD_LIBRARY_PATH: `${binaries.native}/lib` } : {}),
    },
  };
  if (runAs.how === 'self') return { command: program, args: [...args], options };
  if (runAs.how === 'user') {
    return { command: program, args: [...args], options: { ...options, uid: runAs.uid, gid: runAs.gid } };
  }
  const into = ['--user', `--map-user=${runAs.uid}`, `--map-group=${runAs.gid}`, '--', program];
  return { command: 'unshare', args: [...into, ...args], options };
}

/** Whether this program can be started that way: asks the machine instead of reading modes, which miss ACLs and policies. */
export function canRun(runAs: RunAs, program: string): boolean {
  const libraries = program.replace(/[/\\]bin[/\\][^/\\]+$/, '');
  const asked = { native: libraries, initdb: program, postgres: program, pgCtl: program, version: '' };
  const { command, args, options } = commandAs(runAs, asked, program, ['--version']);
  return spawnSync(command, args, { ...options, stdio: 'ignore', timeout: 10_000 }).status === 0;
}

/** Whether that user can stand in a folder (and so in all above it). */
export function canEnter(runAs: RunAs, folder: string): boolean {
  if (runAs.how !== 'user') return true;
  const asked = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    uid: runAs.uid,
    gid: runAs.gid,
    cwd: '/',
    stdio: 'ignore',
    timeout: 10_000,
  });
  return asked.status === 0;
}

// initdb asks the system for its user's name; containers often run as a number that has none.
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function unprivilegedUser(): { uid: number; gid: number } | undefined {
  let passwd = '';
  try {
    passwd = readFileSync('/etc/passwd', 'utf8');
  } catch {
    return undefined;
  }
  const users = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
  const nobody = users.find(({ name }) => name === 'nobody') ?? users.sort((a, b) => b.uid - a.uid)[0];
  return nobody && { uid: nobody.uid, gid: nobody.gid };
}
