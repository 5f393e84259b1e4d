// The command line: `ugroup <command>`. What each command does stands in src/commands.
import { runCommand } from './commands/index.ts';
import { openTerminal } from './commands/terminal.ts';

const terminal = openTerminal();
process.exit(await runCommand(process.argv.slice(2), terminal));
