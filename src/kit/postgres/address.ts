// Where PostgreSQL listens: a unix socket in a short private folder, or a loopback port where there are no unix sockets.
import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunAs } from './run-as.ts';

/** `host` is a socket folder (absolute) or `127.0.0.1`. */
export type Address = { host: string; port: number };

export const databaseUser = 'ugroup';

/** The address for the data below `home`: the same one at every start unless somebody else sits on the folder's name. */
export async function chooseAddress(home: string, runAs: RunAs): Promise<Address> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort() };
  return { host: socketFolder(home, runAs), port: 5432 };
}

/** The connection string `pg` (and libpq) takes; an empty password is left out. */
export function connectionString(address: Address, password: string, database: string): string {
  const who = password === '' ? databaseUser : `${databaseUser}:${password}`;
  if (!address.host.startsWith('/')) return `postgresql://${who}@${address.host}:${address.port}/${database}`;
  return `postgresql://${who}@localhost:${address.port}/${database}?host=${encodeURIComponent(address.host)}`;
}

/** Server settings that make it listen there and nowhere else. */
export function addressSettings(address: Address): Record<string, string> {
  if (!address.host.startsWith('/')) {
    return { listen_addresses: address.host, port: String(address.port), unix_socket_directories: '' };
  }
  return {
    listen_addresses: '',
    port: String(address.port),
    unix_socket_directories: `"${address.host.replaceAll('"', '""')}"`, // a list: commas and spaces need the quotes
    unix_socket_permissions: '0700',
  };
}

/** Makes the address usable again (a temp folder may have been swept); false when somebody else sits there. */
export function isUsable(address: Address, runAs: RunAs): boolean {
  return !address.host.startsWith('/') || makePrivate(address.host, runAs);
}

/** Whether anybody can still knock: a swept temp folder leaves a server that runs behind no door. */
export function isReachable(address: Address): boolean {
  if (!address.host.startsWith('/')) return true;
  return lstatSync(join(address.host, `.s.PGSQL.${address.port}`), { throwIfNoEntry: false }) !== undefined;
}

// A socket's path may have 107 bytes (103 on macOS), which a data folder easily exceeds: so the temp folder, and a hash.
function socketFolder(home: string, runAs: RunAs): string {
  const name = `ugroup-${createHash('sha256')
    .update(`${ownerFor(runAs)}:${home}`)
    .digest('hex')
    .slice(0, 16)}`;
  const base = shortBase();
  if (makePrivate(join(base, name), runAs)) return join(base, name);
  const other = mkdtempSync(join(base, 'ugroup-'));
  if (runAs.how === 'user') chownSync(other, runAs.uid, runAs.gid);
  return other;
}

// Everybody may write to the temp folder: a link, a stranger's folder or an open one is not used.
function makePrivate(folder: string, runAs: RunAs): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    if (runAs.how === 'user') chownSync(folder, runAs.uid, runAs.gid);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  }
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === ownerFor(runAs) && (found.mode & 0o077) === 0;
}

function ownerFor(runAs: RunAs): number {
  return runAs.how === 'user' ? runAs.uid : (process.geteuid?.() ?? 0);
}

function shortBase(): string {
  const longest = 100 - '/ugroup-0123456789abcdef/.s.PGSQL.5432'.length;
  const temp = realpathSync(tmpdir());
  return Buffer.byteLength(temp) <= longest && !/[^\x20-\x7e]/.test(temp) ? temp : realpathSync('/tmp');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
