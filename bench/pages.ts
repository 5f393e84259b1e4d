// The public event page with 200 guests: how fast, how fresh, how heavy.
//
// Product: `node dist/main.js` with everything on. Ruler: bare `node:http` in a process of its own, answering the same bytes, head
// and body, taken from the product's answer. Both are asked by the same generator over keep-alive sockets; blocks alternate.
// Cached: a visitor without a session, as browsers ask (brotli). Uncached: guests signed in, each with their own session and their
// own seat: for every answer the session, the evening, its counts and where this guest stands are read from the database, those
// who ask at the same moment in one statement, and the page is put together and compressed for them alone. What follows from
// the evening's own words is not drawn anew as long as what was read is the same (`#ui/kept.tsx`).
// Stale: while seats are taken and given back through the
// product's own routes, the count on the public page is compared with the counts that were acknowledged, and when.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { sql } from 'kysely';
import { openDatabase } from '#kit/db.ts';
import { silentLog } from '#kit/log.ts';
import { openBase } from '../src/base.ts';
import { type Guest, makeEvening, makeGroup, makeGuests } from './fixture.ts';
import { browser, drive, driveFor, median, type Reply, request, round, signedIn } from './load.ts';
import { startProduct } from './server.ts';

const GUESTS = 200;
const SOCKETS = 40;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SECONDS = 2;
const WARM_UP_SECONDS = 6;

const bench = await startProduct();
process.env.UGROUP_DATA = bench.data;
const base = await openBase({ log: silentLog(), serves: false });
if ('refused' in base) throw new Error(base.sentence);
const { db, close } = openDatabase(base.url, { max: 2 });
const guests = await makeGuests(db, GUESTS + 50);
const owner = guests[0] as Guest;
const event = await makeEvening(db, await makeGroup(db, owner), owner, 240);
const { port } = bench.product;
const tap = (guest: Guest, what: 'seat' | 'release') =>
  request('POST', `${event.path}/${what}`, signedIn(guest), what === 'seat' ? `guests=0&key=${randomUUID()}` : '');
await send(guests.slice(0, GUESTS).map((guest) => tap(guest, 'seat')));

const anonymous = request('GET', event.path, browser);
const own = guests.slice(0, GUESTS).map((guest) => request('GET', event.path, signedIn(guest)));
const say = (text: string) => console.error(text);
say('cached');
const cached = await compare([anonymous]);
say('uncached');
const uncached = await compare(own);
say('statements');
const sql_per_page = await statementsPerPage(own.slice(0, 100));
say('staleness');
const stale_ms_max = await staleness();
const { first_flight_bytes, js_bytes_needed } = await weight();

await close();
await base.stop();
await bench.stop();
console.log(
  JSON.stringify({
    bench: 'pages',
    cached_ratio: round(cached),
    uncached_ratio: round(uncached),
    stale_ms_max: round(stale_ms_max, 0),
    first_flight_bytes,
    js_bytes_needed,
    sql_per_page: round(sql_per_page, 1),
  }),
);

/** Answers per second of the product over those of bare node:http with the same bytes: the median of the blocks' ratios. */
async function compare(requests: readonly Buffer[]): Promise<number> {
  const [sample] = await send([requests[0] as Buffer]);
  const file = join(bench.data, `answer-${randomUUID()}`);
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`${sample?.head}\r\n\r\n`, 'latin1'), sample?.body ?? Buffer.alloc(0)]),
  );
  const bare = await bench.ruler('pages-ruler.ts', [file]);
  // Both are warm before anything counts: a just-in-time compiler needs a few seconds of the same work.
  await driveFor(port, SOCKETS, requests, WARM_UP_SECONDS);
  await driveFor(bare.port, SOCKETS, requests, WARM_UP_SECONDS);
  const ratios: number[] = [];
  for (let block = 0; block < ROUNDS; block++) {
    const ours = await driveFor(port, SOCKETS, requests, SECONDS);
    const theirs = await driveFor(bare.port, SOCKETS, requests, SECONDS);
    if ((ours.statuses.get(200) ?? 0) !== ours.count)
      throw new Error(`not all were 200: ${JSON.stringify([...ours.statuses])}`);
    ratios.push(ours.count / ours.seconds / (theirs.count / theirs.seconds));
    console.error(
      `block ${block + 1}: ${Math.round(ours.count / ours.seconds)}/s, bare ${Math.round(theirs.count / theirs.seconds)}/s`,
    );
  }
  await bare.stop();
  return median(ratios);
}

