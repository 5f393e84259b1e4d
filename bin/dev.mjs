// `npm run dev`: builds what the browser needs, starts from source, and does both again whenever something is saved.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join, sep } from 'node:path';
import { install, onPackagedNode, refuseOldNode, root, runNode } from './install.mjs';
import { nodeBinary } from './node-binary.mjs';

process.chdir(root);
refuseOldNode();
const build = ['bin/build.mjs', '--development'];
if (!install() || !runNode(build, 'The build')) process.exit(1);

let building = false;
let again = false;
let soon;
const watcher = watch(join(root, 'src'), { recursive: true }, (_event, file) => {
  if (!file || !isForTheBrowser(file)) return;
  // Editors write a file in several steps; one build is enough.
  clearTimeout(soon);
  soon = setTimeout(rebuild, 80);
});

const node = nodeBinary(root);
const server = spawn(
  node,
  ['--watch-path=src', '--watch-preserve-output', '--import', 'tsx', 'src/main.ts', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...onPackagedNode(), NODE_ENV: 'development' } },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => {
  watcher.close();
  clearTimeout(soon);
  process.exit(code ?? (signal ? 1 : 0));
});

/** The server asks for the new names with the next request, so a page is never without its styles for long. */
function rebuild() {
  if (building) {
    again = true;
    return;
  }
  building = true;
  spawn(node, build, { stdio: 'inherit', cwd: root }).on('exit', () => {
    building = false;
    if (again) rebuild();
    again = false;
  });
}

function isForTheBrowser(file) {
  return file.endsWith('.css') || file.includes(`islands${sep}`) || file.startsWith(`ui${sep}`);
}
