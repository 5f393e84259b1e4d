// The ground this folder's tests build a town on.

import { usualKeep } from '#kit/backup/keep-rule.ts';
import type { Ground } from '#kit/ground.ts';
import { openLimits } from '#kit/limits.ts';
import { silentLog } from '#kit/log.ts';
import { serverMailbox } from '#kit/mail/index.ts';
import { openPageCache } from '#kit/page-cache.ts';
import type { Db } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';

/** A demo's ground whose clock stands still. */
export function groundForTests(db: Db, now: Instant): Ground {
  return {
    config: {
      port: 0,
      host: '127.0.0.1',
      origin: 'http://localhost:3000',
      data: '/nowhere',
      databaseUrl: undefined,
      smtpUrl: undefined,
      mailPerHour: 3600,
      mailFrom: serverMailbox('http://localhost:3000'),
      secret: 'only for tests, only for tests, only',
      development: false,
      trustedProxies: 0,
      backupFolder: undefined,
      backupKeep: usualKeep,
    },
    db,
    url: '',
    log: silentLog(),
    limits: openLimits(),
    cache: openPageCache(),
    waiting: { requests: 0 },
    now: () => now,
    mailsQueued: () => {},
    demo: true,
  };
}
