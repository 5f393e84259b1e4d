// What is left after a hundred kills: every seat, release and scan that was answered, once, and every mail.
//
// Product: `node dist/main.js` with limits, log and mail on, and its own PostgreSQL. Visitors tap and give back seats at six
// evenings through the page's own forms, phones send scans through the door's own route, all without a pause to speak of. At
// random moments the program, the postmaster or both get SIGKILL; the program is started again as a service unit would. Who got
// no answer asks again with the same key (the same scan ids) until there is one, as browsers and phones do. Afterwards the log,
// the enrolments, the tally and the scans are compared with the answers given, and the outbox with what a mail server on
// loopback took. A mail that server had when we were killed before noting it comes again, under the same Message-ID: counted.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '#kit/db.ts';
import { silentLog } from '#kit/log.ts';
import { openBase } from '../src/base.ts';
import { compareMails, compareScans, compareSeats } from './crash-compare.ts';
import { openMailbox } from './crash-mailbox.ts';
import { keepAsking } from './crash-visitor.ts';
import { type Guest, makeEvening, makeGroup, makeGuests } from './fixture.ts';
import { signedIn } from './load.ts';
import { startProduct } from './server.ts';

const KILLS = Number(process.env.KILLS ?? 110);
const LEAST_ACKED = Number(process.env.ACKED ?? 20_000);
const VISITORS = 24;
const PHONES = 3;
const EVENINGS = 6;

const mailbox = await openMailbox();
const bench = await startProduct({ SMTP_URL: mailbox.url, UGROUP_MAIL_PER_HOUR: '1000000' });
process.env.UGROUP_DATA = bench.data;
const guests = await makeTown();
const { asker, inFlight } = keepAsking(bench.product.port);
const phones = await Promise.all(Array.from({ length: PHONES }, pairPhone));

let going = true;
let acked = 0;
/** Of each guest at each evening, how often each was answered. */
const seats = new Map<string, { takes: number; releases: number; has: boolean }>();
const scans = new Set<string>();
const busy = new Set<string>();
const working = [...Array.from({ length: VISITORS }, visitor), ...phones.map(scanner)];
const { kills, kills_in_flight } = await killAll();
going = false;
await Promise.all(working);
console.error(`${kills} kills, ${acked} answers; the mails leave`);

const compared = await withDatabase(async ({ db }) => {
  await mailbox.whenDone(db);
  const { rows } = await sql<{ fsync: string; commit: string }>`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`.execute(db);
  const taken = await compareSeats(db, seats);
  const seen = await compareScans(db, scans);
  const mails = await compareMails(db, mailbox.taken());
  return {
    acked,
    lost: taken.lost + seen.lost,
    duplicated: taken.duplicated + seen.duplicated,
    ...mails,
    fsync: rows[0]?.fsync,
    synchronous_commit: rows[0]?.commit,
  };
});
await bench.stop();
await mailbox.close();
console.log(JSON.stringify({ bench: 'crash', kills, kills_in_flight, ...compared }));

async function makeTown() {
  return withDatabase(async ({ db }) => {
    const people = await makeGuests(db, 1500);
    const owner = people[0] as Guest;
    const group = await makeGroup(db, owner);
    const evenings: Awaited<ReturnType<typeof makeEvening>>[] = [];
    for (let at = 0; at < EVENINGS; at++) evenings.push(await makeEvening(db, group, owner, 150));
    const tonight = await makeEvening(db, group, owner, 5000);
    await sql`
      update events.event set starts_at = now() + interval '1 hour', ends_at = now() + interval '9 hours', closes_at = now()
      where event_id = ${tonight.event_id}`.execute(db);
    return { people, owner, evenings, tonight };
  });
}

/** Commands join the running database, as the command line does. */
async function withDatabase<T>(work: (database: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
  const base = await openBase({ log: silentLog(), serves: false });
  if ('refused' in base) throw new Error(base.sentence);
  const database = openDatabase(base.url, { max: 2 });
  try {
    return await work(database);
  } finally {
    await database.close();
    await base.stop();
  }
}

/** Takes and gives back seats, somebody else's each time. */
async function visitor(): Promise<void> {
  while (going) {
    const guest = guests.people[Math.floor(Math.random() * guests.people.length)] as Guest;
    const event = guests.evenings[Math.floor(Math.random() * EVENINGS)] as (typeof guests.evenings)[number];
    const key = `${event.event_id} ${guest.person_id}`;
    if (busy.has(key)) continue;
    busy.add(key);
    const seat = seats.get(key) ?? { takes: 0, releases: 0, has: false };
    const what = seat.has ? 'release' : 'seat';
    const form = seat.has ? '' : `guests=0&key=${randomUUID()}`;
    await asker(`${event.path}/${what}`, signedIn(guest), form, 303);
    if (seat.has) seat.releases++;
    else seat.takes++;
    seats.set(key, { ...seat, has: !seat.has });
    acked++;
    busy.delete(key);
    await pause(60);
  }
}

async function pairPhone(): Promise<string> {
  const answer = await asker(`${guests.tonight.path}/door/here`, signedIn(guests.owner), '', 303);
  const cookie = answer.headers['set-cookie']?.find((one) => one.includes('door'))?.split(';')[0];
  if (!cookie) throw new Error('the phone was not paired');
  return cookie;
}

/** Sends what a phone saw, a few at a time, and the same again until it is answered. */
async function scanner(cookie: string): Promise<void> {
  while (going) {
    const some = Array.from({ length: 1 + Math.floor(Math.random() * 4) }, () => ({
      scan_id: randomUUID(),
      kind: 'walk_in',
      heads: 1,
      name: 'Somebody',
      at: Date.now(),
    }));
    const body = JSON.stringify({ after: 0, guests_since: new Date().toISOString(), scans: some });
    await asker(
      '/door/sync',
      { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body,
      200,
    );
    for (const { scan_id } of some) scans.add(scan_id);
    acked += some.length;
    await pause(100);
  }
}

async function killAll(): Promise<{ kills: number; kills_in_flight: number }> {
  let [kills, kills_in_flight] = [0, 0];
  while (kills < KILLS || acked < LEAST_ACKED) {
    await bench.product.well();
    await pause(2500);
    const whom = ['app', 'postmaster', 'both'][kills % 3];
    kills++;
    if (inFlight() > 0) kills_in_flight++;
    if (whom !== 'app') killPostmaster();
    if (whom !== 'postmaster') await bench.product.restart('SIGKILL');
    // The postmaster's end takes a moment to be noticed; until then /healthz may still say that all is well.
    await pause(200);
    if (kills % 10 === 0) console.error(`${kills} kills (${kills_in_flight} in flight), ${acked} answers`);
  }
  await bench.product.well();
  return { kills, kills_in_flight };
}

function killPostmaster(): void {
  const pid = Number(readFileSync(join(bench.data, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
}

/** Up to so many milliseconds. */
function pause(mostMs: number): Promise<void> {
  return new Promise((done) => setTimeout(done, Math.random() * mostMs));
}
