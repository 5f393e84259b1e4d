// The door: how quick a verdict is, what a thousand queued scans cost, how long a used ticket is unknown at the next door, and
// whether scans merge like a set.
//
// Product: `node dist/main.js`; phones: its own page in Chromium. A verdict is timed in the page, with 25,000 guests and the CPU
// throttled six times: from a ticket's text arriving in the page's field, or a name being pressed, until the verdict stands in
// the page, laid out; a search likewise, from a letter to the names. `painted` adds the wait for the screen's next refresh.
// Queued scans are made in the page without a network, by tickets; requests that carry
// scans are counted until the server has them all. The window: from a ticket at one phone to the count at another. Merging is
// tried on scans drawn at random, in another order, several times over, and dealt to doors that heard some in common.
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { BrowserContext, Page } from 'playwright-core';
import { ticketFor } from '#events';
import { readConfig } from '#kit/config.ts';
import { openDatabase } from '#kit/db.ts';
import { silentLog } from '#kit/log.ts';
import { openBase } from '../src/base.ts';
import { openBook } from '../src/door/merge-rules.ts';
import { anySplit, sayBook, someScans } from '../src/door/scans-for-tests.ts';
import { launch } from '../test/browser/launch.ts';
import { someName } from './door-names.ts';
import { verdictTimes } from './door-page.ts';
import { type Guest, makeEvening, makeGroup, makeGuests } from './fixture.ts';
import { startProduct } from './server.ts';

const GUESTS = 25_000;
const VERDICTS = Number(process.env.VERDICTS ?? 300);
const QUEUED = 1000;
const WINDOWS = Number(process.env.WINDOWS ?? 20);
const MERGES = Number(process.env.MERGES ?? 12_000);
const THROTTLE = 6;

const say = (text: string) => console.error(text);
say('merging');
const merged = mergeLikeASet();

const bench = await startProduct();
process.env.UGROUP_DATA = bench.data;
const base = await openBase({ log: silentLog(), serves: false });
if ('refused' in base) throw new Error(base.sentence);
const { db, close } = openDatabase(base.url, { max: 2 });
const { secret } = await readConfig();
const origin = `http://127.0.0.1:${bench.product.port}`;
say('guests');
const guests = await makeGuests(db, GUESTS);
const owner = guests[0] as Guest;
const event = await makeEvening(db, await makeGroup(db, owner), owner, GUESTS * 2);
await fillEvening();
const tickets = guests.map(({ person_id }) => ticketFor(secret, event, person_id, 1));
const browser = await launch();

say('verdicts');
const front = await openPhone();
const cdp = await front.context().newCDPSession(front);
await cdp.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
const names = Array.from({ length: VERDICTS }, (_, n) => someName(n * 71));
const times = await front.evaluate(verdictTimes, { tickets: tickets.slice(0, VERDICTS), names });
await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });

say('a queue');
const requests_per_1000_scans = await sendQueue();

say('two doors');
const window_s_max = await widestWindow();

await browser.close();
await close();
await base.stop();
await bench.stop();
const verdicts = [...times.ticket, ...times.press];
console.log(
  JSON.stringify({
    bench: 'door',
    verdict_ms_p99: quantile(verdicts, 0.99),
    verdict_ms_p50: quantile(verdicts, 0.5),
    search_ms_p99: quantile(times.letters, 0.99),
    search_ms_p50: quantile(times.letters, 0.5),
    painted_ms_p99: quantile(times.painted, 0.99),
    painted_ms_p50: quantile(times.painted, 0.5),
    verdicts: verdicts.length,
    searches: times.letters.length,
    guests: GUESTS,
    cpu_throttle: THROTTLE,
    requests_per_1000_scans,
    window_s_max,
    ...merged,
  }),
);

function quantile(list: number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return Math.round((sorted[Math.ceil(sorted.length * share) - 1] as number) * 10) / 10;
}

