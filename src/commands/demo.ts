// `ugroup demo`: builds the demo town, so that its first start is a quick one.
import { silentLog } from '#kit/log.ts';
import { openBase } from '../base.ts';
import { buildDemo } from '../demo/index.ts';
import { type Command, misunderstood } from './command.ts';
import { readArguments } from './read-arguments.ts';

export const demo: Command = async (args, terminal) => {
  const read = readArguments(args, {}, { what: '', least: 0, most: 0 });
  if ('wrong' in read) return misunderstood(read.wrong, terminal);
  const base = await openBase({ log: silentLog(), demo: true, serves: false });
  if ('refused' in base) {
    terminal.complain(base.sentence);
    return 1;
  }
  try {
    const isNew = await buildDemo(base, terminal.say);
    terminal.say(`${isNew ? 'The demo town is built' : 'The demo town stands already'}, in ${base.config.data}.`);
    terminal.say('Walk around in it: npm start -- --demo');
    return 0;
  } finally {
    await base.stop();
  }
};
