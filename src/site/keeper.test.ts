// The keeper's page, the texts everybody reads, what machines may read, and the ways into the demo town.
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { makePerson, testHouse, type Visitor, visit } from '../../test/visit.ts';
import { found } from './for-tests.ts';
import { imprint } from './texts/imprint.ts';
import { privacy } from './texts/privacy.ts';
import { fillText } from './texts.ts';

const fresh = () => new Promise((done) => setTimeout(done, 800));

describe('a server with a keeper', () => {
  const house = testHouse();
  let keeper: Visitor;
  let member: Visitor;

  beforeAll(async () => {
    keeper = await visit(house).as(await makePerson(house, 'Kofi', { is_keeper: true }));
    member = await visit(house).as(await makePerson(house, 'Mei'));
  });

  test.each(['/keeper', '/keeper/texts', '/keeper/texts/imprint/en'])('keeps %s for the keeper', async (path) => {
    expect((await keeper.get(path)).status).toBe(200);
    expect((await member.get(path)).status).toBe(404);
    expect((await visit(house).get(path)).status).toBe(404);
    expect((await member.post('/keeper/texts', { name: 'x', address: 'y', mail: 'a@b.example' })).status).toBe(404);
    expect((await member.post('/keeper/texts/imprint/en', { body: 'mine' })).status).toBe(404);
    expect((await visit(house).get('/imprint')).text).not.toContain('mine');
  });

  test('asks who runs the server until it is said, and then names them everywhere', async () => {
    expect((await keeper.get('/keeper')).text).toContain('Say who runs this server');
    expect((await visit(house).get('/imprint')).text).toContain('not filled in yet');
    const refused = await keeper.post('/keeper/texts', { name: 'Verein *Fluss*', address: '', mail: 'nobody' });
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.errors)).toEqual(['address', 'mail']);
    expect(refused.body).toContain('Verein *Fluss*');

    const form = {
      name: 'Verein *Fluss* <b>',
      address: '1. Stock\r\nUferweg 3\r\n12345 Ort',
      mail: 'hallo_wir@fluss.example',
    };
    expect((await keeper.post('/keeper/texts', form)).location).toBe('/keeper/texts');
    expect((await keeper.get('/keeper/texts')).text).toContain('Both texts name you now');
    await fresh();
    for (const [path, lang] of [
      ['/imprint', 'en'],
      ['/privacy', 'en'],
      ['/imprint', 'de'],
      ['/privacy', 'de'],
    ] as const) {
      const page = await visit(house).get(path, { 'accept-language': lang });
      expect(page.text).toContain('Verein *Fluss* <b>');
      expect(page.body).toContain('1. Stock<br />');
      expect(page.links).toContain('mailto:hallo_wir@fluss.example');
      expect(page.text).not.toMatch(/not filled in|noch nicht eingetragen|\{(name|address|mail|server)\}/);
    }
    expect((await keeper.get('/keeper')).text).toContain('Nothing waits for you');
  });

  test('lets the keeper write a text of their own in one language, and take it back', async () => {
    const path = '/keeper/texts/imprint/de';
    expect((await keeper.get(path)).text).toContain('Diesen Server betreibt');
    await keeper.post(path, { body: '## Neu\n\n<script>alert(1)</script> {name} [x](javascript:alert(2))' });
    await fresh();
    const page = await visit(house).get('/imprint', { 'accept-language': 'de' });
    expect(page.text).toContain('Neu');
    expect(page.text).toContain('Zuletzt geändert');
    expect(page.body).not.toContain('<script>alert');
    expect(page.body).not.toMatch(/href="javascript/);
    expect((await visit(house).get('/imprint')).text).toContain('This server is run by');
    expect((await keeper.post(path, { body: 'x'.repeat(40_001) })).errors).toHaveProperty('body');

    await keeper.post(path, { body: imprint.de.replaceAll('\n', '\r\n') });
    expect((await sql`select 1 from site.text`.execute(house.db)).rows).toHaveLength(0);
    await keeper.post(path, { body: 'Anders' });
    await keeper.post(path, { body: '' });
    expect((await sql`select 1 from site.text`.execute(house.db)).rows).toHaveLength(0);
    expect((await keeper.get('/keeper/texts/cookies/de')).status).toBe(404);
    expect((await keeper.get('/keeper/texts/imprint/fr')).status).toBe(404);
  });

  test('tells how the server is doing, and who waits', async () => {
    const mei = await makePerson(house, 'Lin');
    const { group_id } = await found(house.db, mei, 'Quiet one');
    await sql`update groups."group" set state = 'unclaimed' where group_id = ${group_id}`.execute(house.db);
    expect((await keeper.get('/keeper')).links.filter((link) => link === '/keeper/claims')).toHaveLength(1);
    await sql`insert into groups.claim (group_id, claim_id, person_id, says, made_at)
      values (${group_id}, gen_random_uuid(), ${mei}, 'It is mine', now())`.execute(house.db);
    const page = await keeper.get('/keeper');
    expect(page.text).toContain('One person says that a group is theirs');
    expect(page.links.filter((link) => link === '/keeper/claims')).toHaveLength(2);
    expect(page.text).toContain('One that nobody looks after yet');
    expect(page.text).toContain('SMTP_URL is not set');
    expect(page.text).toMatch(/PostgreSQL \d+/);
  });

  test('tells machines what they may read', async () => {
    const robots = await visit(house).get('/robots.txt');
    expect(robots.body).toContain('Disallow: /keeper\n');
    expect(robots.body).toContain('Sitemap: http://localhost:3000/sitemap.xml');
    expect(robots.body).not.toContain('Disallow: /\n');
  });

  test('has no way in without a code', async () => {
    const page = await visit(house).get('/demo');
    expect(page.text).toContain('npm run up -- --demo');
    expect(page.body).not.toContain('/demo/enter');
    expect((await visit(house).post('/demo/enter', { as: 'keeper' })).status).toBe(404);
  });
});

