// `npm run up`: installs what the lockfile says, builds, starts. Plain JavaScript for Node 20 and later.
import { spawn } from 'node:child_process';
import { install, refuseOldNode, root, runNode } from './install.mjs';
import { nodeBinary } from './node-binary.mjs';

process.chdir(root);
refuseOldNode();
if (!install() || !runNode(['bin/build.mjs'], 'The build')) {
  console.error('Nothing was started.');
  process.exit(1);
}
const child = spawn(nodeBinary(root), ['--enable-source-maps', 'dist/main.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
