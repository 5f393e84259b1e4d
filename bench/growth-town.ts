// A town of so many alike groups: one made through the product's own verbs, the others written after its rows by COPY.
import pg from 'pg';
import { seatDesk } from '#events';
import { joinGroup } from '#groups';
import { openDatabase, transact } from '#kit/db.ts';
import { silentLog } from '#kit/log.ts';
import { hashToken } from '#kit/secret.ts';
import { Temporal } from '#kit/time.ts';
import { openBase } from '../src/base.ts';
import { makeEvening, makeGroup, makeGuests } from './fixture.ts';
import { copyRows, type Row, withoutIndexes } from './growth-copy.ts';
import { topicOf, townOf, words } from './growth-names.ts';

export type Town = {
  groups: number;
  people: number;
  seats: number;
  /** The n-th of those asked for, all over the town, still to come. Their number is the same in every town. */
  evening(n: number): { path: string };
  /** The n-th of those who ask: a member with a session, who has no seat at `evening(n)`, and asks for it once. As many everywhere. */
  guest(n: number): { token: string };
  /** The n-th word searched for. As many evenings have it in a small town as in a large one, or more than a page holds in both. */
  word(n: number): string;
  /** The n-th word one title in 200 has: the larger the town, the more it finds. */
  frequentWord(n: number): string;
};

const PEOPLE_PER_GROUP = 50;
const EVENINGS = 10;
/** Of a group's evenings the first seven are over. */
const OVER = 7;
const SEATS = 50;
const DAY = 86_400_000;
/** Evenings asked for, and people who ask: as many in a large town as the smallest has. */
const ASKED = 60;
const ASKERS = 200;
/** Sessions, so that an index is not read whole. */
const SESSIONS = 1000;

export async function loadTown(groups: number): Promise<Town> {
  const base = await openBase({ log: silentLog(), serves: false });
  if ('refused' in base) throw new Error(base.sentence);
  const client = new pg.Client({ connectionString: base.url });
  await client.connect();
  try {
    const rows = await modelRows(base.url, client);
    await client.query('set session_replication_role = replica');
    const names = tables.map(({ name }) => name.replace('.group', '."group"'));
    await withoutIndexes(client, names, async () => {
      for (const table of tables) await copyRows(client, table.name, rows[table.name] as Row, table.rows(groups));
    });
    await client.query('set session_replication_role = origin');
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
    await base.stop();
  }
  return townOfSize(groups);
}

/** What may be asked of a town that was loaded. */
export function townOfSize(groups: number): Town {
  const people = groups * PEOPLE_PER_GROUP;
  return {
    groups,
    people,
    seats: groups * EVENINGS * SEATS,
    evening(n) {
      const at = n % ASKED;
      const coming = EVENINGS - OVER;
      return { path: `/g/group-${spread(Math.floor(at / coming), groups)}/e/evening-${OVER + (at % coming)}` };
    },
    guest: (n) => ({ token: tokenOf(spread((Math.floor(n / ASKED) + 3 * n) % ASKERS, people)) }),
    word: (n) =>
      [townOf, (group: number) => topicOf(group, groups), () => 'with'][n % 3]?.(spread(n, groups)) as string,
    frequentWord: (n) => words[(n * 7) % words.length] as string,
  };
}

type Model = Record<string, Row>;
type Table = { name: string; rows(groups: number): Iterable<Row> };

