// The doctor's question about backups: is one taken each night, and how old is the last one.
import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { beganOf } from '#kit/backup/keep-rule.ts';
import type { Config } from '#kit/config.ts';
import type { Check } from './doctor.ts';

const name = 'backups';
const DAY = 86_400_000;

/** Off is said and is not wrong; a folder that cannot be written to, or a last backup of more than two days, is. */
export async function checkBackups({ backupFolder }: Pick<Config, 'backupFolder'>, now = Date.now()): Promise<Check> {
  if (backupFolder === undefined) {
    return { name, ok: true, says: 'none is taken by itself: set UGROUP_BACKUP_DIR to a folder on another disk' };
  }
  let names: string[];
  try {
    names = await readdir(backupFolder);
    await access(backupFolder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { name, ok: true, says: `${backupFolder} will be made; none has been taken yet` };
    return { name, ok: false, says: `${backupFolder} cannot be written to (${code})` };
  }
  const newest = Math.max(...names.map((one) => beganOf(one)?.getTime() ?? 0));
  if (newest <= 0) return { name, ok: true, says: `${backupFolder}; none has been taken yet` };
  const days = Math.floor((now - newest) / DAY);
  const says = `${backupFolder}; the last one is ${days === 0 ? 'of the last 24 hours' : days === 1 ? 'a day old' : `${days} days old`}`;
  return { name, ok: days <= 2, says };
}
