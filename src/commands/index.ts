// The commands by name. Each is loaded only when it is asked for, so that help and doctor work where nothing else does.
import { type Command, misunderstood } from './command.ts';
import type { Terminal } from './terminal.ts';

type Listed = { name: string; takes: string; says: string; load(): Promise<Command> };

export const commands: readonly Listed[] = [
  {
    name: 'doctor',
    takes: '[--json] [--offline]',
    says: 'says what Ugroup would use here, and what is wrong',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'import groups',
    takes: 'FILE [--source NAME]',
    says: 'brings in a list of groups, CSV or JSON; nobody gets mail',
    load: async () => (await import('./import-groups.ts')).importGroupsCommand,
  },
  {
    name: 'import events',
    takes: 'FILE…',
    says: 'brings in evenings that were, with their counts; nobody gets mail',
    load: async () => (await import('./import-events.ts')).importEventsCommand,
  },
  {
    name: 'import history',
    takes: 'FILE --group SLUG [--yes]',
    says: 'says what a list of guests or counts says, and with --yes brings it in; nobody gets mail',
    load: async () => (await import('./import-history.ts')).importHistory,
  },
  {
    name: 'export group',
    takes: 'SLUG [--to FILE]',
    says: 'packs a group into one file: everything of it, the address list, a last mail',
    load: async () => (await import('./export-group.ts')).exportGroup,
  },
  {
    name: 'import archive',
    takes: 'FILE [--as SLUG]',
    says: 'brings such a group in, whole or not at all; nobody gets mail',
    load: async () => (await import('./import-archive.ts')).importArchive,
  },
  {
    name: 'backup',
    takes: '[--to FOLDER]',
    says: 'keeps the whole server in one file, while it runs',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    takes: 'FILE --into FOLDER|DATABASE_URL',
    says: 'puts a backup back, into an empty place',
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'forecast evaluate',
    takes: 'FILE.csv [--from DATE] [--json]',
    says: 'tries the forecast on nights that were, and says whether to trust it; writes nothing',
    load: async () => (await import('./forecast-evaluate.ts')).forecastEvaluate,
  },
  {
    name: 'keeper',
    takes: '',
    says: 'prints a new one-time link for the first keeper of this server',
    load: async () => (await import('./keeper.ts')).keeper,
  },
  {
    name: 'demo',
    takes: '',
    says: 'builds the demo town, in a folder of its own',
    load: async () => (await import('./demo.ts')).demo,
  },
  {
    name: 'mail',
    takes: '[--resume] [--drop]',
    says: 'says how the outbox is doing; lets mails leave that wait since a restore, or drops them',
    load: async () => (await import('./mail.ts')).mail,
  },
  { name: 'help', takes: '', says: 'shows this', load: async () => help },
];

/** Runs `args` and gives the exit code: 0 done, 1 something is wrong, 2 not understood, 130 stopped. */
export async function runCommand(args: string[], terminal: Terminal): Promise<number> {
  if (args.length === 0 || args[0] === '--help' || args[0] === '-h') return help([], terminal);
  const command = commands.find(({ name }) => name.split(' ').every((word, place) => args[place] === word));
  if (!command) return misunderstood(unknown(args), terminal);
  const rest = args.slice(command.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.say(usageOf(command));
    return 0;
  }
  const run = await command.load();
  try {
    return await run(rest, terminal);
  } catch (error) {
    const refusal = await import('./open-database.ts').then(({ sentenceOf }) => sentenceOf(error));
    terminal.complain(refusal);
    return 1;
  }
}

const help: Command = async (args, terminal) => {
  if (args.length > 0) return misunderstood('"help" takes nothing more.', terminal);
  terminal.say('ugroup <command>');
  terminal.say('');
  const wide = Math.max(...commands.map((command) => usageOf(command).length));
  for (const command of commands) terminal.say(`  ${usageOf(command).padEnd(wide)}  ${command.says}`);
  terminal.say('');
  terminal.say('A command uses the database of the server that runs, or starts it for as long as it needs it.');
  terminal.say('Give it the same UGROUP_… and DATABASE_URL as the server.');
  return 0;
};

function usageOf({ name, takes }: Listed): string {
  return `${name} ${takes}`.trim();
}

function unknown([first = '', second]: string[]): string {
  const alike = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  if (alike.length > 0) {
    return second === undefined
      ? `"${first}" needs to know what: ${alike.join(' or ')}.`
      : `There is no "${first} ${second}", only ${alike.join(' and ')}.`;
  }
  return first.startsWith('-') ? `There is no option "${first}" here.` : `There is no command "${first}".`;
}
