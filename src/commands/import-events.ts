// `ugroup import events FILE…`: evenings that were, as history.
import { basename } from 'node:path';
import { importEvents, type PastEvent, readEvents } from '#events';
import { Temporal } from '#kit/time.ts';
import { type Command, misunderstood } from './command.ts';
import { withDatabase } from './open-database.ts';
import { readArguments } from './read-arguments.ts';
import { readText } from './read-file.ts';
import { report } from './report.ts';

export const importEventsCommand: Command = async (args, terminal) => {
  const read = readArguments(args, {}, { what: 'at least one FILE', least: 1, most: Number.POSITIVE_INFINITY });
  if ('wrong' in read) return misunderstood(read.wrong, terminal);
  const events: PastEvent[] = [];
  const bad: { at: string; because: string }[] = [];
  for (const file of read.rest) {
    const content = await readText(file);
    const list = 'wrong' in content ? content : readEvents(content.text, basename(file));
    const wrong = 'wrong' in list ? list.wrong : list.ok ? undefined : list.sentence;
    if ('wrong' in list || !list.ok) {
      terminal.complain(`${wrong} Nothing was brought in.`);
      return 1;
    }
    events.push(...list.events);
    bad.push(...list.bad);
  }
  return withDatabase(terminal, async (db) => {
    const started = performance.now();
    const { outcomes, groups } = await importEvents(db, Temporal.Now.instant(), events, {
      bad,
      onProgress: (done, of) =>
        terminal.progress(`${done.toLocaleString('en')} of ${of.toLocaleString('en')} evenings`),
      isStopped: terminal.isStopped,
    });
    for (const { name, says } of groups) terminal.say(`  ${name} ${says}`);
    report(terminal, 'evenings', outcomes);
    if (terminal.isStopped()) {
      terminal.complain('Stopped before the end. What was read is kept; start it again for the rest.');
      return 130;
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    terminal.say(`They are history: nobody was mailed, nobody has a seat. It took ${seconds} s.`);
    return 0;
  });
};
