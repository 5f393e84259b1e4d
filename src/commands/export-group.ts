// `ugroup export group SLUG [--to FILE]`: a group in one file, to take along. Needs nothing but the data folder.
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { packGroup } from '#archive';
import { groupBySlug } from '#groups';
import { Temporal } from '#kit/time.ts';
import { type Command, misunderstood } from './command.ts';
import { withDatabase } from './open-database.ts';
import { readArguments } from './read-arguments.ts';

/** Without --to it lies in the folder one stands in, named after group and day. Never writes over a file. */
export const exportGroup: Command = async (args, terminal) => {
  const read = readArguments(args, { to: { type: 'string' } }, { what: 'the SLUG of a group', least: 1, most: 1 });
  if ('wrong' in read) return misunderstood(read.wrong, terminal);
  const [slug = ''] = read.rest;
  const named = `${slug.replace(/[^a-z0-9-]/g, '')}-${Temporal.Now.plainDateISO().toString()}.zip`;
  // npm runs a script in the project's folder, and says where it was asked to.
  const file = resolve(process.env.INIT_CWD ?? '.', String(read.values.to ?? named));
  if (existsSync(file)) {
    terminal.complain(`${file} is there already. Name another one with --to.`);
    return 1;
  }
  return withDatabase(terminal, async (db, config) => {
    const group = await groupBySlug(db, slug);
    if (!group) {
      terminal.complain(`There is no group at /g/${slug}.`);
      return 1;
    }
    const { group_id } = group;
    const now = Temporal.Now.instant();
    const { counts, files } = await packGroup(db, { group_id, actor: null, origin: config.origin, now, file });
    const n = (table: string) => (counts[table] ?? 0).toLocaleString('en');
    const mails = files.filter(({ name }) => name.endsWith('.eml')).map(({ name }) => name);
    terminal.say(`${group.name} is in ${file} (${Math.ceil(statSync(file).size / 1024).toLocaleString('en')} KB).`);
    terminal.say(
      `  ${n('groups.member')} members, ${n('events.event')} evenings, ${n('people')} people in all; read back and whole.`,
    );
    terminal.say(`  The address list: addresses.csv. The last mail, ready to be sent: ${mails.join(', ')}.`);
    terminal.say('Names and addresses are in it: keep it where only you can read it.');
    return 0;
  });
};
