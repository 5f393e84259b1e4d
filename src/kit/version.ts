// Which version of the program this is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './root.ts';

let read: string | undefined;

/** As package.json says it: `0.1.0`. */
export function version(): string {
  read ??= (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;
  return read;
}
