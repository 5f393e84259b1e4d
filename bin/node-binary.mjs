// Finds the Node that the lockfile pins. Plain JavaScript for Node 20 and later: it runs before anything is built.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Path of the packaged Node 24, or of the one running when that is new enough. */
export function nodeBinary(root) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const require = createRequire(join(root, 'package.json'));
    const folder = dirname(require.resolve(`node-${platform}-${process.arch}/package.json`));
    const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(file)) return file;
  } catch {
    // Not packaged for this platform: the machine's own may do.
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(
    `Ugroup needs Node 24, which is not packaged for ${process.platform}-${process.arch}. Please install it.`,
  );
  process.exit(1);
}
