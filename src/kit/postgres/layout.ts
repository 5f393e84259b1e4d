// Where the cluster lies and as whom it runs; moves it when the user it must run as cannot enter the data folder.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Binaries, copyBinaries, findBinaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { withLock } from './lock.ts';
import { runningPostmaster } from './postmaster.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { canEnter, canRun, chooseRunAs, type RunAs } from './run-as.ts';

export type Log = (line: { event: string } & Record<string, unknown>) => void;

/** For tests: `only` forces one of root's two ways, `elsewhere` is where copies go, `binaries` lie somewhere else. */
export type LayoutChoice = {
  binaries?: Binaries | undefined;
  only?: 'namespace' | 'user' | undefined;
  elsewhere?: string | undefined;
};

/** Settles folder, user and programs. Safe to call while a server runs; changes nothing then. */
export async function layOut(folder: string, log: Log, choice: LayoutChoice = {}): Promise<Cluster | Refusal> {
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const here = realpathSync(folder);
  const binaries = choice.binaries ?? findBinaries();
  if (isRefusal(binaries)) return binaries;
  return withLock(join(here, 'layout.lock'), async () => {
    const home = homeOf(here);
    if (isRefusal(home)) return home;
    const cluster = { home, data: join(home, 'data'), binaries };
    const owner = ownerOf(cluster.data);
    const theirs = process.geteuid?.() === 0 && owner !== undefined && owner.uid !== 0;
    const runAs: RunAs | Refusal = theirs ? { how: 'user', ...owner } : chooseRunAs(binaries, choice.only);
    if (isRefusal(runAs)) return runAs;
    if (runAs.how !== 'user') return { ...cluster, runAs };
    return makeReachable({ ...cluster, runAs }, here, log, choice.elsewhere ?? '/var/lib/ugroup');
  });
}

// The pointer is written before the move and read at every start, so a move that was cut off is carried on.
function homeOf(here: string): string | Refusal {
  const pointer = join(here, 'elsewhere');
  if (!existsSync(pointer)) return here;
  const home = readFileSync(pointer, 'utf8').split('\n')[0] ?? '';
  if (!existsSync(home)) {
    return refuse(
      'kit.postgres.failed',
      `The database was moved to ${home}, and that folder is gone. Put it back from your backup.`,
    );
  }
  bringOver(here, home);
  return home;
}

async function makeReachable(cluster: Cluster, here: string, log: Log, elsewhere: string): Promise<Cluster | Refusal> {
  const { runAs } = cluster;
  if (runAs.how !== 'user') return cluster;
  const owner = ownerOf(cluster.data);
  // A server that is up on data that is still root's runs in a namespace; whatever went wrong now, it keeps its files.
  if (owner?.uid === 0 && runningPostmaster(cluster.data)) return { ...cluster, runAs: { ...runAs, how: 'namespace' } };
  let { home } = cluster;
  const homeIsOurs = lstatSync(home).uid === process.geteuid?.();
  if (homeIsOurs) chmodSync(home, 0o711);
  if (!canEnter(runAs, home)) {
    if (!homeIsOurs)
      return refuse('kit.postgres.failed', `${home} belongs to another user. Start Ugroup as that user.`);
    const moved = moveElsewhere(here, runAs, elsewhere);
    if (isRefusal(moved)) return moved;
    home = moved;
    log({
      event: 'postgres.moved',
      from: here,
      to: home,
      because: 'PostgreSQL may not run as root, and the ordinary user it runs as cannot enter the data folder',
    });
  }
  const data = join(home, 'data');
  if (owner?.uid === 0) give(data, runAs);
  let { binaries } = cluster;
  if (!canRun(runAs, binaries.postgres)) {
    binaries = copyBinaries(binaries, elsewhere);
    log({ event: 'postgres.binaries_copied', to: binaries.native });
  }
  return { home, data, runAs, binaries };
}

function moveElsewhere(here: string, runAs: RunAs, elsewhere: string): string | Refusal {
  const home = join(elsewhere, randomBytes(8).toString('hex'));
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  mkdirSync(home);
  chmodSync(home, 0o711);
  if (!canEnter(runAs, home)) {
    rmSync(home, { recursive: true });
    return refuse(
      'kit.postgres.no_unprivileged_user',
      `PostgreSQL may not run as root, and the ordinary user it would run as can enter neither ${here} nor ${elsewhere}. ` +
        'Put UGROUP_DATA in a folder everyone may enter (such as /srv/ugroup), or start Ugroup as an ordinary user.',
    );
  }
  const note =
    'The database lies in the folder named above, because PostgreSQL cannot run as root and its user cannot enter this one.';
  writeFileSync(join(here, 'elsewhere'), `${home}\n${note}\n`, { flush: true });
  bringOver(here, home);
  return home;
}

function bringOver(here: string, home: string): void {
  for (const name of ['password', 'data']) {
    const [from, to] = [join(here, name), join(home, name)];
    if (!existsSync(from) || existsSync(to)) continue;
    try {
      renameSync(from, to);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
      rmSync(`${to}.new`, { recursive: true, force: true });
      cpSync(from, `${to}.new`, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
      spawnSync('sync'); // the copy must be on the disk before the original goes
      renameSync(`${to}.new`, to);
      spawnSync('sync');
      rmSync(from, { recursive: true });
    }
  }
}

// The folder itself last: its owner says that everything below has changed hands.
function give(path: string, to: { uid: number; gid: number }): void {
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) give(join(path, name), to);
  lchownSync(path, to.uid, to.gid);
}

function ownerOf(path: string): { uid: number; gid: number } | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found && { uid: found.uid, gid: found.gid };
}
