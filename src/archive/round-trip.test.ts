// There and back: what leaves one house comes into another with nothing lost, and leaves that one the same.
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { peopleRoom } from '#people';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { contentsOf, packed } from './files-for-tests.ts';
import { type FullGroup, fullGroup } from './for-tests.ts';
import { type Brought, bringIn } from './group/bring-in.ts';
import type { Manifest } from './group/format.ts';

const there = testHouse();
const here = testHouse();
let full: FullGroup;
let taken: { file: string; manifest: Manifest };

beforeAll(async () => {
  full = await fullGroup(there);
  taken = await packed(there, full.group, 'there.zip');
});

const brought = async (file: string, slug?: string): Promise<Brought> => {
  const done = await bringIn(here.db, { file, slug, actor: null, now: here.ground.now() });
  if ('refused' in done) throw new Error(JSON.stringify(done));
  return done;
};

test('a group comes in as it left: the same ids, times, seats and log, and leaves again the same', async () => {
  const done = await brought(taken.file);
  expect(done).toMatchObject({ group_id: full.group.group_id, slug: full.group.slug, is_new: true, left_out: 0 });
  expect(done.counts).toMatchObject({ 'groups.member': 4, 'groups.organiser': 2, 'events.event': 1, people: 8 });
  expect(done.newcomers).toBe(7);
  expect(done.counts['events.enrolment']).toBe(4);
  expect(done.counts['events.enrolment_log']).toBe(4);
  expect(done.counts).toMatchObject({ 'season.series': 1, 'season.regular': 1 });
  // What was told in private stays where it was told.
  expect(done.counts).toMatchObject({ 'events.question': 2, 'events.answer': 1 });
  const [answer] = await here.db.selectFrom('events.answer').select(['answer', 'sealed']).execute();
  expect(answer).toEqual({ answer: '=Bike', sealed: null });
  expect(taken.manifest.left_behind).toMatchObject({ 'events.answer.sealed': expect.any(String) });
  expect(done.counts).toMatchObject({ 'numbers.meal': 1, 'numbers.kitchen': 1 });
  expect(await here.db.selectFrom('numbers.meal').select(['enough', 'ordered', 'currency']).execute()).toEqual([
    { enough: 90, ordered: 41, currency: 'JPY' },
  ]);
  expect(await here.db.selectFrom('numbers.diet').selectAll().execute()).toEqual([]);

  const again = await packed(here, full.group, 'again.zip');
  const [before, after] = [await contentsOf(taken.file), await contentsOf(again.file)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  // What differs: the day it was taken, and the lines of the log that tell of the journey itself.
  const own = /"what":"archive\.group\.(taken|moved_in)"/;
  const audit = 'tables/groups.audit.jsonl';
  const lines = (files: Map<string, string>) =>
    files
      .get(audit)
      ?.split('\n')
      .filter((line) => !own.test(line));
  expect(lines(after)).toEqual(lines(before));
  for (const name of before.keys()) {
    if (name === audit || name === 'manifest.json') continue;
    expect(after.get(name), name).toBe(before.get(name));
  }
  const { made_at: _, files: __, counts: ___, ...rest } = taken.manifest;
  expect(again.manifest).toMatchObject(rest);
});

test('the pages show it as it was, and what stands in a text stays text', async () => {
  const page = await visit(here).get(`/g/${full.group.slug}`);
  expect(page.status).toBe(200);
  expect(page.heading).toContain('東京 <Cloud> & "Users"');
  expect(page.text).toContain('Queues "and" <b>more</b>');
  expect(page.body).not.toContain('<script>alert');
  expect(page.body).not.toContain('<b>more');
  const [mark = ''] = /\/g\/[^"]*\/mark-[0-9a-f]{16}\.svg/.exec(page.body) ?? [];
  expect((await visit(here).get(mark)).body).toBe((await visit(there).get(mark)).body);
  expect((await visit(here).get(mark.replace('.svg', '.png'))).status).toBe(200);
});

test('the tally is the sum of the rows, and the log ends where the rows stand', async () => {
  const { rows } = await sql`
    select t.taken, t.waiting, t.next_place,
      (select sum(party) from events.enrolment m where m.event_id = t.event_id and state = 'going') as seated,
      (select count(*) from events.enrolment m where m.event_id = t.event_id and state = 'waitlisted') as in_line,
      (select count(*) from events.enrolment m where m.event_id = t.event_id and m.state is distinct from (
        select to_state from events.enrolment_log l where l.event_id = m.event_id and l.person_id = m.person_id
        order by log_id desc limit 1)) as astray
    from events.tally t`.execute(here.db);
  expect(rows).toEqual([{ taken: 5, waiting: 1, next_place: 2, seated: 3, in_line: 1, astray: 0 }]);
});

test('nobody is mailed, and nobody counts as proven until they sign in', async () => {
  expect(await here.db.selectFrom('kit.mail').select('mail_id').execute()).toEqual([]);
  const people = await here.db.selectFrom('people.person').select(['name', 'proved_at']).execute();
  expect(people).toHaveLength(8);
  expect(people.filter(({ proved_at }) => proved_at !== null)).toEqual([]);
  expect(people.map(({ name }) => name)).toContain('=cmd|calc');
});

test('the same archive again changes nothing', async () => {
  const count = async () => {
    const tables = Object.keys(taken.manifest.counts).map((name) => (name === 'people' ? 'people.person' : name));
    const counts = tables.map(async (table) => {
      const { rows } = await sql`select count(*), max(xmin::text::bigint) from ${sql.table(table)}`.execute(here.db);
      return [table, rows[0]];
    });
    return Promise.all(counts);
  };
  const before = await count();
  expect(await brought(taken.file)).toMatchObject({ is_new: false, slug: full.group.slug });
  expect(await brought(taken.file, full.group.slug)).toMatchObject({ is_new: false });
  expect(await count()).toEqual(before);
});

test('where its address is taken, it says so; under another address it comes in beside it, with ids of its own', async () => {
  const later = await packed(there, full.group, 'later.zip');
  const refused = await bringIn(here.db, { file: later.file, actor: null, now: here.ground.now() });
  expect(refused).toEqual({ refused: 'archive.slug_taken', at: '', what: full.group.slug });
  const beside = await brought(later.file, 'beside');
  expect(beside.group_id).not.toBe(full.group.group_id);
  expect(beside).toMatchObject({ slug: 'beside', is_new: true, left_out: 0 });
  const ids = await here.db.selectFrom('events.event').select('event_id').execute();
  expect(new Set(ids.map(({ event_id }) => event_id)).size).toBe(2);
  expect((await visit(here).get('/g/beside')).text).toContain('Queues "and"');
  expect(await brought(later.file, 'beside')).toMatchObject({ is_new: false });
});

test('somebody who is here already is joined as they are, by their address', async () => {
  const { address } = await there.db
    .selectFrom('people.person')
    .select('address')
    .where('person_id', '=', full.organiser)
    .executeTakeFirstOrThrow();
  const fresh = await fullGroup(there, 'Another one');
  const owner = await there.db
    .selectFrom('people.person')
    .select('address')
    .where('person_id', '=', fresh.organiser)
    .executeTakeFirstOrThrow();
  const known = await makePerson(here, 'Called otherwise here', { address: owner.address.toUpperCase() });
  const done = await brought((await packed(there, fresh.group, 'another.zip')).file);
  const team = await here.db
    .selectFrom('groups.organiser')
    .select(['person_id', 'role'])
    .where('group_id', '=', done.group_id)
    .where('role', '=', 'owner')
    .execute();
  expect(team).toEqual([{ person_id: known, role: 'owner' }]);
  const person = await here.db
    .selectFrom('people.person')
    .select(['name', 'address'])
    .where('person_id', '=', known)
    .executeTakeFirstOrThrow();
  expect(person).toEqual({ name: 'Called otherwise here', address: owner.address.toUpperCase() });
  expect(address).not.toBe(owner.address);
});

test('who came along stays a year to sign in, and is then forgotten; who signs in is a member at once', async () => {
  const anna = full.members[0];
  if (!anna) throw new Error('nobody');
  const waits = () =>
    here.db.selectFrom('archive.newcomer').select('person_id').where('person_id', '=', anna).execute();
  expect(await waits()).not.toEqual([]);
  const sweep = peopleRoom.workers?.['people.sweep']?.(here.ground);
  here.setNow(Temporal.Now.instant().add({ hours: 24 * 300 }));
  await sweep?.({});
  expect(await waits()).not.toEqual([]);
  await transact(here.db, (tx) =>
    announce(tx, 'people.proved', {
      person_id: anna,
      challenge_id: anna as never,
      purpose: 'signin',
      now: here.ground.now(),
    }),
  );
  expect(await waits()).toEqual([]);
  await here.db.updateTable('people.person').set({ proved_at: new Date() }).where('person_id', '=', anna).execute();
  here.setNow(Temporal.Now.instant().add({ hours: 24 * 370 }));
  await sweep?.({});
  const left = await here.db.selectFrom('people.person').select(['person_id']).where('proved_at', 'is', null).execute();
  expect(left).toEqual([]);
  const members = await here.db
    .selectFrom('groups.member')
    .select('person_id')
    .where('group_id', '=', full.group.group_id)
    .execute();
  expect(members).toEqual([{ person_id: anna }]);
});
