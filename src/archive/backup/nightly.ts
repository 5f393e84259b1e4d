// The backup that is taken each night, where the keeper set a folder for it.
import type { Ground } from '#kit/ground.ts';
import { runBackup } from './run-backup.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Comes round every night. */
    'archive.backup': Record<string, never>;
  }
}

const running = new WeakSet<Ground>();

/** Does nothing without a folder, and while one is being taken: a job that takes long is handed out again. */
export async function nightly(ground: Ground): Promise<void> {
  const { config, db, url, log } = ground;
  if (config.backupFolder === undefined || running.has(ground)) return;
  running.add(ground);
  try {
    const ran = await runBackup({
      db,
      url,
      config,
      folder: config.backupFolder,
      now: ground.now(),
      keep: config.backupKeep,
    });
    if ('went_wrong' in ran) {
      log.error({ event: 'archive.backup.failed', code: ran.went_wrong });
      ground.mailsQueued();
    } else log.info({ event: 'archive.backup.taken', bytes: ran.bytes, rows: ran.rows, dropped: ran.dropped.length });
  } finally {
    running.delete(ground);
  }
}
