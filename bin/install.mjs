// Installs what the lockfile says, and runs the steps that follow. Plain JavaScript for Node 20 and later.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary } from './node-binary.mjs';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Stops with a sentence where the machine's own Node is too old for what runs before the packaged one is there. */
export function refuseOldNode() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return;
  console.error(`npm runs on Node ${process.versions.node} here; Ugroup's first step needs Node 20 or later.`);
  process.exit(1);
}

/**
 * `npm ci` unless this very lockfile was installed here before: a second start takes seconds, and no running copy loses
 * its files. Answers whether everything the lockfile names is there.
 */
export function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.ugroup-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  console.log('Installing what the lockfile says (about half a minute) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  if (!run(npm, ['ci', '--include=dev', '--include=optional', '--loglevel=error'], 'npm ci')) return false;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

/** Runs one step in the project's folder and shows what it prints; says on stderr when it did not work. */
export function run(command, args, what, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
    ...options,
  });
  if (status === 0) return true;
  console.error(`${what} did not work${error ? `: ${error.message}` : ''}.`);
  return false;
}

/** Runs a script, or the command `name` of an installed package, on the packaged Node. */
export function runNode(args, what, options = {}) {
  return run(nodeBinary(root), args, what, { ...options, env: onPackagedNode(options.env) });
}

/** Path of the script behind a package's command: `commandOf('typescript', 'tsc')`. */
export function commandOf(name, command) {
  const file = createRequire(join(root, 'package.json')).resolve(`${name}/package.json`);
  const { bin } = JSON.parse(readFileSync(file, 'utf8'));
  return join(dirname(file), typeof bin === 'string' ? bin : bin[command]);
}

/** The environment in which `node` is the packaged one for everything that is started from there. */
export function onPackagedNode(env = process.env) {
  return { ...env, PATH: `${dirname(nodeBinary(root))}${delimiter}${env.PATH ?? ''}` };
}
