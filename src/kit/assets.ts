// Addresses of the built styles, scripts and fonts. Each carries a hash of its content, so it can be kept for ever.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './root.ts';

export const assetsFolder = join(projectRoot, 'dist', 'assets');
const manifestFile = join(assetsFolder, 'manifest.json');

let manifest: Record<string, string> = {};
let readAt = 0;

/** `asset('base.css')` → `/assets/base-3F2A91C0.css`. Before the first build the plain name. */
export function asset(name: string): string {
  if (readAt === 0) read();
  const built = manifest[name];
  return built ? `/assets/${built}` : `/assets/${name}`;
}

/** All islands' modules by name (`events/viewer-clock` → address), for the loader. */
export function islandModule(name: string): string {
  return asset(`island:${name}`);
}

/** Development: look again when the build has changed. */
export function refreshAssets(): void {
  if (existsSync(manifestFile) && statSync(manifestFile).mtimeMs > readAt) read();
}

function read(): void {
  readAt = Date.now();
  if (existsSync(manifestFile)) manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, string>;
}