/** Statements outside a transaction are a commit each in PostgreSQL's own count; the postman's and the clock's are taken off. */
async function statementsPerPage(requests: readonly Buffer[]): Promise<number> {
  const ROUNDS_OF_PAGES = 20;
  const commits = async () => {
    await sql`select pg_stat_force_next_flush()`.execute(db);
    await new Promise((done) => setTimeout(done, 1500));
    const { rows } = await sql<{
      n: number;
    }>`select sum(xact_commit)::int as n from pg_stat_database where datname = current_database()`.execute(db);
    return rows[0]?.n ?? 0;
  };
  const [idleFrom, begun] = [await commits(), performance.now()];
  await new Promise((done) => setTimeout(done, 8000));
  const idlePerMs = ((await commits()) - idleFrom) / (performance.now() - begun);
  const [from, at] = [await commits(), performance.now()];
  for (let round = 0; round < ROUNDS_OF_PAGES; round++) for (const one of requests) await send([one]);
  const spent = (await commits()) - from - idlePerMs * (performance.now() - at);
  return spent / (ROUNDS_OF_PAGES * requests.length);
}

/** The oldest count ever shown: how long before an answer was sent had the number on it stopped being true. */
async function staleness(): Promise<number> {
  const truths: { count: number; from: number }[] = [{ count: GUESTS, from: 0 }];
  let going = true;
  let worst = 0;
  let shown = 0;
  const changing = (async () => {
    for (let at = 0; at < 40; at++) {
      await send([tap(guests[GUESTS + at] as Guest, 'seat')]);
      truths.push({ count: GUESTS + at + 1, from: performance.now() });
      await new Promise((done) => setTimeout(done, 60 + Math.random() * 240));
    }
    going = false;
  })();
  await Promise.all([
    changing,
    drive(
      port,
      4,
      () => (going ? anonymous : null),
      (reply) => {
        const arrived = performance.now();
        const count = Number(/(\d+) people are coming/.exec(brotliDecompressSync(reply.body).toString())?.[1]);
        if (!(count >= GUESTS)) throw new Error('the page does not say how many are coming');
        const known = truths.findIndex((truth) => truth.count === count);
        shown++;
        // A count not acknowledged yet is newer than the newest known.
        const next = known < 0 ? undefined : truths[known + 1];
        if (next) worst = Math.max(worst, arrived - next.from);
      },
    ),
  ]);
  if (shown < 1000) throw new Error(`only ${shown} pages were seen while seats changed`);
  return worst;
}

/** HTML and CSS as they travel to a first visitor; and the bytes of script without which no seat can be taken: all above was plain forms. */
async function weight(): Promise<{ first_flight_bytes: number; js_bytes_needed: number }> {
  const [page] = await send([anonymous]);
  const html = brotliDecompressSync(page?.body ?? Buffer.alloc(0)).toString();
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((found) => found[1] as string);
  const css = await Promise.all(sheets.map(bytesOf));
  return {
    first_flight_bytes: (page?.body.length ?? 0) + css.reduce((sum, bytes) => sum + bytes, 0),
    js_bytes_needed: 0,
  };
}

/** Bytes of a file's body as they travel, compressed. */
function bytesOf(path: string): Promise<number> {
  return new Promise((done, fail) => {
    get({ port, host: '127.0.0.1', path, headers: browser }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () => done(bytes));
    }).on('error', fail);
  });
}

async function send(requests: readonly Buffer[]): Promise<Reply[]> {
  const replies: Reply[] = [];
  let at = 0;
  await drive(
    port,
    1,
    () => requests[at++] ?? null,
    (reply) => replies.push({ ...reply, body: Buffer.from(reply.body) }),
  );
  return replies;
}
