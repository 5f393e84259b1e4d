// The rush: everybody wants a seat at one evening at once.
//
// Product: `node dist/main.js` with limits, log and mail on; each request is a POST of the page's own form to the seat route, with
// its own person's session and an idempotency key. Ruler: the same program, but its desk takes `select … for update` on the tally
// for each request in a transaction of its own (pool of 20), and waits for it before it looks, as one does without a desk. No-op:
// a POST through the same middleware, session look-up included, that writes nothing and answers with the same redirect. All share
// one PostgreSQL (fsync on); blocks of the three alternate.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase } from '#kit/db.ts';
import { silentLog } from '#kit/log.ts';
import { openBase } from '../src/base.ts';
import { type Guest, makeEvening, makeGroup, makeGuests } from './fixture.ts';
import { drive, median, request, round } from './load.ts';
import { naiveRace } from './seats-control.ts';
import { startProduct } from './server.ts';

const SEATS = 10_000;
const ASKS = 10_400;
const RULER_ASKS = 1200;
const NOOPS = 12_000;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SOCKETS = 400;

const bench = await startProduct();
process.env.UGROUP_DATA = bench.data;
const base = await openBase({ log: silentLog(), serves: false });
if ('refused' in base) throw new Error(base.sentence);
const { db, close } = openDatabase(base.url, { max: 4 });
const ruler = await bench.ruler('seats-ruler.ts');

const guests = await makeGuests(db, ASKS);
const group = await makeGroup(db, guests[0] as Guest);
let rows = 0;
let oversold = 0;
let undersold = 0;

await rush(bench.product.port, await makeEvening(db, group, guests[0] as Guest, 1000), 1500);
await rush(ruler.port, await makeEvening(db, group, guests[0] as Guest, 200), 200);
const rates: { desk: number[]; lock: number[]; noop: number[]; slope: number[] } = {
  desk: [],
  lock: [],
  noop: [],
  slope: [],
};
// Block 0 warms both programs up and is not counted: each runs faster once its code has been compiled.
for (let block = 0; block <= ROUNDS; block++) {
  const desk = await rush(bench.product.port, await makeEvening(db, group, guests[0] as Guest, SEATS), ASKS);
  rates.desk.push(desk.perSecond);
  rates.slope.push(desk.slope);
  const lock = await rush(ruler.port, await makeEvening(db, group, guests[0] as Guest, SEATS), RULER_ASKS);
  rates.lock.push(lock.perSecond);
  rates.noop.push(await noops(ruler.port));
  console.error(
    `block ${block}: desk ${Math.round(desk.perSecond)}/s, lock ${Math.round(lock.perSecond)}/s, no-op ${Math.round(rates.noop.at(-1) ?? 0)}/s`,
  );
}
const control_oversold = await naiveRace(
  db,
  await makeEvening(db, group, guests[0] as Guest, 20),
  guests.slice(0, 200),
);

const [desk, lock, noop] = [rates.desk, rates.lock, rates.noop].map((block) => median(block.slice(1))) as [
  number,
  number,
  number,
];
await close();
await base.stop();
await bench.stop();
console.log(
  JSON.stringify({
    bench: 'seats',
    desk_per_s: round(desk, 0),
    lock_per_request_per_s: round(lock, 0),
    ratio_to_lock: round(desk / lock, 2),
    noop_per_s: round(noop, 0),
    ratio_to_noop: round(desk / noop),
    slope: round(median(rates.slope.slice(1))),
    oversold,
    undersold,
    rows,
    control_oversold,
  }),
);

/** Everybody asks once. Counts rows against answers, and the rate at seat 10,000 against the rate at seat 2,000. */
async function rush(
  port: number,
  event: Awaited<ReturnType<typeof makeEvening>>,
  asks: number,
): Promise<{ perSecond: number; slope: number }> {
  const bodies = guests
    .slice(0, asks)
    .map(({ token }) =>
      request(
        'POST',
        `${event.path}/seat`,
        { cookie: `ugroup=${token}`, 'sec-fetch-site': 'same-origin' },
        `guests=0&key=${randomUUID()}`,
      ),
    );
  let at = 0;
  const times: number[] = [];
  const load = await drive(
    port,
    SOCKETS,
    () => bodies[at++] ?? null,
    () => times.push(performance.now()),
  );
  const answered = load.statuses.get(303) ?? 0;
  if (answered !== asks)
    throw new Error(`${asks} asked, ${answered} were answered: ${JSON.stringify([...load.statuses])}`);
  const { rows: counted } = await sql<{ cap: number; taken: number; waiting: number; seats: number; in_line: number }>`
    select t.cap, t.taken, t.waiting, count(*) filter (where e.state = 'going')::int as seats, count(*) filter (where e.state = 'waitlisted')::int as in_line
    from events.tally t join events.enrolment e on e.group_id = t.group_id and e.event_id = t.event_id
    where t.event_id = ${event.event_id} group by t.cap, t.taken, t.waiting`.execute(db);
  const found = counted[0];
  if (!found || found.seats + found.in_line !== answered)
    throw new Error(`${answered} answers, ${JSON.stringify(found)} rows`);
  if (found.taken !== found.seats || found.waiting !== found.in_line)
    throw new Error(`counters differ from rows: ${JSON.stringify(found)}`);
  rows += found.seats + found.in_line;
  oversold += Math.max(0, found.seats - found.cap);
  undersold += Math.max(0, Math.min(found.cap, asks) - found.seats);
  return {
    perSecond: load.count / load.seconds,
    slope: rateBetween(times, 8000, SEATS) / rateBetween(times, 1000, 3000),
  };
}

/**
 * Answers per second from one seat to another. Seat 10,000 is measured over 8,000 to 10,000 and seat 2,000 over 1,000 to 3,000:
 * answers come 400 at once, so a window must be many batches wide.
 */
function rateBetween(times: readonly number[], first: number, last: number): number {
  const [from, to] = [times[first - 1], times[last - 1]];
  return from === undefined || to === undefined ? 1 : (last - first) / (to - from);
}

async function noops(port: number): Promise<number> {
  let at = 0;
  const bodies = guests.map(({ token }) =>
    request(
      'POST',
      '/g/lakeside-cloud-users/e/any/noop',
      { cookie: `ugroup=${token}`, 'sec-fetch-site': 'same-origin' },
      `guests=0&key=${randomUUID()}`,
    ),
  );
  const load = await drive(port, SOCKETS, () => (at < NOOPS ? (bodies[at++ % bodies.length] as Buffer) : null));
  return load.count / load.seconds;
}
