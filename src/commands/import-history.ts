// `ugroup import history FILE --group SLUG`: says what the file says, and with --yes brings it in.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { groupBySlug } from '#groups';
import { transact } from '#kit/db.ts';
import { Temporal, wallClock } from '#kit/time.ts';
import { history } from '#numbers';
import { type Command, misunderstood } from './command.ts';
import { withDatabase } from './open-database.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal } from './terminal.ts';

const options = {
  group: { type: 'string' },
  day: { type: 'string' },
  kind: { type: 'string' },
  columns: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

const refusals = {
  'numbers.file_empty': 'There is nothing in this file.',
  'numbers.file_quote': 'This file breaks off: a quotation mark is opened and never closed.',
  'numbers.file_spreadsheet': 'This is a spreadsheet. Save it as CSV first.',
  'numbers.file_columns': 'This file has more than 1,000 columns.',
  'numbers.file_no_rows': 'There are no rows in this file.',
};
const troubles = {
  too_many_cells: 'has more cells than the header: left out',
  broken: 'cannot be read: left out',
  no_day: 'has no day that can be read: left out',
  not_over: 'is about a day that has not been: left out',
  no_number: 'needs whole numbers: left out',
  too_many: 'would make it more than 20,000 on one day: left out',
  bad_address: 'has an address that cannot be used: counted, not invited',
  nobody: 'names nobody: left out',
};

export const importHistory: Command = async (args, terminal) => {
  const read = readArguments(args, options, { what: 'a FILE', least: 1, most: 1 });
  if ('wrong' in read) return misunderstood(read.wrong, terminal);
  const { group: slug, day, kind, columns, yes } = read.values;
  if (typeof slug !== 'string') return misunderstood('It needs --group and the address of a group.', terminal);
  if (typeof day === 'string' && !isDay(day))
    return misunderstood('"--day" needs a day, such as 2026-03-11.', terminal);
  const [file = ''] = read.rest;
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return sorry(`There is no file ${file} that can be read.`, terminal);
  const table = history.read(bytes);
  if ('refused' in table) return sorry(refusals[table.refused], terminal);
  const guess = history.guess(table.columns);
  const corrected = history.correct(guess, table.columns, { kind, columns });
  if ('wrong' in corrected) return misunderstood(corrected.wrong, terminal);

  return withDatabase(terminal, async (db, config) => {
    const group = await groupBySlug(db, slug);
    if (!group) return sorry(`There is no group at ${slug}.`, terminal);
    const now = Temporal.Now.instant();
    const today = wallClock(now, group.zone).date;
    const chosen = { ...corrected, day: typeof day === 'string' ? day : null };
    const found = history.understand(table, { ...chosen, today });
    const from = guess.layout ? `looks like ${guess.layout}` : 'has a layout nobody knows';
    terminal.say(`${basename(file)} ${from}. It is read as ${chosen.kind}:`);
    for (const [column, meaning] of Object.entries(chosen.mapping)) {
      if (meaning !== 'skip') terminal.say(`  ${column} = ${meaning}`);
    }
    for (const { line, why } of found.troubles.slice(0, 50)) terminal.say(`  line ${line} ${troubles[why]}`);
    if (found.troubles.length > 50) terminal.say(`  … and ${found.troubles.length - 50} more lines`);
    if (found.unknown_statuses.length > 0) terminal.say(`  taken for a seat: ${found.unknown_statuses.join(', ')}`);
    if (!found.has_addresses && chosen.kind !== 'counts') {
      terminal.say(
        `It has no addresses, so nobody can be invited. People can join at ${config.origin}/g/${group.slug}/join`,
      );
    }
    terminal.say(`${found.evenings.length} evenings, ${found.contacts.length} people who can be invited.`);
    if (found.needs_day) return sorry('It does not say which evening it was: add --day 2026-03-11.', terminal);
    if (!yes) {
      terminal.say(
        'Nothing was written. To correct it: --columns "Name=name;Mail=address" --kind guests|people|counts.',
      );
      terminal.say('To bring it in like this: --yes');
      return 0;
    }
    const how = { now, secret: config.secret };
    const done = await transact(db, (tx) => history.bringIn(tx, null, group.group_id, found, how));
    const { made, changed, same } = done.evenings;
    terminal.say(`Evenings: ${made} new, ${changed} changed, ${same} the same.`);
    terminal.say(
      `People to invite: ${done.contacts.made} new, ${done.contacts.known} known already. Nobody was mailed.`,
    );
    return 0;
  });
};

const isDay = (text: string): boolean => /^(19|[2-9]\d)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

function sorry(sentence: string, terminal: Terminal): number {
  terminal.complain(sentence);
  return 1;
}
