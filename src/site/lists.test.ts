// The first page and the two lists, visited like a browser does.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Group } from '#groups';
import { joinGroup } from '#groups';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { migrationsFolder } from '#kit/migrate.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { evening, found } from './for-tests.ts';

const now = Temporal.Instant.from('2026-11-02T12:00:00Z');

describe('a server on its first day', () => {
  const house = testHouse();

  test('says what this is and offers two ways on', async () => {
    const page = await visit(house).get('/');
    expect(page.status).toBe(200);
    expect(page.heading).toBe('Your group could be the first one here');
    expect(page.links).toEqual(expect.arrayContaining(['/start', '/demo']));
    expect(page.headers['cache-control']).toContain('public');
    expect((await visit(house).get('/', { 'accept-language': 'de' })).heading).toBe(
      'Deine Gruppe könnte hier die erste sein',
    );
  });

  test('says in its empty lists what to do', async () => {
    const evenings = await visit(house).get('/evenings');
    expect(evenings.text).toContain('No evening is announced right now');
    expect(evenings.links).toEqual(expect.arrayContaining(['/evenings?when=before', '/groups']));
    expect((await visit(house).get('/evenings?when=before')).text).toContain('The first one makes history');
    const groups = await visit(house).get('/groups');
    expect(groups.text).toContain('Yours can be the first one');
    expect(groups.links).toContain('/start');
    expect((await visit(house).get('/sitemap.xml')).status).toBe(200);
  });

  test('greets somebody who has nothing yet', async () => {
    const page = await (await visit(house).as(await makePerson(house, 'Nguyễn Thị Hạnh'))).get('/');
    expect(page.heading).toBe('Hello, Nguyễn Thị Hạnh');
    expect(page.text).toContain('You belong to no group yet');
    expect(page.headers['cache-control']).toContain('no-store');
  });
});

