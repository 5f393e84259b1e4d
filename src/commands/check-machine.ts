// The doctor's questions to this machine: Node, port, folder, disk, zones.
import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import type { Config } from '#kit/config.ts';
import { isZone, Temporal } from '#kit/time.ts';
import type { Check } from './doctor.ts';

/** Whether this Node can run Ugroup. */
export function checkNode(): Check {
  const name = 'node';
  const ok = Number(process.versions.node.split('.')[0]) >= 24;
  const says = `Node ${process.versions.node}`;
  return {
    name,
    ok,
    says: ok ? says : `${says}; Ugroup needs 24 or later. Start it with "npm start", which brings its own.`,
  };
}

/** Free, or taken by a Ugroup that answers: that is most likely this one. */
export async function checkPort({ port, host }: Config): Promise<Check> {
  const name = 'port';
  const code = await listeningFails(port, host);
  if (code === undefined) return { name, ok: true, says: `${port} is free` };
  if (code === 'EADDRINUSE') {
    if (await answersAsUgroup(port)) return { name, ok: true, says: `a Ugroup runs on ${port}` };
    return { name, ok: false, says: `${port} is taken by another program. Choose another: UGROUP_PORT=3001` };
  }
  const because = code === 'EACCES' ? 'this user may not listen there; take one from 1024 on' : code;
  return { name, ok: false, says: `${port} cannot be used: ${because}` };
}

function listeningFails(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

async function answersAsUgroup(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4000) });
    const body: unknown = await answer.json();
    return typeof body === 'object' && body !== null && 'ok' in body;
  } catch {
    return false;
  }
}

/** The data folder, or the nearest one above it while it does not exist, can be written to. */
export async function checkData({ data }: Config): Promise<Check> {
  const name = 'data folder';
  const there = existsSync(data);
  const folder = there ? data : nearestAbove(data);
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return { name, ok: true, says: there ? data : `${data} will be made` };
  } catch {
    return {
      name,
      ok: false,
      says: `this user cannot write to ${folder}. Set UGROUP_DATA to a folder it can write to.`,
    };
  }
}

const enough = 500 * 1024 ** 2;

/** Whether the data folder’s disk has room for the coming weeks: 500 MB free. */
export async function checkDisk({ data }: Config): Promise<Check> {
  const name = 'disk';
  const { bavail, bsize } = await statfs(existsSync(data) ? data : nearestAbove(data));
  const free = bavail * bsize;
  const says = `${(free / 1024 ** 3).toFixed(1)} GB free beside the data`;
  return { name, ok: free >= enough, says: free >= enough ? says : `${says}; when it is full, nobody gets a seat` };
}

/** The runtime must know the zones of the world, and lately: an evening is kept in its place's own time. */
export function checkZones(): Check {
  const name = 'zones';
  const summer = Temporal.Instant.from('2026-07-01T12:00Z');
  const knows =
    isZone('Europe/Kyiv') &&
    isZone('Asia/Kolkata') &&
    summer.toZonedDateTimeISO('America/New_York').offset === '-04:00';
  // Clocks stand still in files; a machine without a clock of its own starts in 1970.
  const clockIsSet = Temporal.Now.instant().toString() > '2025';
  const version = process.versions.tz ?? 'unknown';
  if (!clockIsSet)
    return { name, ok: false, says: `this machine thinks it is ${Temporal.Now.plainDateISO().toString()}` };
  return knows
    ? { name, ok: true, says: `time zone rules of ${version}; this machine's own zone is ${Temporal.Now.timeZoneId()}` }
    : { name, ok: false, says: `this Node lacks current time zone rules (${version}); start Ugroup with "npm start"` };
}

function nearestAbove(path: string): string {
  let folder = path;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
