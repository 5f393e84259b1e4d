// Long lists: every page by key, nothing twice, nothing left out, and as many statements for three rows as for one.

import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareKey } from '#kit/compare-key.ts';
import { newId } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, type TestHouse, testHouse, visit } from '../../test/visit.ts';
import { statementsOf } from '../../test/world/statements.ts';
import { findEvenings } from './find-evenings.ts';
import { findGroups } from './find-groups.ts';
import { evening, found } from './for-tests.ts';
import type { Search } from './forms.ts';
import { sitemapIndex, sitemapPage } from './sitemap.ts';

const now = Temporal.Instant.from('2026-11-02T12:00:00Z');
const all: Search = { q: '', country: null, when: 'coming', after: null };

describe('a directory of 1,200 groups with 4,000 evenings', () => {
  const house = testHouse();

  beforeAll(async () => {
    house.setNow(now);
    await fill(house, 1200, 4000);
  });

  test('is read to its end group by group, the lively ones first', async () => {
    const seen: string[] = [];
    const lively: boolean[] = [];
    for (let after: string | null = null, pages = 0; ; pages++) {
      expect(pages).toBeLessThan(32);
      const page = await findGroups(house.db, { q: '', country: null, after }, now);
      expect(page.total).toBe(1200);
      seen.push(...page.groups.map(({ group_id }) => group_id));
      lively.push(...page.groups.map(({ next_at }) => next_at !== null));
      if (!page.next) break;
      after = page.next;
    }
    expect(seen).toHaveLength(1200);
    expect(new Set(seen).size).toBe(1200);
    expect(lively.indexOf(false)).toBe(lively.lastIndexOf(true) + 1);
  });

  test.each(['coming', 'before'] as const)('has evenings that are %s, each once', async (when) => {
    const seen: string[] = [];
    const times: number[] = [];
    for (let after: string | null = null; ; ) {
      const page = await findEvenings(house.db, { ...all, when, q: 'evening', after }, now);
      seen.push(...page.evenings.map(({ event_id }) => event_id));
      times.push(...page.evenings.map(({ starts_at }) => starts_at.getTime()));
      if (!page.next) break;
      after = page.next;
    }
    const { rows } = await sql<{ n: number }>`select count(*) as n from events.event
      where ${when === 'coming' ? sql`ends_at > ${date}` : sql`ends_at <= ${date}`}`.execute(house.db);
    expect(seen).toHaveLength(rows[0]?.n ?? 0);
    expect(new Set(seen).size).toBe(seen.length);
    expect(times).toEqual([...times].sort((a, b) => (when === 'coming' ? a - b : b - a)));
  });

  test('pages through the links a visitor presses', async () => {
    const first = await visit(house).get('/groups');
    expect(first.text).toContain('1,200 groups');
    const more = first.links.find((link) => link.startsWith('/groups?after='));
    const second = await visit(house).get(more ?? '');
    expect(second.status).toBe(200);
    const rows = (links: string[]) => links.filter((link) => link.startsWith('/g/'));
    expect(rows(second.links)).toHaveLength(40);
    expect(rows(second.links).filter((link) => rows(first.links).includes(link))).toEqual([]);
    expect(second.body).toContain('noindex');
  });

  test.each(['wendertreff', 'treffen', '港区', 'treffen cloud', 'ANWENDER', 'group treff'])(
    'finds "%s" in a word of an evening that more than six hundred come before',
    async (q) => {
      await sql`update events.event set title = 'Evening: Anwendertreffen', place_name = '東京都港区'
        where slug = 'evening-3998'`.execute(house.db);
      const { evenings, are_close } = await findEvenings(house.db, { ...all, q }, now);
      expect(evenings.map(({ slug }) => slug)).toEqual(['evening-3998']);
      expect(are_close).toBe(false);
      const before = await findEvenings(house.db, { ...all, q, when: 'before' }, now);
      expect(before.evenings.map(({ slug }) => slug)).toEqual([]);
    },
  );

  test('answers a misspelt search while one waits', async () => {
    const begun = performance.now();
    const groups = await findGroups(house.db, { q: 'wolfsbergg cloud', country: null, after: null }, now);
    const evenings = await findEvenings(house.db, { ...all, when: 'before', q: 'eveninng 77' }, now);
    expect(groups.are_close && evenings.are_close).toBe(true);
    expect(performance.now() - begun).toBeLessThan(1500);
  });

  test('has every group and public evening in the sitemap, once', async () => {
    const origin = 'https://groups.example';
    const index = await sitemapIndex(house.db, origin, 500);
    const maps = [...index.matchAll(/<loc>([^<]*)<\/loc>/g)].map((found) => found[1] as string);
    expect(maps).toHaveLength(3 + 8);
    const urls: string[] = [];
    for (const map of maps) {
      const [, kind, from] = /sitemap\/(groups|evenings)\/(.*)\.xml$/.exec(map) ?? [];
      const page = await sitemapPage(house.db, origin, { kind: kind as 'groups', from: from as string }, 500);
      urls.push(...[...page.matchAll(/<loc>([^<]*)<\/loc>/g)].map((found) => found[1] as string));
    }
    expect(urls).toHaveLength(5200);
    expect(new Set(urls).size).toBe(5200);
    const path = maps[0]?.slice(origin.length) as string;
    const page = await visit(house).get((await visit(house).get('/sitemap.xml')).body.includes(path) ? path : '');
    expect(page.headers['content-type']).toContain('xml');
    expect((await visit(house).get('/sitemap/people/x.xml')).status).toBe(404);
  });
});

