// A small load generator over keep-alive sockets, so that it takes little of the two cores it shares with what it measures.
import { connect, type Socket } from 'node:net';

export type Reply = { status: number; head: string; body: Buffer };
export type Load = { count: number; seconds: number; statuses: Map<number, number> };

/** One HTTP/1.1 request as bytes. */
export function request(method: string, path: string, headers: Record<string, string>, body = ''): Buffer {
  const all: Record<string, string> = { host: 'localhost', ...headers };
  if (method === 'POST') {
    all['content-type'] ??= 'application/x-www-form-urlencoded';
    all['content-length'] = String(Buffer.byteLength(body));
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

/**
 * Sends requests over `sockets` connections, one at a time on each, until `next` gives null.
 * `seen` hears of every answer in the order they arrive.
 */
export async function drive(
  port: number,
  sockets: number,
  next: () => Buffer | null,
  seen: (reply: Reply) => void = () => {},
): Promise<Load> {
  const statuses = new Map<number, number>();
  let count = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: sockets }, () =>
      converse(port, next, (reply) => {
        count++;
        statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
        seen(reply);
      }),
    ),
  );
  return { count, seconds: (performance.now() - begun) / 1000, statuses };
}

/** Repeats the given requests in turn for `seconds`. */
export function driveFor(
  port: number,
  sockets: number,
  requests: readonly Buffer[],
  seconds: number,
  seen?: (reply: Reply) => void,
): Promise<Load> {
  const until = performance.now() + seconds * 1000;
  let at = 0;
  return drive(
    port,
    sockets,
    () => (performance.now() > until ? null : (requests[at++ % requests.length] as Buffer)),
    seen,
  );
}

function converse(port: number, next: () => Buffer | null, seen: (reply: Reply) => void): Promise<void> {
  return new Promise((done, fail) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let held: Buffer = Buffer.alloc(0);
    const ask = () => {
      const bytes = next();
      if (bytes) socket.write(bytes);
      else socket.end(() => done());
    };
    socket.on('connect', ask);
    socket.on('error', fail);
    socket.on('close', () => done());
    socket.on('data', (chunk: Buffer) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const reply = readReply(held);
      if (!reply) return;
      held = held.subarray(reply.length);
      seen(reply);
      ask();
    });
  });
}

function readReply(bytes: Buffer): (Reply & { length: number }) | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const from = end + 4;
  if (bytes.length < from + length) return null;
  return { status: Number(head.slice(9, 12)), head, body: bytes.subarray(from, from + length), length: from + length };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}

export function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}

/** What a browser says with every request for a page. */
export const browser = {
  accept: 'text/html',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'en',
  'sec-fetch-site': 'same-origin',
};

/** The same, signed in. */
export function signedIn({ token }: { token: string }): Record<string, string> {
  return { ...browser, cookie: `ugroup=${token}` };
}
