// `npm run -s bench -- NAME`: builds the product, then runs one bench; its last line is one JSON object.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const name = process.argv[2] ?? '';
const file = join(root, 'bench', `${name}.ts`);
if (!/^[a-z]+$/.test(name) || !existsSync(file)) {
  console.error('Which bench? npm run -s bench -- pages | seats | forecast | door | crash | growth');
  process.exit(2);
}
const node = process.execPath;
const built = spawnSync(node, ['bin/build.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
if (built.status !== 0) process.exit(built.status ?? 1);
const run = spawnSync(node, ['--import', 'tsx', file, ...process.argv.slice(3)], { cwd: root, stdio: 'inherit' });
process.exit(run.status ?? 1);
