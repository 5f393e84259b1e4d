// `ugroup import archive FILE [--as SLUG]`: a group that comes from another Ugroup, whole or not at all.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { bringIn, sayRefusal } from '#archive';
import { Temporal } from '#kit/time.ts';
import { type Command, misunderstood } from './command.ts';
import { withDatabase } from './open-database.ts';
import { readArguments } from './read-arguments.ts';

export const importArchive: Command = async (args, terminal) => {
  const read = readArguments(args, { as: { type: 'string' } }, { what: 'a FILE', least: 1, most: 1 });
  if ('wrong' in read) return misunderstood(read.wrong, terminal);
  const file = resolve(process.env.INIT_CWD ?? '.', read.rest[0] ?? '');
  if (!existsSync(file)) {
    terminal.complain(`There is no file ${file}.`);
    return 1;
  }
  return withDatabase(terminal, async (db, config) => {
    const slug = read.values.as === undefined ? undefined : String(read.values.as);
    const done = await bringIn(db, { file, slug, actor: null, now: Temporal.Now.instant() });
    if ('refused' in done) {
      terminal.complain(sayRefusal(done, 'en'));
      terminal.complain(
        done.refused === 'archive.slug_taken'
          ? 'Give it another one: --as SLUG. Nothing was brought in.'
          : 'Nothing was brought in.',
      );
      return 1;
    }
    const url = `${config.origin}/g/${done.slug}`;
    if (!done.is_new) {
      terminal.say(`This archive of ${done.name} was brought in before; nothing was changed. ${url}`);
      return 0;
    }
    const n = (table: string) => (done.counts[table] ?? 0).toLocaleString('en');
    terminal.say(`${done.name} is here: ${url}`);
    terminal.say(`  ${n('groups.member')} members, ${n('events.event')} evenings, ${n('people')} people in all.`);
    if (done.newcomers > 0) {
      terminal.say(
        `  ${done.newcomers.toLocaleString('en')} of them have yet to sign in here, and get no mail until they do.`,
      );
    }
    if (done.left_out > 0) {
      terminal.say(
        `  ${done.left_out} of its old addresses or list entries belong to other groups here and stayed out.`,
      );
    }
    terminal.say('Nobody was mailed.');
    return 0;
  });
};