/** Each set of scans, in every way it may arrive, against the set itself. */
function mergeLikeASet() {
  let [merge_cases, merge_failures] = [0, 0];
  for (const [scans, dice] of fc.sample(fc.tuple(someScans(), fc.infiniteStream(fc.nat())), MERGES / 3)) {
    const whole = JSON.stringify(sayBook(openBook(scans)));
    for (const doors of anySplit(scans, dice)) {
      merge_cases++;
      if (JSON.stringify(sayBook(openBook(doors.flat()))) !== whole) merge_failures++;
    }
  }
  return { merge_cases, merge_failures };
}

/** Everybody has a seat and a name; the evening begins in an hour. */
async function fillEvening(): Promise<void> {
  const ids = guests.map(({ person_id }) => person_id);
  await sql`
    update people.person p set name = n.name
    from unnest(${ids}::uuid[], ${ids.map((_, n) => someName(n))}::text[]) as n (person_id, name)
    where p.person_id = n.person_id`.execute(db);
  await sql`
    insert into events.enrolment (group_id, event_id, person_id, state, party, via, asked_at, changed_at)
    select ${event.group_id}, ${event.event_id}, person_id, 'going', 1, 'page', now() - interval '3 days', now() - interval '3 days'
    from unnest(${ids}::uuid[]) as n (person_id)`.execute(db);
  await sql`
    update events.event set starts_at = now() + interval '1 hour', ends_at = now() + interval '3 hours', closes_at = now()
    where group_id = ${event.group_id} and event_id = ${event.event_id}`.execute(db);
}

/** A phone of the owner's, with all guests on it. */
async function openPhone(): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 390, height: 844 }, baseURL: origin });
  context.setDefaultTimeout(60_000);
  // What is sent into the page was written for here, where functions are given their names back.
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.addCookies([{ name: 'ugroup', value: owner.token, url: origin }]);
  const page = await context.newPage();
  await page.goto(join(event.path, 'door'));
  await page.getByRole('button', { name: 'Use this phone' }).click();
  await page.getByText(`${GUESTS} expected`).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

/** A thousand tickets without a network; then how many requests carry them. */
async function sendQueue(): Promise<number> {
  const context = front.context();
  await context.setOffline(true);
  let carrying = 0;
  front.on('request', (request) => {
    if (request.url().endsWith('/door/sync') && /"scans":\[\{/.test(request.postData() ?? '')) carrying++;
  });
  // What was seen before the network went is on its way or waits; it does not belong to the thousand.
  const before = await scansAtServer();
  await front.evaluate(verdictTimes, { tickets: tickets.slice(1000, 1000 + QUEUED), names: [] });
  carrying = 0;
  await context.setOffline(false);
  await front.evaluate(() => dispatchEvent(new Event('online')));
  for (let tries = 0; (await scansAtServer()) < before + QUEUED; tries++) {
    if (tries > 600) throw new Error('the queue did not arrive within a minute');
    await new Promise((done) => setTimeout(done, 100));
  }
  return carrying;
}

async function scansAtServer(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from door.scan where group_id = ${event.group_id} and event_id = ${event.event_id}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** The longest from a ticket at one phone until another counts it. */
async function widestWindow(): Promise<number> {
  const back = await openPhone();
  const heads = () => back.locator('.door-count > b').innerText();
  await front.waitForTimeout(4000);
  let widest = 0;
  for (let n = 0; n < WINDOWS; n++) {
    const before = await heads();
    const begun = performance.now();
    await front.evaluate(verdictTimes, { tickets: tickets.slice(3000 + n, 3001 + n), names: [] });
    while ((await heads()) === before) await new Promise((done) => setTimeout(done, 20));
    widest = Math.max(widest, (performance.now() - begun) / 1000);
    // Not in step with the other phone's own rhythm.
    await front.waitForTimeout((n * 397) % 2500);
  }
  return Math.round(widest * 100) / 100;
}
