// What a command is.
import type { Terminal } from './terminal.ts';

/** Gives the exit code: 0 done, 1 something is wrong, 2 not understood, 130 stopped. */
export type Command = (args: string[], terminal: Terminal) => Promise<number>;

/** Says what was not understood and where to look, and gives the exit code for it. */
export function misunderstood(sentence: string, terminal: Terminal): number {
  terminal.complain(`${sentence} See: ugroup help`);
  return 2;
}
