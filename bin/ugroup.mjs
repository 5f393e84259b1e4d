#!/usr/bin/env node
// The command line: runs the built program on the Node that came with the packages, whatever Node the machine has.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary } from './node-binary.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist', 'cli.js');
if (!existsSync(program)) {
  console.error('Ugroup is not built yet. Run `npm run up` once, or `npm run build`.');
  process.exit(1);
}
const child = spawn(nodeBinary(root), ['--enable-source-maps', program, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