describe('one row or three', () => {
  const house = testHouse();

  test('cost the same number of statements', async () => {
    house.setNow(now);
    const mei = await makePerson(house, 'Mei');
    const add = async (n: number) => {
      const group = await found(house.db, mei, `Group ${n}`, { place: 'Ōsaka', country: 'JP' });
      await evening(house.db, group, mei, { title: `Evening ${n}`, days: 5 + n, now });
    };
    const paths = ['/', '/evenings', '/evenings?q=evening', '/evenings?q=evenning', '/groups', '/groups?q=osaka'];
    const visitor = await visit(house).as(mei);
    const count = async () => {
      const counts: number[] = [];
      for (const path of paths) {
        const made = await statementsOf(house, async () => {
          expect((await visitor.get(path)).status).toBe(200);
        });
        // Who is asking is one more, and not the page's.
        counts.push(made - 1);
      }
      return counts;
    };
    await add(1);
    const one = await count();
    await add(2);
    await add(3);
    expect(await count()).toEqual(one);
    expect(Math.max(...one)).toBeLessThanOrEqual(2);
  });

  test('names are searched by the key they are kept under', async () => {
    const mei = await makePerson(house, 'Mei');
    const names = ['Straßen & Çafé', '大阪がんばる会', '서울 클라우드', 'Đà Nẵng Developers', 'مجموعة', 'C++ / Rust'];
    for (const name of names) {
      await found(house.db, mei, name);
      const kept = await sql<{ name_key: string }>`select name_key from groups."group" where name = ${name}`.execute(
        house.db,
      );
      expect(kept.rows[0]?.name_key).toBe(compareKey(name));
    }
  });
});

const date = new Date(now.epochMilliseconds);

/** Many rows quickly, some in the same second, some groups without an evening. */
async function fill({ db }: TestHouse, groups: number, evenings: number): Promise<void> {
  const ids = Array.from({ length: groups }, () => newId<'groups.group'>());
  const places = ['Wolfsberg', 'Milwaukee', 'Ōsaka', 'São Paulo'];
  const row = (group_id: string, n: number) => {
    const place = places[n % 4] as string;
    const name = `${place} Cloud Group ${n % 600}`;
    return {
      group_id,
      slug: `group-${n}`,
      name,
      name_key: compareKey(name),
      place,
      place_key: compareKey(place),
      country: ['AT', 'US', 'JP', null][n % 4],
    };
  };
  await sql`
    insert into groups."group" (group_id, slug, name, name_key, place, place_key, country, zone, language, color, created_at)
    select group_id, slug, name, name_key, place, place_key, country, 'Europe/Vienna', 'en', '#c2410c', now()
    from json_to_recordset(${JSON.stringify(ids.map(row))}) as r (group_id uuid, slug text, name text, name_key text, place text,
      place_key text, country char(2))`.execute(db);
  const held = Array.from({ length: evenings }, (_, n) => {
    const starts = now.epochMilliseconds + (Math.floor(n / 3) - 1100) * 86_400_000;
    return { group_id: ids[(n * 7) % 900], event_id: newId(), slug: `evening-${n}`, starts_at: new Date(starts) };
  });
  await sql`
    insert into events.event (group_id, event_id, slug, title, language, stage, starts_at, ends_at, zone, opens_at, closes_at, created_at)
    select group_id, event_id, slug, 'Evening ' || slug, 'en', 'announced', starts_at, starts_at + interval '2 hours',
      'Europe/Vienna', starts_at - interval '14 days', starts_at - interval '1 day', now()
    from json_to_recordset(${JSON.stringify(held)}) as r (group_id uuid, event_id uuid, slug text, starts_at timestamptz)`.execute(
    db,
  );
  await sql`insert into events.tally (group_id, event_id, cap) select group_id, event_id, 40 from events.event`.execute(
    db,
  );
  await sql`analyze`.execute(db);
}
