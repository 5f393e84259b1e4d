// A restart under load turns nobody away: the socket is held for Ugroup as systemd holds it, and the built program comes and goes.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handedSocket } from '#kit/listen.ts';
import { projectRoot } from '#kit/root.ts';

it('takes only a socket that is handed to this very process', () => {
  expect(handedSocket({ LISTEN_PID: '7', LISTEN_FDS: '1' }, 7)).toBe(3);
  expect(handedSocket({ LISTEN_PID: '7', LISTEN_FDS: '1' }, 8)).toBeUndefined();
  expect(handedSocket({ LISTEN_PID: '7', LISTEN_FDS: '0' }, 7)).toBeUndefined();
  expect(handedSocket({}, 7)).toBeUndefined();
});

type Held = { fd: number; getsockname(out: { port?: number }): void; close(): void };
// Bound and kept open, never accepted from: what systemd does with a .socket unit.
const createHandle = (net as unknown as { _createServerHandle(host: string, port: number, family: 4): Held })
  ._createServerHandle;

describe.runIf(process.platform === 'linux')('a restart under load', () => {
  const data = mkdtempSync(join(tmpdir(), 'ugroup-restart-'));
  let held: Held;
  let port = 0;
  let server: ChildProcess;
  /** What the program said last, for when it does not come up. */
  let said = '';

  beforeAll(async () => {
    held = createHandle('127.0.0.1', 0, 4);
    const at: { port?: number } = {};
    held.getsockname(at);
    port = at.port ?? 0;
    server = start();
    await well();
  }, 90_000);
  afterAll(async () => {
    await ended('SIGTERM');
    held.close();
    rmSync(data, { recursive: true, force: true });
  });

  it('is a wait and not one failed request', { timeout: 150_000 }, async () => {
    const load = ask();
    for (let restarts = 0; restarts < 2; restarts++) {
      await load.answers(60);
      await ended('SIGTERM');
      server = start();
    }
    await load.answers(60);
    expect(await load.end()).toEqual([]);
  });

  it('would fail requests if the program were killed instead', { timeout: 90_000 }, async () => {
    const load = ask();
    await load.answers(60);
    await ended('SIGKILL');
    server = start();
    await load.answers(60);
    expect((await load.end()).length).toBeGreaterThan(0);
  });

  function start(): ChildProcess {
    const main = join(projectRoot, 'dist', 'main.js');
    if (!existsSync(main)) throw new Error('npm run build first');
    // Of the environment only what a service unit gives: other tests of this process change theirs.
    const { PATH, HOME, TMPDIR } = process.env;
    const given = { PATH, HOME, TMPDIR, LISTEN_FDS: '1' };
    const env = { ...given, UGROUP_DATA: data, UGROUP_HOST: '127.0.0.1', UGROUP_LOG: 'fatal' };
    const program = spawn('sh', ['-c', 'LISTEN_PID=$$ exec "$0" "$1"', process.execPath, main], {
      cwd: projectRoot,
      env,
      stdio: ['ignore', 'pipe', 'pipe', held.fd],
    });
    said = '';
    for (const stream of [program.stdout, program.stderr]) stream?.on('data', (text) => (said += text));
    return program;
  }

  function ended(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    return new Promise((done) => {
      if (server.exitCode !== null || server.signalCode !== null) return done();
      server.once('exit', () => done());
      server.kill(signal);
    });
  }

  async function well(): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      if (
        await fetch(`http://127.0.0.1:${port}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error(`it did not come up within a minute; exit code ${server.exitCode}, and it said: ${said}`);
  }

  /** Twenty visitors, each asking again and again over a connection they keep, and again over a new one when they are told to. */
  function ask() {
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    const failed: string[] = [];
    let answered = 0;
    let going = true;
    const visitors = Array.from({ length: 20 }, async (_, visitor) => {
      for (let n = visitor; going; n++) {
        const path = paths[n % paths.length] as string;
        const failure = await one(agent, path);
        if (failure) failed.push(`${path}: ${failure}`);
        else answered++;
      }
    });
    return {
      async answers(more: number) {
        const enough = answered + more;
        while (answered < enough) await new Promise((done) => setTimeout(done, 50));
      },
      async end() {
        going = false;
        await Promise.all(visitors);
        agent.destroy();
        return failed;
      },
    };
  }

  /** What went wrong with one request; nothing if it was answered whole. */
  function one(agent: Agent, path: string): Promise<string | undefined> {
    return new Promise((done) => {
      const asked = request(
        { agent, host: '127.0.0.1', port, path, headers: { cookie: 'ugroup=nobody' } },
        (answer) => {
          answer.resume();
          answer.on('error', (error) => done(error.message));
          answer.on('end', () => done(answer.statusCode === 200 ? undefined : String(answer.statusCode)));
        },
      );
      asked.on('error', (error) => done(error.message));
      asked.end();
    });
  }
});

/** Pages that are made anew for whoever carries a cookie. */
const paths = ['/', '/evenings', '/groups?q=cloud', '/privacy'];
