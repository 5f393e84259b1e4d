// Archive: leaving and coming back. A group packed into one file and brought in from one; the whole server kept as backups.
import type { Room } from '#kit/room.ts';
import { nightly } from './backup/nightly.ts';
import { leaveRoutes } from './leave-routes.tsx';
import { backupFailedMail } from './mails/backup-failed.ts';
import { moveInRoutes } from './move-in-routes.tsx';
import './tables.ts';
import { countOn, erasePerson, exportPerson, welcome } from './reactions.ts';

export const archiveRoom: Room = {
  name: 'archive',
  says: 'Leaving and coming back: a group packed into one file and brought in from one, and backups of the whole server.',
  routes(app, ground) {
    leaveRoutes(app, ground);
    moveInRoutes(app, ground);
  },
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
/** Hung on the keeper's page: what is wrong with the backups, how they are doing, the way to bringing a group in. */
export { backupAlarm, backupsPanel, wayIn } from './keeper-panels.tsx';
/** Why an archive stays outside, in words. */
export { sayRefusal } from './say-refusal.ts';
/** What of this room goes along when a group leaves. */
export { archiveTravels } from './travels.ts';
/** Hung below a group's settings: the way to taking it along. */
export { wayOut } from './ways.tsx';
