// Starts the product as its users do (`node dist/main.js`, everything on), and its rulers, each in a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#kit/root.ts';

export type Server = {
  port: number;
  stop(): Promise<void>;
  /** Until it says itself that all is well. */
  well(): Promise<void>;
  /** Ends it with `signal` and starts it again on the same port, as a service unit would. */
  restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};
export type Bench = {
  data: string;
  product: Server;
  ruler(file: string, args?: string[]): Promise<Server>;
  stop(): Promise<void>;
};

/** The built product on an empty data folder of its own. Its log goes to a file there, and so do its mails without an `SMTP_URL`. */
export async function startProduct(env: Record<string, string> = {}): Promise<Bench> {
  const data = mkdtempSync(join(tmpdir(), 'ugroup-bench-'));
  const rulers: Server[] = [];
  // PROF=folder keeps a profile of the product's process there.
  const profiled = process.env.PROF ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROF}`] : [];
  const product = await start([...profiled, join(projectRoot, 'dist', 'main.js')], data, 'product', env);
  return {
    data,
    product,
    async ruler(file, args = []) {
      const server = await start(['--import', 'tsx', join(projectRoot, 'bench', file), ...args], data, file);
      rulers.push(server);
      return server;
    },
    async stop() {
      for (const server of rulers) await server.stop();
      await product.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function start(args: string[], data: string, name: string, more: Record<string, string> = {}): Promise<Server> {
  const port = await freePort();
  const env = {
    ...process.env,
    UGROUP_DATA: data,
    UGROUP_PORT: String(port),
    UGROUP_HOST: '127.0.0.1',
    UGROUP_URL: `http://127.0.0.1:${port}`,
    ...more,
  };
  const log = join(data, `${name.replace(/\W/g, '-')}.log`);
  let child = run();
  const server: Server = {
    port,
    stop: () => ended('SIGTERM'),
    well: () => answers(port, () => child.exitCode === null, log),
    async restart(signal) {
      await ended(signal);
      child = run();
    },
  };
  await server.well();
  return server;

  function run(): ChildProcess {
    const started = spawn(process.execPath, args, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const kept = createWriteStream(log, { flags: 'a' });
    started.stdout?.pipe(kept, { end: false });
    started.stderr?.pipe(kept, { end: false });
    return started;
  }

  function ended(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    return new Promise((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once('exit', () => done());
      child.kill(signal);
    });
  }
}

async function answers(port: number, isAlive: () => boolean, log: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (!isAlive()) throw new Error(`a server ended before it answered; its log is ${log}`);
    const well = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (well) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('a server did not answer within a minute');
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
