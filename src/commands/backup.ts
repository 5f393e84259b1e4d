// `ugroup backup [--to FOLDER]`: the whole server in one file, while it runs.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runBackup } from '#archive';
import { readConfig } from '#kit/config.ts';
import { Temporal } from '#kit/time.ts';
import { type Command, misunderstood } from './command.ts';
import { withDatabase } from './open-database.ts';
import { readArguments } from './read-arguments.ts';

/**
 * Without --to into UGROUP_BACKUP_DIR, and without that into `backups` in the data folder. Lets no old ones go. Refuses where no
 * database ever was: without the server's settings a command looks into another folder, and an empty backup would pass for one.
 */
export const backup: Command = async (args, terminal) => {
  const read = readArguments(args, { to: { type: 'string' } }, { what: '', least: 0, most: 0 });
  if ('wrong' in read) return misunderstood(read.wrong, terminal);
  const { data, databaseUrl } = await readConfig();
  if (!databaseUrl && !existsSync(join(data, 'postgres'))) {
    terminal.complain(
      `There is no database in ${data}, so nothing was kept. Give this command the settings of the server.`,
    );
    return 1;
  }
  return withDatabase(terminal, async (db, config, url) => {
    const given =
      read.values.to === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', String(read.values.to));
    const folder = given ?? config.backupFolder ?? join(config.data, 'backups');
    const ran = await runBackup({ db, url, config, folder, now: Temporal.Now.instant() });
    if ('went_wrong' in ran) {
      terminal.complain(`The backup was not finished: ${ran.sentence}. What was in ${folder} is as it was.`);
      return 1;
    }
    terminal.say(`${ran.file}`);
    terminal.say(
      `  ${ran.rows.toLocaleString('en')} rows, ${Math.ceil(ran.bytes / 1024).toLocaleString('en')} KB; read back and whole.`,
    );
    terminal.say('Everything is in it, the secret too: keep it as you keep the server, and not only beside it.');
    return 0;
  });
};
