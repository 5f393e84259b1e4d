// A place on disk for one archive on its way in or out. It holds names and addresses, so nothing of it stays.
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const PREFIX = 'archive-';
const DAY = 86_400_000;

/**
 * Gives `work` a folder of its own, private, in the data folder; it is gone when `work` is done. What a killed process left
 * there goes after a day.
 */
export async function passThrough<T>(data: string, work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(data, { recursive: true });
  await sweepLeftOver(data);
  const folder = await mkdtemp(join(data, PREFIX));
  try {
    return await work(folder);
  } finally {
    // An open file cannot be removed everywhere; what stays goes with the next sweep.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

async function sweepLeftOver(data: string): Promise<void> {
  for (const name of await readdir(data)) {
    if (!/^archive-[A-Za-z0-9]{6}$/.test(name)) continue;
    const { mtimeMs } = await stat(join(data, name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > DAY) await rm(join(data, name), { recursive: true, force: true }).catch(() => {});
  }
}
