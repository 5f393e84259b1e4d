// Builds the server, the islands and the styles into dist/. `npm run build`.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist');
const assets = join(out, 'assets');
const development = process.argv.includes('--development');

await rm(development ? assets : out, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
const manifest = {};
await Promise.all([buildServer(), buildIslands(), buildStyles(), copyPictures()]);
await writeFile(join(assets, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
await compressAll();

async function buildServer() {
  if (development) return;
  await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts', 'src/cli.ts'].filter((file) => existsSync(join(root, file))),
    outdir: out,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.md': 'text', '.sql': 'text', '.svg': 'text' },
    logLevel: 'warning',
  });
}

/** `src/<room>/islands/<name>.ts` becomes a module of its own, known as `island:<room>/<name>`; `src/ui/islands.ts` loads them. */
async function buildIslands() {
  const entries = (await readdir(join(root, 'src'), { recursive: true }))
    .map((file) => join('src', file))
    .filter((file) => /[/\\]islands[/\\][^/\\]+\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/ui/islands.ts', ...entries],
    outdir: assets,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  for (const [file, { entryPoint }] of Object.entries(result.metafile.outputs)) {
    if (!entryPoint) continue;
    const room = basename(dirname(dirname(entryPoint)));
    const name = basename(entryPoint).replace(/\.tsx?$/, '');
    manifest[entryPoint === 'src/ui/islands.ts' ? 'islands.js' : `island:${room}/${name}`] = basename(file);
  }
}

/** One style sheet: the look, then each room's own. */
async function buildStyles() {
  const rooms = (await readdir(join(root, 'src'), { recursive: true }))
    .filter((file) => /^[a-z]+[/\\][a-z-]+\.css$/.test(file) && !file.startsWith('ui'))
    .sort()
    .map((file) => `@import './${file.replaceAll('\\', '/')}';`);
  const result = await build({
    stdin: {
      contents: ["@import './ui/base.css';", ...rooms].join('\n'),
      resolveDir: join(root, 'src'),
      sourcefile: 'base.css',
      loader: 'css',
    },
    outfile: join(assets, 'base.css'),
    bundle: true,
    minify: true,
    write: false,
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file' },
    logLevel: 'warning',
  });
  for (const file of result.outputFiles) {
    const name = file.path.endsWith('.css') ? `base-${hashOf(file.contents)}.css` : basename(file.path);
    if (file.path.endsWith('.css')) manifest['base.css'] = name;
    await writeFile(join(assets, name), file.contents);
  }
}

async function copyPictures() {
  const folder = join(root, 'src', 'ui', 'pictures');
  const files = await readdir(folder).catch(() => []);
  for (const file of files) {
    const content = await readFile(join(folder, file));
    const name = file.replace(/(\.[a-z0-9]+)$/, `-${hashOf(content)}$1`);
    await cp(join(folder, file), join(assets, name));
    manifest[file] = name;
  }
}

async function compressAll() {
  for (const file of await readdir(assets)) {
    if (!/\.(css|js|svg)$/.test(file)) continue;
    const content = await readFile(join(assets, file));
    await writeFile(join(assets, `${file}.br`), await promisify(brotliCompress)(content));
    await writeFile(join(assets, `${file}.gz`), await promisify(gzip)(content, { level: 9 }));
  }
}

function hashOf(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}

console.log(`built ${relative(root, out) || 'dist'}`);
