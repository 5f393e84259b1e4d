// Tells one living process from a later one that got the same number, so that no stranger is ever waited for or stopped.
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * A mark that only this life of `pid` has (boot and start tick on Linux, start time elsewhere);
 * undefined when nobody lives there. A zombie is dead: PID 1 of many containers never buries its orphans.
 */
export function lifeOf(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  if (process.platform === 'linux') return linuxLife(pid);
  if (process.platform === 'win32') return isTaken(pid) ? `pid-${pid}` : undefined;
  const [state, ...rest] = askPs(pid, 'stat=,lstart=').trim().split(/\s+/);
  return state && !state.startsWith('Z') ? rest.join(' ') : undefined;
}

/** Whether a process is a PostgreSQL server whose data lies in `dataFolder` (as far as the system lets us look). */
export function isPostmasterOf(pid: number, dataFolder: string): boolean {
  if (process.platform === 'win32') return isTaken(pid);
  if (process.platform !== 'linux') {
    const command = askPs(pid, 'command=');
    return /postgres/.test(command) && command.includes(dataFolder);
  }
  try {
    const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    if (!basename(argv[0] ?? '').startsWith('postgres')) return false;
    return argv[argv.indexOf('-D') + 1] === dataFolder || standsIn(pid, dataFolder);
  } catch {
    return false;
  }
}

/** Whether the number is taken at all, also by a zombie. */
export function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The parent's number, on Linux; undefined elsewhere and for the dead. */
export function parentOf(pid: number): number | undefined {
  const ppid = process.platform === 'linux' ? statFields(pid)?.[1] : undefined;
  return ppid === undefined ? undefined : Number(ppid);
}

// The server stands in its data folder, also after somebody moved the folder.
function standsIn(pid: number, folder: string): boolean {
  try {
    readlinkSync(`/proc/${pid}/cwd`);
    const [here, there] = [statSync(`/proc/${pid}/cwd`), statSync(folder)];
    return here.ino === there.ino && here.dev === there.dev;
  } catch {
    return false;
  }
}

function linuxLife(pid: number): string | undefined {
  const fields = statFields(pid);
  if (!fields || /[ZXx]/.test(fields[0] ?? '')) return undefined;
  return `${bootId()}:${fields[19]}`;
}

// proc(5): the name in brackets may itself hold spaces and brackets, so count from the last one. [0] is the state.
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function askPs(pid: number, what: string): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', what], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}
