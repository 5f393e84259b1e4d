// What a command says and how it hears that it should stop.

export type Terminal = {
  say(line: string): void;
  /** What went wrong, on standard error. */
  complain(line: string): void;
  /** How far it is: one line that is rewritten; where there is no terminal, now and then a line. */
  progress(line: string): void;
  /** True once Ctrl-C was pressed: a command ends at the next good moment. */
  isStopped(): boolean;
};

const everyMs = 2000;

/** The real one. A second Ctrl-C ends the process at once. */
export function openTerminal(): Terminal {
  let stopped = false;
  let open = false;
  let last = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopped) process.exit(130);
      stopped = true;
    });
  }
  const clear = () => {
    if (open) process.stdout.write('\r\x1b[2K');
    open = false;
  };
  return {
    say(line) {
      clear();
      process.stdout.write(`${line}\n`);
    },
    complain(line) {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress(line) {
      if (process.stdout.isTTY) {
        process.stdout.write(`\r\x1b[2K${line}`);
        open = true;
      } else if (Date.now() - last >= everyMs) {
        last = Date.now();
        process.stdout.write(`${line}\n`);
      }
    },
    isStopped: () => stopped,
  };
}