describe('a living server', () => {
  const house = testHouse();
  let mei: Id<'people.person'>;
  let lakeside: Group;
  let osaka: Group;

  beforeAll(async () => {
    house.setNow(now);
    mei = await makePerson(house, 'Mei');
    const { db } = house;
    lakeside = await found(db, mei, 'Lakeside Cloud Users', {
      place: 'Milwaukee',
      country: 'US',
      zone: 'America/Chicago',
    });
    osaka = await found(db, mei, '大阪クラウド勉強会', { place: '大阪', country: 'JP', zone: 'Asia/Tokyo' });
    await found(db, mei, 'Café Köln', { place: 'Köln', country: 'DE' });
    await evening(db, lakeside, mei, { title: 'Queues, and what they hide', days: 7, now, place: 'Harbor Building' });
    await evening(db, lakeside, mei, { title: 'Secret plans', days: 30, now, stage: 'draft' });
    await evening(db, lakeside, mei, { title: 'What broke this summer', days: -40, now });
    await evening(db, osaka, mei, { title: '初心者のためのコンテナ入門', days: 9, now, place: '梅田' });
    await evening(db, osaka, mei, { title: 'Vortrag über Möhren', days: -800, now, about: 'Kubernetes and soup' });
  });

  const titles = (body: string) =>
    [...body.matchAll(/<div class="ui-row-title"><a [^>]*><(?:span|bdi)[^>]*>([^<]*)</g)].map((m) => m[1]);
  const search = async (path: string) => {
    const page = await visit(house).get(path);
    expect(page.status).toBe(200);
    return titles(page.body);
  };

  test('shows what is on to everybody, and drafts to nobody', async () => {
    const page = await visit(house).get('/');
    expect(page.heading).toBe('What is on');
    expect(titles(page.body)).toEqual(['Queues, and what they hide', '初心者のためのコンテナ入門']);
    expect(page.links).toContain(`/g/${osaka.slug}`);
    for (const path of ['/', '/evenings', '/evenings?q=secret', '/evenings?when=before']) {
      expect((await visit(house).get(path)).text).not.toContain('Secret plans');
    }
  });

  test.each([
    ['Queues', ['Queues, and what they hide']],
    ['what QUEU', ['Queues, and what they hide']],
    ['harbor', ['Queues, and what they hide']],
    ['queues milwaukee', ['Queues, and what they hide']],
    ['united states', ['Queues, and what they hide']],
    ['コンテナ', ['初心者のためのコンテナ入門']],
    ['勉強会', ['初心者のためのコンテナ入門']],
    ['梅田', ['初心者のためのコンテナ入門']],
    ['queues 大阪', []],
    ['%', ['Queues, and what they hide', '初心者のためのコンテナ入門']],
  ])('finds evenings to come by "%s"', async (q, expected) => {
    expect(await search(`/evenings?q=${encodeURIComponent(q)}`)).toEqual(expected);
  });

  test.each([
    ['kubernetes', 'Vortrag über Möhren'],
    ['möhren', 'Vortrag über Möhren'],
    ['mohren', 'Vortrag über Möhren'],
    ['sumer', 'What broke this summer'],
  ])('finds evenings that were by "%s"', async (q, expected) => {
    expect(await search(`/evenings?when=before&q=${encodeURIComponent(q)}`)).toEqual([expected]);
  });

  test.each([
    ['koln', 'Café Köln'],
    ['KÖLN', 'Café Köln'],
    ['cafe', 'Café Köln'],
    ['Deutschland', 'Café Köln'],
    ['Milwakee', 'Lakeside Cloud Users'],
    ['lakside clowd', 'Lakeside Cloud Users'],
    ['勉強', '大阪クラウド勉強会'],
    ['くらうど', undefined],
  ])('finds groups by "%s"', async (q, expected) => {
    expect(await search(`/groups?q=${encodeURIComponent(q)}`)).toEqual(expected === undefined ? [] : [expected]);
  });

  test('says that what it found is only close, and shows nothing close beside what fits', async () => {
    expect((await visit(house).get('/groups?q=milwakee')).text).toContain('These come close');
    const exact = await visit(house).get('/groups?q=lakeside');
    expect(exact.text).toContain('1 group');
    expect(exact.text).not.toContain('come close');
  });

  test('narrows by country and leads out of an empty search', async () => {
    expect(await search('/evenings?country=JP')).toEqual(['初心者のためのコンテナ入門']);
    expect(await search('/groups?country=DE')).toEqual(['Café Köln']);
    const page = await visit(house).get('/evenings?country=DE&q=queues');
    expect(page.links).toEqual(
      expect.arrayContaining(['/evenings?q=queues', '/evenings?q=queues&country=DE&when=before', '/groups?q=queues']),
    );
  });

  test('says how groups are doing as it is', async () => {
    const { text } = await visit(house).get('/groups');
    expect(text).toContain('Milwaukee, United States · next evening');
    await sql`update events.event set stage = 'draft' where title like '初心者%'`.execute(house.db);
    await sql`update groups."group" set state = 'unclaimed' where slug = ${osaka.slug}`.execute(house.db);
    const later = await visit(house).get('/groups?q=大阪');
    expect(later.text).toContain('Nobody looks after it here yet');
    expect(later.text).toContain('quiet since August 2024');
    await sql`update events.event set stage = 'open' where title like '初心者%'`.execute(house.db);
  });

  test.each(['/evenings', '/groups'])('shows a search on %s as text, whatever it is', async (path) => {
    const q = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
    const page = await visit(house).get(
      `${path}?q=${encodeURIComponent(q)}&country=${encodeURIComponent(q)}&after=<b>`,
    );
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('<script>alert');
    expect(page.body).not.toContain('<img src=x');
    expect(page.body).toContain('&lt;script');
  });

  test.each([
    "q='%20or%201=1--",
    'q=%00%ef%bf%bd\\&!|():*',
    `q=${'ab '.repeat(300)}`,
    'q=a&q=b',
    'q[]=x',
    'country=USA&when=never&after=bm90IGpzb24',
    `after=${Buffer.from('[1e300,"x"]').toString('base64url')}`,
    `after=${Buffer.from('[1,"0190a1b2-0000-7000-8000-000000000000"]').toString('base64url')}`,
    'q=%ed%a0%80',
  ])('survives ?%s', async (query) => {
    for (const path of ['/evenings', '/groups']) expect((await visit(house).get(`${path}?${query}`)).status).toBe(200);
  });

  test('shows a person their evenings, their groups with the next step, and what is near', async () => {
    const page = await (await visit(house).as(mei)).get('/');
    expect(page.text).toContain('See who is coming');
    expect(page.text).toContain('0 of 40 seats taken');
    expect(page.text).toContain('Plan the next evening');
    expect(page.text).toContain('On near you');

    const guest = await makePerson(house, 'Somchai');
    await transact(house.db, (tx) => joinGroup(tx, { person_id: guest }, now, lakeside.group_id));
    const theirs = await (await visit(house).as(guest)).get('/');
    expect(titles(theirs.body)).toEqual(['Lakeside Cloud Users', 'Queues, and what they hide']);
    expect(theirs.text).not.toContain('See who is coming');
    expect(theirs.text).not.toContain('Secret plans');

    const elsewhere = await (await visit(house).as(await makePerson(house, 'Ana'))).get('/');
    expect(elsewhere.text).toContain('this is what is on anywhere');
  });

  test('is the same for everybody signed out, whatever else the address had in it', async () => {
    const other = await visit(house).get('/groups?utm_source=elsewhere&q=lakeside');
    expect(other.body).not.toContain('elsewhere');
    expect(other.links).toContain('/signin?next=%2Fgroups%3Fq%3Dlakeside');
  });
});

describe('a database that has no pg_trgm', () => {
  const house = testHouse();

  test('is brought up all the same, and its searches want every letter right', async () => {
    const migration = await readFile(join(migrationsFolder, '0006-site.sql'), 'utf8');
    await sql`drop schema site cascade`.execute(house.db);
    await sql.raw(migration.replaceAll('pg_trgm', 'not_there')).execute(house.db);
    const mei = await makePerson(house, 'Mei');
    await found(house.db, mei, 'Lakeside Cloud Users', { place: 'Milwaukee' });
    expect((await visit(house).get('/groups?q=milwauk')).text).toContain('Lakeside Cloud Users');
    const misspelt = await visit(house).get('/groups?q=milwakee');
    expect(misspelt.status).toBe(200);
    expect(misspelt.text).toContain('No group found');
  });
});
