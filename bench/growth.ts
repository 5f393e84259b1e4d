// Does a page cost the database more when the house has grown a thousandfold?
//
// Two products side by side, each `node dist/main.js` with everything on and a PostgreSQL of its own: one with 20 groups, 1,000
// people and 10,000 seats, the other with a thousand times as many (TOWN sets how many groups; every group is alike in both:
// fifty people, ten evenings, three of them to come, fifty seats at each, the log's lines too). The first group and evening come
// through the product's own verbs; their rows are then written a thousandfold by COPY. The same requests go to both in turn, one
// at a time: an evening's page (for somebody signed in: nothing is kept), a seat taken, a person's own evenings, a search. Both
// are asked by as many people for as many evenings, 200 and 60, which lie all over the town, and have been asked once before
// anything counts: what is compared is how the work grows with the town, not how much of it fits into memory. What the first
// visits cost stands beside it (`*_first_ratio`).
//
// Searches are for a place one group is in, a topic five groups have, and a word every title has: both towns then have the same
// to show, a few evenings or a full page. Words were 400 for both towns once; that measured that a large town finds more. Such a
// word, which one title in 200 has, is searched for apart (`frequent_search`): a small town finds nothing or one evening, a
// large one a full page out of hundreds. Visitors come from networks of their own, through a proxy, as a server sees them:
// searches from one network are limited.
//
// A ratio is the processor time PostgreSQL's processes took at the large one over the small one (from /proc, all of them,
// background work between two readings included); `*_p50_ratio` is the same of the median answer times. Not part of CI: loading
// takes a while.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTown, type Town } from './growth-town.ts';
import { drive, median, request, round, signedIn } from './load.ts';
import { type Bench, startProduct } from './server.ts';

const SMALL = 20;
const LARGE = Number(process.env.TOWN ?? 20_000);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const ASKS = Number(process.env.ASKS ?? 200);

type House = { bench: Bench; town: Town; postmaster: number };

const kinds: Record<string, (town: Town, n: number) => Buffer> = {
  event_page: (town, n) => request('GET', town.evening(n).path, signedIn(town.guest(n))),
  take_seat: (town, n) => request('POST', `${town.evening(n).path}/seat`, signedIn(town.guest(n)), `guests=0&key=${n}`),
  my_evenings: (town, n) => request('GET', '/', signedIn(town.guest(n))),
  search: (town, n) => search(town, n, town.word(n)),
  frequent_search: (town, n) => search(town, n, town.frequentWord(n)),
};
function search(town: Town, n: number, word: string): Buffer {
  const network = `10.${(n >> 8) % 256}.${n % 256}.1`;
  return request('GET', `/evenings?q=${word}`, { ...signedIn(town.guest(n)), 'x-forwarded-for': network });
}

const benches: Bench[] = [];
try {
  await compare(await openHouse(SMALL), await openHouse(LARGE));
} finally {
  for (const bench of benches) await bench.stop();
}

async function compare(small: House, large: House): Promise<void> {
  const figures: Record<string, number> = {};
  for (const [kind, ask] of Object.entries(kinds)) {
    const cpu: number[] = [];
    const p50: number[] = [];
    const requests = ({ town }: House, block: number) =>
      Array.from({ length: ASKS }, (_, n) => ask(town, block * ASKS + n));
    // First visits: the larger one has to fetch what the smaller has at hand. Both are warm before anything else counts.
    const [before, after] = [
      await measure(small, requests(small, ROUNDS)),
      await measure(large, requests(large, ROUNDS)),
    ];
    for (let block = 0; block < ROUNDS; block++) {
      const little = await measure(small, requests(small, block));
      const much = await measure(large, requests(large, block));
      cpu.push(much.cpu / little.cpu);
      p50.push(much.p50 / little.p50);
      console.error(
        `${kind} ${block + 1}: ${round(little.cpu / ASKS, 2)} → ${round(much.cpu / ASKS, 2)} ms of the database, median ${round(little.p50, 1)} → ${round(much.p50, 1)} ms`,
      );
    }
    figures[`${kind}_ratio`] = round(median(cpu));
    figures[`${kind}_first_ratio`] = round(after.cpu / before.cpu);
    figures[`${kind}_p50_ratio`] = round(median(p50));
  }
  const { groups, people, seats } = large.town;
  console.log(JSON.stringify({ bench: 'growth', groups, people, seats, ...figures }));
}

async function openHouse(groups: number): Promise<House> {
  const bench = await startProduct({ UGROUP_PROXIES: '1' });
  benches.push(bench);
  process.env.UGROUP_DATA = bench.data;
  const begun = performance.now();
  const town = await loadTown(groups);
  console.error(`${groups} groups, ${town.seats} seats in ${round((performance.now() - begun) / 1000, 0)} s`);
  const file = readFileSync(join(bench.data, 'postgres', 'data', 'postmaster.pid'), 'utf8');
  return { bench, town, postmaster: Number(file.split('\n')[0]) };
}

/** One after the other; milliseconds of processor time in all, and of the median answer. */
async function measure({ bench, postmaster }: House, requests: Buffer[]): Promise<{ cpu: number; p50: number }> {
  const times: number[] = [];
  const before = cpuOf(postmaster);
  let begun = performance.now();
  let at = 0;
  await drive(
    bench.product.port,
    1,
    () => {
      begun = performance.now();
      return requests[at++] ?? null;
    },
    ({ status }) => {
      if (status !== 200 && status !== 303) throw new Error(`an answer was ${status}`);
      times.push(performance.now() - begun);
    },
  );
  return { cpu: cpuOf(postmaster) - before, p50: median(times) };
}

/** Processor time of a postmaster and all its processes, those that ended included; milliseconds. */
function cpuOf(postmaster: number): number {
  const TICK_MS = 10;
  const statOf = (pid: string) =>
    readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  const own = statOf(String(postmaster));
  // After the name: state 0, parent 1, utime 11, stime 12, and of the children that ended 13 and 14.
  let ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(own[field]), 0);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = statOf(pid);
      if (Number(stat[1]) === postmaster) ticks += Number(stat[11]) + Number(stat[12]);
    } catch {
      // It ended meanwhile.
    }
  }
  return ticks * TICK_MS;
}
