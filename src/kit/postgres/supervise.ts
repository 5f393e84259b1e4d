// Watches a running PostgreSQL, brings it back with back-off when it goes down, and stops it cleanly.
import { setTimeout as sleep } from 'node:timers/promises';
import { isReachable } from './address.ts';
import { bringUp, type Up, type Wanted } from './bring-up.ts';
import { isAlive, signalPostmaster, stopPostmaster } from './postmaster.ts';
import { isRefusal } from './refusal.ts';

export type Supervised = {
  pid: () => number;
  healthy: () => boolean /** `leave`: let it run on. Never hangs. */;
  end: (how: 'stop' | 'leave') => Promise<void>;
};

const firstPause = 250;
const longestPause = 10_000;
/** Up this long, and the next fall starts at the first pause again. */
const steadyAfter = 60_000;

/** `mayStop` is asked when the process exits without `end`: whether nobody else uses the server. */
export function supervise(wanted: Wanted, first: Up, mayStop: () => boolean): Supervised {
  const { log, cluster } = wanted;
  const address = first.postmaster.address;
  let current = first;
  let up = true;
  let ending = false;
  let pause = firstPause;
  let since = Date.now();
  let restarting: Promise<void> = Promise.resolve();
  const rounds = setInterval(look, 500);
  rounds.unref();
  watch();
  process.once('exit', atExit);
  return { pid: () => current.postmaster.pid, healthy: () => up && !ending, end };

  function watch(): void {
    const watched = current;
    watched.child?.once('exit', () => {
      if (watched === current) fell();
    });
  }

  // An adopted server is nobody's child, so it is asked after; and a swept temp folder leaves a server nobody can reach.
  function look(): void {
    if (!up || ending) return;
    if (!isAlive(current.postmaster)) fell();
    else if (!isReachable(address)) {
      log({ event: 'postgres.socket_gone', pid: current.postmaster.pid });
      signalPostmaster(current.postmaster, 'SIGINT', cluster);
    }
  }

  function fell(): void {
    if (!up || ending) return;
    up = false;
    if (Date.now() - since > steadyAfter) pause = firstPause;
    log({ event: 'postgres.down', pid: current.postmaster.pid, again_in_milliseconds: pause });
    restarting = comeBack();
  }

  async function comeBack(): Promise<void> {
    while (!ending) {
      await sleep(pause, undefined, { ref: false });
      pause = Math.min(longestPause, pause * 2);
      if (ending) return;
      const next = await bringUp({ ...wanted, address, givenUp: () => ending }).catch((cause: Error) => ({
        refused: 'kit.postgres.failed' as const,
        detail: cause.message,
      }));
      if (isRefusal(next)) {
        log({ event: 'postgres.still_down', detail: next.detail, again_in_milliseconds: pause });
        continue;
      }
      current = next;
      since = Date.now();
      up = true;
      watch();
      return;
    }
  }

  async function end(how: 'stop' | 'leave'): Promise<void> {
    ending = true;
    clearInterval(rounds);
    process.off('exit', atExit);
    if (how === 'leave') return;
    // A restart under way sees `ending` and gives up; what it may have brought up meanwhile is in `current`.
    await Promise.race([restarting, sleep(20_000)]);
    await stopPostmaster(current.postmaster, cluster);
    log({ event: 'postgres.stopped', pid: current.postmaster.pid });
  }

  function atExit(): void {
    if (mayStop()) signalPostmaster(current.postmaster, 'SIGINT', cluster);
  }
}
