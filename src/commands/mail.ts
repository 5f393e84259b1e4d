// `ugroup mail`: how the outbox is doing.
import { sql } from 'kysely';
import { transact } from '#kit/db.ts';
import { mailPause, type Pause, resumeMails } from '#kit/mail/index.ts';
import { type Command, misunderstood } from './command.ts';
import { withDatabase } from './open-database.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal } from './terminal.ts';

type Counts = {
  waiting: number;
  due: number;
  retried: number;
  sent: number;
  sent_in_hour: number;
  failed: number;
  dropped: number;
  oldest: Date | null;
};

const options = { resume: { type: 'boolean' }, drop: { type: 'boolean' } } as const;

/** After a restore mails wait. `--resume`: let them leave. `--drop`: all but those that may have left before it. */
export const mail: Command = async (args, terminal) => {
  const read = readArguments(args, options, { what: '', least: 0, most: 0 });
  if ('wrong' in read) return misunderstood(read.wrong, terminal);
  const { resume = false, drop = false } = read.values;
  return withDatabase(terminal, async (db, config) => {
    if (resume || drop) {
      const dropped = await transact(db, (tx) => resumeMails(tx, { drop: drop === true }));
      terminal.say(drop ? `Dropped ${dropped.toLocaleString('en')} mails. The others leave.` : 'Mails leave.');
    }
    const pause = await mailPause(db);
    if (pause) sayPause(pause, terminal);
    const { rows } = await sql<Counts>`
      select count(*) filter (where state = 'waiting') as waiting,
        count(*) filter (where state = 'waiting' and due_at <= now()) as due,
        count(*) filter (where state = 'waiting' and last_error is not null) as retried,
        count(*) filter (where state = 'sent') as sent,
        count(*) filter (where state = 'sent' and sent_at > now() - interval '1 hour') as sent_in_hour,
        count(*) filter (where state = 'failed') as failed,
        count(*) filter (where state = 'dropped') as dropped,
        min(due_at) filter (where state = 'waiting' and due_at <= now()) as oldest
      from kit.mail`.execute(db);
    const errors = await sql<{ state: string; last_error: string; n: number }>`
      select state, last_error, count(*) as n from kit.mail
      where last_error is not null and state in ('waiting', 'failed') group by 1, 2 order by 3 desc limit 10`.execute(
      db,
    );
    const counts = rows[0];
    if (!counts) return 1;
    const n = (count: number) => Number(count).toLocaleString('en');
    const since = counts.oldest
      ? `, the oldest since ${counts.oldest.toISOString().slice(0, 16).replace('T', ' ')} UTC`
      : '';
    terminal.say(`Waiting: ${n(counts.waiting)} (${n(counts.due)} could leave now${since})`);
    terminal.say(
      `Left in the last hour: ${n(counts.sent_in_hour)} of at most ${n(config.mailPerHour)} (UGROUP_MAIL_PER_HOUR)`,
    );
    terminal.say(
      `In the last 30 days: ${n(counts.sent)} left, ${n(counts.failed)} failed, ${n(counts.dropped)} were called back`,
    );
    if (Number(counts.retried) > 0) terminal.say(`Tried before without luck: ${n(counts.retried)}`);
    for (const { state, last_error, n: many } of errors.rows) terminal.say(`  ${n(many)} ${state}: ${last_error}`);
    return 0;
  });
};

function sayPause({ taken_at, doubtful, fresh }: Pause, terminal: Terminal): void {
  terminal.say(`Mails wait since the backup of ${taken_at.slice(0, 16).replace('T', ' ')} UTC was put back.`);
  terminal.say(
    `  ${doubtful.toLocaleString('en')} waited then and may have left since; ${fresh.toLocaleString('en')} came later or are due later.`,
  );
  terminal.say('  mail --resume lets all of them leave; mail --drop drops the first, and lets the others leave.');
}
