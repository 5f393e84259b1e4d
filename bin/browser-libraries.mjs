// Lets the test browser start on a machine without a desktop: it brings the three libraries it needs along.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { root } from './install.mjs';

// libnss3 and libnspr4 are what a server lacks; libexpat comes with them. Everything else is linked in.
const wanted = ['libnss3.so', 'libnspr4.so', 'libexpat.so.1'];

/**
 * The environment for the browser, and a way to tidy up. On Linux without the libraries, those packed with
 * @sparticuz/chromium are unpacked into a folder of their own; elsewhere, and where they are there, nothing changes.
 */
export function browserEnvironment(env = process.env) {
  if (process.platform !== 'linux' || hasLibraries()) return { env, tidy() {} };
  const packed = join(dirname(createRequire(join(root, 'package.json')).resolve('@sparticuz/chromium')), '..', 'bin');
  const folder = mkdtempSync(join(tmpdir(), 'ugroup-browser-'));
  const archive = join(folder, 'libraries.tar');
  writeFileSync(archive, brotliDecompressSync(readFileSync(join(packed, 'al2023.tar.br'))));
  execFileSync('tar', ['-xf', archive, '-C', folder]);
  const path = [join(folder, 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return { env: { ...env, LD_LIBRARY_PATH: path }, tidy: () => rmSync(folder, { recursive: true, force: true }) };
}

function hasLibraries() {
  const known = listed();
  return wanted.every((name) => known.includes(name));
}

function listed() {
  for (const command of ['/sbin/ldconfig', '/usr/sbin/ldconfig', 'ldconfig']) {
    if (command.startsWith('/') && !existsSync(command)) continue;
    try {
      return execFileSync(command, ['-p'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch {
      // Not here, or not for us: try the next.
    }
  }
  return '';
}
