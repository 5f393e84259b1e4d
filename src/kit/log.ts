// Structured lines on the terminal. A line names its room, says what happened, and holds no personal data.
import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines on standard output. Level from UGROUP_LOG; by default warnings on a terminal somebody looks at, everything in a file. */
export function openLog(level: string = process.env.UGROUP_LOG ?? (process.stdout.isTTY ? 'warn' : 'info')): Log {
  // A line at a time would be a system call per request; what a crash could take with it is at most the last second.
  // Not more at a time: with each line what has gathered is copied once.
  const buffered = pino.destination({ dest: 1, sync: false, minLength: 4000, periodicFlush: 1000 });
  return pino({ level, base: null }, buffered);
}

/** A log that says nothing, for tests and short commands. */
export function silentLog(): Log {
  return pino({ level: 'silent' });
}
