// What is not a whole archive of one group is refused whole, with the reason, and nothing half-written stays.
import { readFileSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { newId } from '#kit/id.ts';
import { writeZip } from '#kit/zip/write.ts';
import { makePerson, testHouse } from '../../test/visit.ts';
import { at, changedRows, forged, packed } from './files-for-tests.ts';
import { type FullGroup, fullGroup } from './for-tests.ts';
import { bringIn } from './group/bring-in.ts';
import { MANIFEST, type Manifest } from './group/format.ts';

const there = testHouse();
const here = testHouse();
const elsewhere = testHouse();
let full: FullGroup;
/** A group that stands here already, and is nobody's business. */
let resident: FullGroup;
let good: string;
let before: unknown;

beforeAll(async () => {
  full = await fullGroup(there);
  good = (await packed(there, full.group, 'good.zip')).file;
  resident = await fullGroup(here, 'Residents');
  before = await everything();
});
afterEach(async () => expect(await everything()).toEqual(before));

/** Every row of the house, as a sum: nothing at all may change. */
async function everything(): Promise<unknown> {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('kit', 'people', 'groups', 'events', 'archive') and table_type = 'BASE TABLE'`.execute(
    here.db,
  );
  const sums = rows.map(async ({ name }) => {
    const sum = sql`select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from ${sql.table(name)} t`;
    return [name, (await sum.execute(here.db)).rows[0]];
  });
  return Promise.all(sums);
}

async function refusal(file: string, slug?: string): Promise<string> {
  const done = await bringIn(here.db, { file, slug, actor: null, now: here.ground.now() });
  if (!('refused' in done)) return `came in at ${done.slug}`;
  return [done.refused.replace('archive.', ''), done.at, done.what].filter(Boolean).join(' ');
}

type Change = (files: Map<string, string>, manifest: Manifest) => void;
const rows =
  (table: string, change: (row: Record<string, unknown>, n: number) => Record<string, unknown>): Change =>
  (files) =>
    changedRows(files, table, change);
const says =
  (change: (manifest: Manifest) => Partial<Manifest>): Change =>
  (_, manifest) => {
    Object.assign(manifest, change(manifest));
  };
const first = (change: Record<string, unknown>) => (row: Record<string, unknown>, n: number) =>
  n === 0 ? { ...row, ...change } : row;
const event = 'tables/events.event.jsonl:1';

test('cut in half, bent by a byte, or no archive at all', async () => {
  const bytes = readFileSync(good);
  const spoilt = at('spoilt.zip');
  writeFileSync(spoilt, bytes.subarray(0, bytes.length / 2));
  expect(await refusal(spoilt)).toBe('not_whole');
  // Any one byte: none gets by, and none brings the program down.
  const seen = new Set<string>();
  for (let n = 0; n < 60; n++) {
    const bent = Buffer.from(bytes);
    const place = Math.floor((n / 60) * bytes.length);
    bent[place] = (bent[place] ?? 0) ^ 0x10;
    writeFileSync(spoilt, bent);
    // A byte of a name's date or a flag that no reader looks at is the same archive still.
    const said = await openOnly(spoilt);
    seen.add(said.split(' ')[0] ?? '');
  }
  expect([...seen].sort()).toEqual(expect.arrayContaining(['checksum', 'damaged']));
  writeFileSync(spoilt, 'PK, as they say');
  expect(await refusal(spoilt)).toBe('not_whole');
  await writeZip(spoilt, async (zip) => void (await zip.add('READ-ME.txt', 'hello')));
  expect(await refusal(spoilt)).toBe('not_ours');
});

/** As a file only: what would come in is not brought in. */
async function openOnly(file: string): Promise<string> {
  const { openArchive } = await import('./group/open-archive.ts');
  try {
    (await openArchive(file)).close();
    return 'whole';
  } catch (error) {
    return String((error as Error).message).replace('archive.', '');
  }
}

test('a change that the checksums do not know of', async () => {
  const bent = await forged(good, rows('events.event', first({ title: 'Other' })), { honest: false });
  expect(await refusal(bent)).toBe('checksum tables/events.event.jsonl');
});

test.each<[string, Change, string]>([
  ['a newer format', says(() => ({ format_version: 2 })), 'newer_format manifest.json 2'],
  [
    'a newer version',
    says((m) => ({ made_by: { ...m.made_by, version: '9.1', schema: '9999-x' } })),
    'newer_schema 9.1',
  ],
  ['another kind of file', says(() => ({ format: 'other' as never })), 'not_ours manifest.json'],
  ['no such address', says(() => ({ from: 'javascript:alert(1)' })), 'not_ours manifest.json from'],
  [
    'a file nobody named',
    (files) => void files.set('tables/groups.claim.jsonl', ''),
    'file_unnamed tables/groups.claim.jsonl',
  ],
  ['a file that is missing', (files) => void files.delete('guests.csv'), 'file_missing guests.csv'],
  ['a table that stays', addTable('people.session'), 'file_unnamed tables/people.session.jsonl'],
  [
    'a group of another id',
    says((m) => ({ group: { ...m.group, group_id: newId() } })),
    'foreign_row tables/groups.group.jsonl group_id',
  ],
])('an archive with %s', async (_, change, said) => {
  expect(await refusal(await forged(good, change))).toBe(said);
});

function addTable(table: string): Change {
  return (files, manifest) => {
    files.set(`tables/${table}.jsonl`, '{}\n');
    const name = `tables/${table}.jsonl`;
    manifest.files.push({ name, bytes: 0, sha256: '', rows: 1, columns: [] });
  };
}

test('counts that are not those of the rows', async () => {
  const wrong = says(({ counts }) => ({ counts: { ...counts, 'events.event': 7 } }));
  expect(await refusal(await forged(good, wrong, { honest: false }))).toBe('wrong_count tables/events.event.jsonl');
});

test.each<[string, Change, string]>([
  ['of another group', rows('events.event', first({ group_id: newId() })), `foreign_row ${event} group_id`],
  [
    'of an evening that is not in it',
    rows('events.tally', first({ event_id: newId() })),
    'loose_row tables/events.tally.jsonl:1 event_id',
  ],
  ['with a column of its own', rows('events.event', first({ is_admin: true })), `bad_column ${event} is_admin`],
  ['without a column', rows('events.event', ({ title: _, ...row }) => row), `bad_column ${event} title`],
  [
    'with a number that is too big',
    rows('events.event', first({ room_capacity: 1e12 })),
    `bad_column ${event} room_capacity`,
  ],
  ['with half a number', rows('events.tally', first({ cap: 1.5 })), 'bad_column tables/events.tally.jsonl:1 cap'],
  [
    'from the year 294276',
    rows('events.event', first({ starts_at: '294276-12-31T00:00:00+00:00' })),
    `bad_column ${event} starts_at`,
  ],
  ['from no time at all', rows('events.event', first({ starts_at: 'infinity' })), `bad_column ${event} starts_at`],
  ['with a NUL', rows('events.event', first({ about: 'a\0b' })), `bad_column ${event} about`],
  ['with half a letter', rows('events.event', first({ about: '\ud800' })), `bad_column ${event} about`],
  [
    'with a line break in a title',
    rows('events.event', first({ title: 'a\nBcc: all@example.org' })),
    `bad_column ${event} title`,
  ],
  [
    'with a link that runs',
    rows('events.event', first({ online_url: 'javascript:alert(1)' })),
    `bad_column ${event} online_url`,
  ],
  [
    'with a link that is data',
    rows('groups.group', first({ website: 'data:text/html,x' })),
    'bad_column tables/groups.group.jsonl:1 website',
  ],
  ['with a path for an address', rows('events.event', first({ slug: '../../x' })), `bad_column ${event} slug`],
  [
    'of a series that never is',
    rows('season.series', first({ rhythm: { every: 'month', nth: 9, weekday: 3 } })),
    'bad_column tables/season.series.jsonl:1 rhythm',
  ],
  ['on no clock', rows('events.event', first({ zone: 'Nowhere/Land' })), `bad_column ${event} zone`],
  [
    'that ends before it begins',
    rows('events.event', first({ ends_at: '2001-01-01T00:00:00+00:00' })),
    'not_taken_in events.event event_times_check',
  ],
  ['that comes twice', (files) => twice(files, 'events.event'), 'not_taken_in events.event event_pkey'],
  ['that is no row', (files) => void files.set('tables/events.event.jsonl', '[1]\n'), `bad_row ${event}`],
  [
    'that is nested without end',
    rows('groups.audit', first({ about: deep(60) })),
    'bad_column tables/groups.audit.jsonl:1 about',
  ],
  [
    'with a role nobody has',
    rows('groups.organiser', first({ role: 'keeper' })),
    'not_taken_in groups.organiser organiser_role',
  ],
])('a row %s', async (_, change, said) => {
  expect(await refusal(await forged(good, change))).toBe(said);
});

function twice(files: Map<string, string>, table: string): void {
  const name = `tables/${table}.jsonl`;
  files.set(name, `${files.get(name)}${files.get(name)}`);
}

function deep(levels: number): unknown {
  return levels === 0 ? 1 : [deep(levels - 1)];
}

test.each([
  [
    'a script',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><path d="M1 1h7"/></svg>',
  ],
  [
    'something that runs',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path onload="alert(1)" d="M1 1h7"/></svg>',
  ],
  ['a page', '<html><body onload="alert(1)">'],
])('a mark with %s', async (_, svg) => {
  const bytes = `\\x${Buffer.from(svg).toString('hex')}`;
  const bent = await forged(good, rows('groups.mark', first({ bytes })));
  expect(await refusal(bent)).toBe('bad_row tables/groups.mark.jsonl:1');
});

test('people who are none, or come twice', async () => {
  const said = 'bad_person tables/people.jsonl:1';
  for (const change of [
    { address: 'a@b, c@d' },
    { address: 'x\r\nBcc: y@z.example' },
    { name: 'a\nb' },
    { person_id: 'me' },
  ]) {
    expect(await refusal(await forged(good, rows('people', first(change))))).toBe(said);
  }
  const one = rows('people', (row) => ({ ...row, address: 'one@example.org' }));
  expect(await refusal(await forged(good, one))).toBe('bad_person tables/people.jsonl:2');
});

test('a stranger made the owner of a group that stands here, by its id or by its address', async () => {
  const theirs = resident.group;
  const swap: Change = (files, manifest) => {
    for (const [name, text] of files) files.set(name, text.replaceAll(full.group.group_id, theirs.group_id));
    manifest.group = { ...manifest.group, group_id: theirs.group_id, slug: theirs.slug };
  };
  expect(await refusal(await forged(good, swap))).toBe(`slug_taken ${theirs.slug}`);
  expect(await refusal(good, theirs.slug)).toBe(`slug_taken ${theirs.slug}`);
  expect(await refusal(good, 'Not An Address')).toBe('slug_shape Not An Address');
  // An archive whose group says it lives somewhere free, and whose list of addresses is another group's.
  const slugs = rows('groups.slug', first({ slug: theirs.slug }));
  expect(await refusal(await forged(good, slugs))).toMatch(/^slug_taken /);
});

test('with ids that are taken it comes in beside, under ids of its own, and puts nothing on anybody', async () => {
  const bring = (file: string) => bringIn(elsewhere.db, { file, actor: null, now: elsewhere.ground.now() });
  expect(await bring(good)).toMatchObject({ group_id: full.group.group_id, is_new: true });
  const victim = await makePerson(elsewhere, 'Somebody else');
  const swap: Change = (files, manifest) => {
    manifest.group = { ...manifest.group, slug: 'beside' };
    changedRows(files, 'groups.slug', (row) => ({ ...row, slug: 'beside' }));
    changedRows(files, 'groups.audit', (row) => ({ ...row, about: { person_id: victim } }));
    changedRows(files, 'events.enrolment_log', (row) => ({ ...row, actor_id: victim }));
  };
  const beside = await bring(await forged(good, swap));
  expect(beside).toMatchObject({ slug: 'beside', is_new: true });
  if ('refused' in beside) throw new Error(beside.refused);
  expect(beside.group_id).not.toBe(full.group.group_id);
  const events = await elsewhere.db.selectFrom('events.event').select(['group_id', 'event_id']).execute();
  expect(new Set(events.map(({ event_id }) => event_id)).size).toBe(2);
  const put = await sql`
    select l.log_id from events.enrolment_log l where l.actor_id = ${victim}
    union all select a.audit_id from groups.audit a where a.about ->> 'person_id' = ${victim}`.execute(elsewhere.db);
  expect(put.rows).toEqual([]);
});

test('a manifest that is itself no end of text', async () => {
  const huge = at('huge.zip');
  await writeZip(huge, async (zip) => void (await zip.add(MANIFEST, Buffer.alloc(3_000_000, 32))));
  expect(await refusal(huge)).toBe(`too_big ${MANIFEST}`);
});
