// Archive: leaving and coming back. A group packed into one file and brought in from one; the whole server kept as backups.
import type { Room } from '#kit/room.ts';
import { nightly } from './backup/nightly.ts';
import { backupFailedMail } from './mails/backup-failed.ts';
import './tables.ts';
import { countOn, erasePerson, exportPerson, welcome } from './reactions.ts';

export const archiveRoom: Room = {
  name: 'archive',
  says: 'Leaving and coming back: a group packed into one file and brought in from one, and backups of the whole server.',
  routes() {},
  mails: { 'archive.backup-failed': backupFailedMail },
  workers: { 'archive.backup': (ground) => () => nightly(ground) },
  crons: { 'archive.backup': '43 2 * * *' },
};

/** Takes a backup of the whole server into a folder; says which schemas it holds. */
export { runBackup } from './backup/run-backup.ts';
export { connectSchemas } from './backup/schemas.ts';
/** Brings a group in from an archive, whole or not at all. */
export { type Brought, bringIn, type NotBrought } from './group/bring-in.ts';
/** Types of columns that can travel. */
export { knownTypes } from './group/check-row.ts';
/** Packs a group into one file. */
export { packGroup } from './group/pack-group.ts';
/** What this room does when somebody signs in, wants their data, is about to be forgotten, or leaves. */
export const archiveReactions = { welcome, countOn, exportPerson, erasePerson } as const;
/** Why an archive stays outside, in words. */
export { sayRefusal } from './say-refusal.ts';
/** What of this room goes along when a group leaves. */
export { archiveTravels } from './travels.ts';
