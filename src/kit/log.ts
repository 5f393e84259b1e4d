// Structured lines on the terminal. A line names its room, says what happened, and holds no personal data.
import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines on standard output. Level from UGROUP_LOG; by default warnings on a terminal somebody looks at, everything in a file. */
export function openLog(level: string = process.env.UGROUP_LOG ?? (process.stdout.isTTY ? 'warn' : 'info')): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** A log that says nothing, for tests and short commands. */
export function silentLog(): Log {
  return pino({ level: 'silent' });
}
