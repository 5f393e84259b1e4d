// `ugroup import groups FILE [--source NAME]`: a list of groups, each once, unclaimed.
import { basename } from 'node:path';
import { groupList } from '#groups';
import { Temporal } from '#kit/time.ts';
import { type Command, misunderstood } from './command.ts';
import { withDatabase } from './open-database.ts';
import { readArguments } from './read-arguments.ts';
import { readText } from './read-file.ts';
import { report } from './report.ts';

/** Without --source a list is known by its file's name: keep it, and reading the list again changes only what differs. */
export const importGroupsCommand: Command = async (args, terminal) => {
  const read = readArguments(args, { source: { type: 'string' } }, { what: 'a FILE', least: 1, most: 1 });
  if ('wrong' in read) return misunderstood(read.wrong, terminal);
  const [file = ''] = read.rest;
  const source = String(read.values.source ?? basename(file).replace(/\.[^.]+$/, '')).trim();
  if (source === '') return misunderstood('"--source" needs a name.', terminal);
  const content = await readText(file);
  if ('wrong' in content) {
    terminal.complain(content.wrong);
    return 1;
  }
  const list = groupList.read(content.text);
  if (!list.ok) {
    terminal.complain(list.sentence);
    return 1;
  }
  return withDatabase(terminal, async (db) => {
    const told = await groupList.bringIn(db, Temporal.Now.instant(), list.rows, {
      source,
      bad: list.bad,
      onProgress: (done, of) => terminal.progress(`${done} of ${of} groups`),
      isStopped: terminal.isStopped,
    });
    report(terminal, 'groups', told);
    if (terminal.isStopped()) {
      terminal.complain('Stopped before the end. What was read is kept; start it again for the rest.');
      return 130;
    }
    terminal.say(`Known as the list "${source}". They are unclaimed, and nobody was mailed.`);
    return 0;
  });
};
