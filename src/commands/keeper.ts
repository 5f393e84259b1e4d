// `ugroup keeper`: a new one-time link for whoever is to keep this server, while nobody does.
import { keeperLink } from '#people';
import { type Command, misunderstood } from './command.ts';
import { groundOf, withDatabase } from './open-database.ts';
import { readArguments } from './read-arguments.ts';

export const keeper: Command = async (args, terminal) => {
  const read = readArguments(args, {}, { what: '', least: 0, most: 0 });
  if ('wrong' in read) return misunderstood(read.wrong, terminal);
  return withDatabase(terminal, async (db, config, url) => {
    const link = await keeperLink(groundOf(db, config, url));
    if (link === null) {
      terminal.complain('This server has a keeper already.');
      return 1;
    }
    terminal.say('Who opens this link becomes the keeper of this server. Links printed before no longer work.');
    terminal.say(link);
    return 0;
  });
};
