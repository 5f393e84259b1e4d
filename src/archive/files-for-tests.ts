// Archives as files, and bent out of shape, for this room's tests.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Id } from '#kit/id.ts';
import { openZip } from '#kit/zip/read.ts';
import { writeZip } from '#kit/zip/write.ts';
import type { TestHouse } from '../../test/visit.ts';
import { bounds, MANIFEST, type Manifest } from './group/format.ts';
import { packGroup } from './group/pack-group.ts';

/** Shared by the test files that follow one another in a process, and gone with it. */
const folder = mkdtempSync(join(tmpdir(), 'ugroup-archive-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
export const at = (name: string): string => join(folder, name);

/** The group's archive in a new file, and what it says of itself. */
export async function packed(
  house: TestHouse,
  group: { group_id: string },
  name: string,
): Promise<{ file: string; manifest: Manifest }> {
  const file = at(name);
  const wish = { group_id: group.group_id as Id<'groups.group'>, actor: null, origin: house.ground.config.origin };
  return { file, manifest: await packGroup(house.db, { ...wish, now: house.ground.now(), file }) };
}

/** Everything in an archive, by name. */
export async function contentsOf(file: string): Promise<Map<string, string>> {
  const zip = await openZip(file, bounds);
  const contents = new Map<string, string>();
  for (const name of zip.names.keys()) contents.set(name, await zip.text(name, 50_000_000));
  zip.close();
  return contents;
}

/** The same archive with some files in another shape. `honest`: its table of contents is made to fit, as a forger would. */
export async function forged(
  file: string,
  change: (files: Map<string, string>, manifest: Manifest) => void,
  { honest = true } = {},
): Promise<string> {
  const files = await contentsOf(file);
  const manifest = JSON.parse(files.get(MANIFEST) ?? '') as Manifest;
  files.delete(MANIFEST);
  change(files, manifest);
  if (honest) {
    for (const listed of manifest.files) {
      const text = files.get(listed.name);
      if (text === undefined) continue;
      listed.bytes = Buffer.byteLength(text);
      listed.sha256 = createHash('sha256').update(text).digest('hex');
      if (listed.rows === undefined) continue;
      listed.rows = text.split('\n').length - 1;
      manifest.counts[listed.name.slice('tables/'.length, -'.jsonl'.length)] = listed.rows;
    }
  }
  const into = at(`forged-${Math.random().toString(36).slice(2)}.zip`);
  await writeZip(into, async (zip) => {
    for (const [name, text] of files) await zip.add(name, text);
    await zip.add(MANIFEST, JSON.stringify(manifest));
  });
  return into;
}

/** The rows of one table in an archive, changed. */
export function changedRows(
  files: Map<string, string>,
  table: string,
  change: (row: Record<string, unknown>, n: number) => Record<string, unknown>,
): void {
  const name = `tables/${table}.jsonl`;
  const lines = (files.get(name) ?? '').split('\n').slice(0, -1);
  files.set(name, lines.map((line, n) => `${JSON.stringify(change(JSON.parse(line), n))}\n`).join(''));
}
