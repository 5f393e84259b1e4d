// `npm run up`: installs what the lockfile says, builds, starts. Plain JavaScript for Node 20 and later.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary } from './node-binary.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`npm runs on Node ${process.versions.node} here; Ugroup's first step needs Node 20 or later.`);
  process.exit(1);
}

install();
run(nodeBinary(root), ['bin/build.mjs'], 'The build');
const child = spawn(nodeBinary(root), ['--enable-source-maps', 'dist/main.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

/** `npm ci` unless this very lockfile was installed here before: a second start takes seconds, and no running copy loses its files. */
function install() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const stamp = join('node_modules', '.ugroup-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing what the lockfile says (about half a minute) …');
  run(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['ci', '--include=dev', '--include=optional', '--loglevel=error'],
    'npm ci',
  );
  mkdirSync('node_modules', { recursive: true });
  writeFileSync(stamp, wanted);
}

function run(command, args, what) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(`${what} did not work${error ? `: ${error.message}` : ''}. Nothing was started.`);
  process.exit(status ?? 1);
}