describe('the demo town', () => {
  const house = testHouse({ demo: true });

  test('says that it is being built, then lets everybody in as one of three', async () => {
    expect((await visit(house).get('/demo')).text).toContain('still being built');
    const early = await visit(house).post('/demo/enter', { as: 'guest' });
    expect(early.location).toBe('/demo');
    expect(early.cookies.ugroup).toBeUndefined();

    const guest = await makePerson(house, 'Gaston');
    const organiser = await makePerson(house, 'Odile');
    const keeper = await makePerson(house, 'Kofi', { is_keeper: true });
    const value = JSON.stringify({ guest, organiser, keeper });
    await sql`insert into kit.fact (name, value) values ('demo.people', ${value})`.execute(house.db);
    expect((await visit(house).get('/demo')).text).toContain('Come in as Odile');

    for (const [as, name, to] of [
      ['guest', 'Gaston', '/'],
      ['organiser', 'Odile', '/'],
      ['keeper', 'Kofi', '/keeper'],
    ] as const) {
      const visitor = visit(house);
      const entered = await visitor.post('/demo/enter', { as });
      expect([entered.status, entered.location]).toEqual([303, to]);
      expect((await visitor.follow(entered)).text).toContain(`You are ${name} now`);
      expect((await visitor.get('/me')).status).toBe(200);
      expect((await visitor.get('/keeper')).status).toBe(as === 'keeper' ? 200 : 404);
    }
    expect((await visit(house).post('/demo/enter', { as: 'root' })).status).toBe(404);
    const lured = await visit(house).post('/demo/enter', { as: 'guest' }, { origin: 'https://elsewhere.example' });
    expect(lured.status).toBeGreaterThanOrEqual(400);
    expect(lured.cookies.ugroup).toBeUndefined();
    expect((await visit(house).get('/robots.txt')).body).toBe('User-agent: *\nDisallow: /\n');
  });
});

describe('the texts that come with the program', () => {
  test.each([
    ['imprint', imprint],
    ['privacy', privacy],
  ])('name the operator in every language: %s', (_name, text) => {
    for (const body of Object.values(text)) {
      for (const token of ['{name}', '{address}', '{mail}']) expect(body).toContain(token);
    }
  });

  test('take what the operator typed as text', () => {
    const operator = { name: '# A [b](c)', address: '- d\n_e_', mail: 'a@b.example' };
    expect(fillText('{name}|{address}|{mail}|{server}|{other}', operator, { server: 'http://x', missing: '' })).toBe(
      '\\# A \\[b\\]\\(c\\)|\\- d\n\\_e\\_|<a@b.example>|http://x|{other}',
    );
  });
});
