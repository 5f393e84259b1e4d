// What a rush runs is planned once for each connection, also where there are thousands of evenings and groups.
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { makePerson, testHouse, visit } from './visit.ts';
import { makeEvent, makeGroup } from './world.ts';

const house = testHouse();

it('an evening’s page and a seat run by plans that were kept, in a large town too', async () => {
  const world = await makeGroup(house);
  const paths: string[] = [];
  for (let n = 0; n < 20; n++) {
    const { slug } = await makeEvent(house, world, { inDays: 5 + n });
    paths.push(`/g/${world.group.slug}/e/${slug}`);
  }
  await fill(3000);
  const browser = await visit(house).as(await makePerson(house, 'Zoe'));
  for (const path of paths) {
    await browser.get(path);
    expect((await browser.post(`${path}/seat`, { guests: '0' })).status).toBe(303);
  }
  const plans = await keptPlans('people.sessions', 'events.shown', 'events.book');
  expect([...new Set(plans.map(({ name }) => name))].sort()).toEqual(['book', 'sessions', 'shown']);
  // PostgreSQL makes five plans before it asks itself whether to keep one.
  for (const { made } of plans) expect(made).toBeLessThanOrEqual(5);
  for (const name of ['book', 'sessions', 'shown'])
    expect(plans.filter((plan) => plan.name === name).reduce((sum, { kept }) => sum + kept, 0)).toBeGreaterThan(0);
});

it('a session is looked up by its token, never found by reading those that last', async () => {
  const browser = await visit(house).as(await makePerson(house, 'Zoe'));
  for (let n = 0; n < 8; n++) await browser.get('/');
  const { pool } = house.database;
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  let looked = 0;
  for (const client of clients) {
    const { rows } = await client.query(`select name from pg_prepared_statements where name ~ '^people.sessions'`);
    for (const { name } of rows) {
      await client.query('set plan_cache_mode = force_generic_plan');
      const plan = await client.query(`explain execute "${name}" (array['\\x00'::bytea], now())`);
      await client.query('reset plan_cache_mode');
      expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('session_token_key');
      looked++;
    }
  }
  for (const client of clients) client.release();
  expect(looked).toBeGreaterThan(0);
});

it('a person’s evenings and a search for one word keep their plans', async () => {
  const browser = await visit(house).as(await makePerson(house, 'Zoe'));
  for (let n = 0; n < 30; n++) {
    await browser.get('/');
    await browser.get(`/evenings?q=${n % 2 ? 'evening' : 'rostock'}`);
  }
  const plans = await keptPlans('site.home', 'site.my-groups', 'site.evenings');
  for (const name of ['home', 'my-groups', 'evenings']) {
    const of = plans.filter((plan) => plan.name === name);
    expect(of.length).toBeGreaterThan(0);
    for (const { made } of of) expect(made, name).toBeLessThanOrEqual(5);
  }
  expect(plans.reduce((sum, { kept }) => sum + kept, 0)).toBeGreaterThan(0);
});

/** How often each connection ran a statement by a plan made for it, and by the one that is kept. */
async function keptPlans(...names: string[]): Promise<{ name: string; kept: number; made: number }[]> {
  const { pool } = house.database;
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  const asked = clients.map((client) =>
    client.query(
      `select split_part(name, '.', 2) as name, generic_plans as kept, custom_plans as made from pg_prepared_statements
      where name ~ $1`,
      [`^(${names.join('|')})`],
    ),
  );
  const answers = await Promise.all(asked);
  for (const client of clients) client.release();
  return answers.flatMap(({ rows }) => rows);
}

/** So many groups with an evening and a person each. */
async function fill(n: number): Promise<void> {
  await sql`
    with made as (select i, gen_random_uuid() as id, gen_random_uuid() as event_id from generate_series(1, ${n}::int) i),
    groups as (
      insert into groups."group" (group_id, slug, name, name_key, place, place_key, zone, language, color, created_at)
      select id, 'town-' || i, 'Town ' || i, 'town ' || i, 'Rostock', 'rostock', 'Europe/Vienna', 'en', '#c2410c', now() from made returning group_id),
    slugs as (insert into groups.slug (group_id, slug, since) select id, 'town-' || i, now() from made),
    people as (
      insert into people.person (person_id, address, address_key, name, lang, created_at, asked_at, proved_at)
      select id, i || '@example.org', i || '@example.org', 'Guest', 'en', now(), now(), now() from made),
    sessions as (
      insert into people.session (session_id, person_id, token_hash, started_at, seen_at, proved_at, ends_at)
      select id, id, sha256(id::text::bytea), now(), now(), now(), now() + interval '80 days' from made),
    events as (
      insert into events.event (group_id, event_id, slug, title, language, stage, starts_at, ends_at, zone, opens_at, closes_at, created_at)
      select id, event_id, 'evening', 'Evening ' || i, 'en', 'open', now() + interval '9 days', now() + interval '10 days',
        'Europe/Vienna', now() - interval '1 day', now() + interval '8 days', now() from made)
    insert into events.tally (group_id, event_id, cap) select id, event_id, 40 from made`.execute(house.db);
  await sql`analyze`.execute(house.db);
}