const id = (kind: string, n: number) => `${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const groupId = (group: number) => id('aaaaaaaa', group);
const eventId = (group: number, at: number) => id('bbbbbbbb', group * EVENINGS + at);
const personId = (person: number) => id('cccccccc', person);
const tokenOf = (person: number) => `token-${person}`.padEnd(43, 'x');
/** Numbers below `most`, all over, each once before any comes twice. */
const spread = (n: number, most: number) => (n * 7919 + 13) % most;
/** Whose seat the s-th at an evening is: people from all over the town, never two the same. */
const seated = (group: number, at: number, s: number, people: number) =>
  ((group * EVENINGS + at) * 104_729 + s * 7927) % people;

const now = Date.now();
const startOf = (group: number, at: number) =>
  new Date(now + (at - OVER) * 20 * DAY + DAY + (((group * 31) % 480) * 3_600_000) / 8);

const tables: Table[] = [
  {
    name: 'people.person',
    *rows(groups) {
      for (let p = 0; p < groups * PEOPLE_PER_GROUP; p++)
        yield {
          person_id: personId(p),
          name: `Guest Number ${p}`,
          address: `p${p}@example.org`,
          address_key: `p${p}@example.org`,
        };
    },
  },
  {
    name: 'people.session',
    *rows(groups) {
      const people = groups * PEOPLE_PER_GROUP;
      for (let n = 0; n < SESSIONS; n++) {
        const p = spread(n, people);
        yield {
          session_id: id('dddddddd', p),
          person_id: personId(p),
          token_hash: `\\x${hashToken(tokenOf(p)).toString('hex')}`,
        };
      }
    },
  },
  {
    name: 'groups.group',
    *rows(groups) {
      for (let g = 0; g < groups; g++) {
        const [name, place] = [`Users of ${townOf(g)} ${g}`, townOf(g)];
        yield {
          group_id: groupId(g),
          slug: `group-${g}`,
          name,
          name_key: name.toLowerCase(),
          place,
          place_key: place.toLowerCase(),
        };
      }
    },
  },
  {
    name: 'groups.slug',
    *rows(groups) {
      for (let g = 0; g < groups; g++) yield { group_id: groupId(g), slug: `group-${g}` };
    },
  },
  {
    name: 'groups.organiser',
    *rows(groups) {
      for (let g = 0; g < groups; g++) yield { group_id: groupId(g), person_id: personId(g * PEOPLE_PER_GROUP) };
    },
  },
  {
    name: 'groups.member',
    *rows(groups) {
      for (let g = 0; g < groups; g++)
        for (let p = 0; p < PEOPLE_PER_GROUP; p++)
          yield { group_id: groupId(g), person_id: personId(g * PEOPLE_PER_GROUP + p) };
    },
  },
  {
    name: 'events.event',
    *rows(groups) {
      for (let g = 0; g < groups; g++)
        for (let at = 0; at < EVENINGS; at++) {
          const starts_at = startOf(g, at);
          const n = g * EVENINGS + at;
          yield {
            group_id: groupId(g),
            event_id: eventId(g, at),
            slug: `evening-${at}`,
            title: `${topicOf(g, groups)} and ${words[(n * 13 + 5) % 400]} with ${words[(n * 29 + 7) % 400]}`,
            place_name: `Hall of ${townOf(g)}`,
            starts_at,
            ends_at: new Date(starts_at.getTime() + 7_200_000),
            opens_at: new Date(starts_at.getTime() - 90 * DAY),
            closes_at: new Date(starts_at.getTime() - 3_600_000),
          };
        }
    },
  },
  {
    name: 'events.tally',
    *rows(groups) {
      for (let g = 0; g < groups; g++)
        for (let at = 0; at < EVENINGS; at++)
          yield { group_id: groupId(g), event_id: eventId(g, at), cap: 1000, taken: SEATS };
    },
  },
  { name: 'events.enrolment', rows: (groups) => everySeat(groups) },
  {
    name: 'events.enrolment_log',
    *rows(groups) {
      let n = 0;
      for (const row of everySeat(groups)) yield { ...row, log_id: id('eeeeeeee', n++) };
    },
  },
];

function* everySeat(groups: number): Iterable<Row> {
  const people = groups * PEOPLE_PER_GROUP;
  for (let g = 0; g < groups; g++)
    for (let at = 0; at < EVENINGS; at++)
      for (let s = 0; s < SEATS; s++)
        yield { group_id: groupId(g), event_id: eventId(g, at), person_id: personId(seated(g, at, s, people)) };
}

/** One row of every table, as the product's own verbs write it. */
async function modelRows(url: string, client: pg.Client): Promise<Model> {
  const { db, close } = openDatabase(url, { max: 2 });
  try {
    const [owner, guest] = await makeGuests(db, 2);
    if (!owner || !guest) throw new Error('nobody was made');
    const group = await makeGroup(db, owner);
    const event = await makeEvening(db, group, owner, 1000);
    await transact(db, (tx) => joinGroup(tx, guest, Temporal.Now.instant(), group.group_id));
    const ground = { db, now: () => Temporal.Now.instant(), mailsQueued() {} } as unknown as Parameters<
      typeof seatDesk
    >[0];
    await seatDesk(ground).ask(event, { kind: 'take', person: guest.person_id, party: 1, via: 'page' });
    const model: Model = {};
    for (const { name } of tables) {
      const [schema, table] = name.split('.') as [string, string];
      const { rows } = await client.query(`select * from ${schema}."${table}" limit 1`);
      const { rows: made } = await client.query(
        `select column_name from information_schema.columns where table_schema = $1 and table_name = $2 and is_generated = 'ALWAYS'`,
        [schema, table],
      );
      if (!rows[0]) throw new Error(`no row of ${name} to write the others after`);
      model[name] = Object.fromEntries(
        Object.entries(rows[0] as Row).filter(([column]) => !made.some(({ column_name }) => column_name === column)),
      );
    }
    return model;
  } finally {
    await close();
  }
}
