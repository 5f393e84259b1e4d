// What must survive: the database away for a while, and SIGKILL of everything at any moment. On the real program and its own PostgreSQL.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#kit/db.ts';
import { silentLog } from '#kit/log.ts';
import { projectRoot } from '#kit/root.ts';
import { makeEvening, makeGroup, makeGuests } from '../bench/fixture.ts';
import { openBase } from '../src/base.ts';

const data = mkdtempSync(join(tmpdir(), 'ugroup-faults-'));
let port = 0;
let server: ChildProcess;

beforeAll(async () => {
  port = await freePort();
  await start();
}, 60_000);

afterAll(async () => {
  await stopped('SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

describe('seats that were acknowledged', () => {
  it('are there after SIGKILL of the program and of its database in the middle of a rush', {
    timeout: 90_000,
  }, async () => {
    const { event, guests } = await evening(120);
    const acknowledged = new Set<string>();
    const rush = Promise.allSettled(
      guests.map(async (guest, at) => {
        await new Promise((done) => setTimeout(done, at * 4));
        const answer = await post(`${event.path}/seat`, guest.token);
        if (answer.status === 303) acknowledged.add(guest.person_id);
      }),
    );
    // In the middle: some have their answer, most have not, however slow the machine is.
    while (acknowledged.size < 10) await new Promise((done) => setTimeout(done, 5));
    process.kill(postmaster(), 'SIGKILL');
    await stopped('SIGKILL');
    await rush;
    await start();

    const kept = await withDatabase(({ db }) =>
      db
        .selectFrom('events.enrolment')
        .select('person_id')
        .where('event_id', '=', event.event_id)
        .where('state', 'in', ['going', 'waitlisted'])
        .execute(),
    );
    expect(acknowledged.size).toBeGreaterThan(0);
    expect(acknowledged.size).toBeLessThan(guests.length);
    expect([...acknowledged].filter((person) => !kept.some((row) => row.person_id === person))).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('a database that is away', () => {
  it('is an honest 503 with Retry-After, and then all is well again by itself', { timeout: 60_000 }, async () => {
    const { event, guests } = await evening(2);
    const [guest] = guests;
    const pid = postmaster();
    process.kill(pid, 'SIGSTOP');
    for (const backend of childrenOf(pid)) process.kill(backend, 'SIGKILL');
    const [health, seat] = await Promise.all([
      fetch(`http://127.0.0.1:${port}/healthz`),
      post(`${event.path}/seat`, guest?.token ?? ''),
    ]);
    expect([health.status, health.headers.get('retry-after')]).toEqual([503, '5']);
    expect([seat.status, seat.headers.get('retry-after')]).toEqual([503, '5']);
    process.kill(pid, 'SIGCONT');
    await well();
    expect((await post(`${event.path}/seat`, guest?.token ?? '')).status).toBe(303);
  });
});

async function evening(n: number) {
  return withDatabase(async ({ db }) => {
    const guests = await makeGuests(db, n);
    const owner = guests[0];
    if (!owner) throw new Error('no guests');
    const known = await db.selectFrom('groups.group').selectAll().executeTakeFirst();
    const group = known ?? (await makeGroup(db, owner));
    return { guests, event: await makeEvening(db, group, owner, n) };
  });
}

async function withDatabase<T>(work: (database: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
  const before = { ...process.env };
  process.env.UGROUP_DATA = data;
  const base = await openBase({ log: silentLog(), serves: false });
  process.env = before;
  if ('refused' in base) throw new Error(base.sentence);
  const database = openDatabase(base.url, { max: 2 });
  try {
    return await work(database);
  } finally {
    await database.close();
    await base.stop();
  }
}

function post(path: string, token: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: `ugroup=${token}`,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    body: 'guests=0',
  });
}

/** Processes whose parent is `pid`, from /proc. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return Number(/\) . (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]) === pid;
      } catch {
        return false;
      }
    })
    .map(Number);
}

function postmaster(): number {
  return Number(readFileSync(join(data, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function start(): Promise<void> {
  const env = {
    ...process.env,
    UGROUP_DATA: data,
    UGROUP_PORT: String(port),
    UGROUP_HOST: '127.0.0.1',
    UGROUP_LOG: 'fatal',
  };
  server = spawn(process.execPath, ['--import', 'tsx', join(projectRoot, 'src', 'main.ts')], {
    cwd: projectRoot,
    env,
    stdio: 'ignore',
  });
  await well();
}

async function well(): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const ok = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the server did not get well within 40 s');
}

function stopped(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null || server.signalCode !== null) return done();
    server.once('exit', () => done());
    server.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address() as { port: number };
      probe.close(() => done(found));
    });
  });
}
