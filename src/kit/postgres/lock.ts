// Lock files that know who holds them, so that a lock outlives neither its process nor a reboot.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lifeOf } from './life.ts';

export type Holder = { pid: number; life: string; token: string };

/** Takes the lock, or names its living holder; a dead holder's lock is taken over. `release` may be called twice. */
export async function takeLock(file: string): Promise<{ release: () => void } | { heldBy: Holder }> {
  for (let tries = 0; ; tries++) {
    const mine = writeLock(file);
    if (mine) {
      // Two that both saw a dead holder might have followed each other; the later one's token stands in the file.
      await sleep(tries === 0 ? 0 : 40);
      if (read(file)?.token === mine.token) return { release: () => releaseLock(file, mine) };
    }
    const holder = holderOf(file);
    if (holder) return { heldBy: holder };
    if (tries > 100) throw new Error(`The lock ${file} can be neither taken nor read.`);
    if (isBeingWritten(file)) await sleep(20);
    else clearStale(file);
  }
}

/** Waits for the lock as long as its holder lives, then works under it. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = await takeLock(file);
    if ('heldBy' in lock) {
      await sleep(50);
      continue;
    }
    try {
      return await work();
    } finally {
      lock.release();
    }
  }
}

/** Who holds the lock now; undefined when nobody living does. */
export function holderOf(file: string): Holder | undefined {
  const holder = read(file);
  return holder && lifeOf(holder.pid) === holder.life ? holder : undefined;
}

/** Signs this process in among those that use something; gives the way out. */
export async function signIn(folder: string): Promise<{ leave: () => void }> {
  const lock = await takeLock(join(folder, `user.${randomBytes(6).toString('hex')}`));
  if ('heldBy' in lock) throw new Error('A random name was taken.');
  return { leave: lock.release };
}

/** How many living processes are signed in. */
export function signedIn(folder: string): number {
  const files = readdirSync(folder).filter((name) => name.startsWith('user.'));
  return files.filter((name) => {
    const living = holderOf(join(folder, name)) !== undefined;
    if (!living && !isBeingWritten(join(folder, name))) rmSync(join(folder, name), { force: true });
    return living;
  }).length;
}

function writeLock(file: string): Holder | undefined {
  let opened: number;
  try {
    opened = openSync(file, 'wx', 0o644);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw cause;
  }
  const mine = { pid: process.pid, life: lifeOf(process.pid) ?? '', token: randomBytes(12).toString('hex') };
  writeSync(opened, JSON.stringify(mine));
  fsyncSync(opened);
  closeSync(opened);
  return mine;
}

// Looks once more at what it moved away: if a living process took the lock in between, it gets it back.
function clearStale(file: string): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (holderOf(aside)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function releaseLock(file: string, mine: Holder): void {
  if (read(file)?.token === mine.token) rmSync(file, { force: true });
}

// An empty or cut file is somebody between open and write, or a crash there.
function isBeingWritten(file: string): boolean {
  try {
    return read(file) === undefined && Date.now() - statSync(file).mtimeMs < 2000;
  } catch {
    return false;
  }
}

function read(file: string): Holder | undefined {
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    const { pid, life, token } = found;
    return typeof pid === 'number' && typeof life === 'string' && typeof token === 'string'
      ? { pid, life, token }
      : undefined;
  } catch {
    return undefined;
  }
}
