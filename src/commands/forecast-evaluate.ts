// `ugroup forecast evaluate FILE.csv`: the forecast made again for nights that were, and compared with what came of them.
import { type Evaluation, evaluate, nightsFromRows } from '#forecast';
import { readCsv } from '#kit/csv.ts';
import { type Command, misunderstood } from './command.ts';
import { readArguments } from './read-arguments.ts';
import { readText } from './read-file.ts';
import type { Terminal } from './terminal.ts';

const troubles = {
  no_start: 'has no starts_at that can be read',
  no_night: 'has no event_id',
  no_count: 'needs whole numbers in rsvps and came',
  bad_posture: 'has a posture other than free, fee, deposit, elsewhere',
};

export const forecastEvaluate: Command = async (args, terminal) => {
  const options = { json: { type: 'boolean' }, from: { type: 'string' } } as const;
  const read = readArguments(args, options, { what: 'one FILE', least: 1, most: 1 });
  if ('wrong' in read) return misunderstood(read.wrong, terminal);
  const from = typeof read.values.from === 'string' ? Date.parse(read.values.from) : Number.NEGATIVE_INFINITY;
  if (Number.isNaN(from)) return misunderstood('"--from" needs a day, such as 2026-03-01.', terminal);

  const content = await readText(read.rest[0]!);
  if ('wrong' in content) return sorry(content.wrong, terminal);
  const table = readCsv(content.text);
  if (!table.ok) return sorry('This is not a table with a header and commas between its cells.', terminal);
  const { nights, troubles: bad } = nightsFromRows(table.rows.map(({ cells }) => cells));
  for (const { line } of table.bad) terminal.complain(`  line ${line} has more cells than the header: left out`);
  for (const { row, why } of bad.slice(0, 20)) {
    terminal.complain(`  line ${table.rows[row - 1]!.line} ${troubles[why]}: left out`);
  }
  if (bad.length > 20) terminal.complain(`  … and ${bad.length - 20} more lines`);
  const result = evaluate(nights, from);
  if (result === null)
    return sorry('No night has an earlier one that was over two days before it: nothing to try.', terminal);

  if (read.values.json) terminal.say(JSON.stringify(result.evaluation));
  else for (const line of inWords(result.evaluation)) terminal.say(line);
  return 0;
};

function sorry(sentence: string, terminal: Terminal): number {
  terminal.complain(sentence);
  return 1;
}

function inWords(found: Evaluation): string[] {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const [low, high] = found.ratio_ci95;
  return [
    `${found.events} nights, each forecast from what was known two days before.`,
    `It missed by ${found.crps.toFixed(1)} heads; "the usual share of sign-ups" by ${found.crps_naive.toFixed(1)}, ` +
      `the group's last three nights by ${found.crps_last3.toFixed(1)}.`,
    `That is ${found.crps_ratio_naive.toFixed(2)} of the former (95 %: ${low.toFixed(2)} to ${high.toFixed(2)}).`,
    `Its range held ${percent(found.cover80)} of the nights; it claimed ${percent(found.nominal80)}.`,
    high < 1
      ? 'On these nights it can be trusted more than either.'
      : 'On these nights it is not shown to be better than the usual share.',
  ];
}
