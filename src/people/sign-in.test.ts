// Signing in as a browser does it: known or not, by code or link, watched by machines that open every link.

import type { FastifyInstance } from 'fastify';
import { Kysely, PostgresDialect } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ground } from '#kit/ground.ts';
import type { Tables } from '#kit/tables.ts';
import { testDatabase } from '../../test/world/database.ts';
import { browser, type Clock, mailedCodes, peopleHouse, signIn, testGround } from './for-tests.ts';
import { touchSessions } from './session.ts';

const database = testDatabase();
const clock: Clock = { minutes: 0 };
let ground: Ground;
let app: FastifyInstance;
let count = 0;
let somebody = '';
beforeEach(async () => {
  clock.minutes = 0;
  ground = testGround(database.db, clock);
  app = await peopleHouse(ground);
  somebody = `guest-${++count}@example.org`;
});

const newest = async (address = somebody) => {
  const [mail] = await mailedCodes(database.db, address);
  if (!mail) throw new Error('no mail');
  return { code: mail.code, link: `/signin/link/${mail.link}` };
};

describe('signing in', () => {
  it('goes from the address over the code and a name to the page one came from', async () => {
    const here = browser(app);
    expect((await here.get('/signin?next=/g/lakeside')).html).toContain('value="/g/lakeside"');
    const asked = await here.post('/signin', { address: somebody, next: '/g/lakeside' });
    expect(asked.status).toBe(303);
    const page = await here.get(asked.to);
    expect(page.html).toContain(somebody);
    expect(page.html).toContain('autocomplete="one-time-code"');
    expect(page.html).toContain('inputmode="numeric"');
    const proved = await here.post(asked.to, { code: (await newest()).code });
    expect(proved).toMatchObject({ status: 303, to: '/me/name?next=%2Fg%2Flakeside' });
    expect(await here.post('/me/name', { name: '山田 花子', next: '/g/lakeside' })).toMatchObject({
      to: '/g/lakeside',
    });
    expect((await here.get('/me')).html).toContain('山田 花子');
  });

  it('names what is wrong with the address and keeps it', async () => {
    const answer = await browser(app).post('/signin', { address: 'ada@', next: '/g/x' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('value="ada@"');
    expect(answer.html).toContain('value="/g/x"');
    expect(answer.html).toContain('does not look like a mail address');
  });

  it('says a wrong code is wrong, on the same page', async () => {
    const here = browser(app);
    const { to } = await here.post('/signin', { address: somebody });
    const { code } = await newest();
    const answer = await here.post(to, { code: code === '000000' ? '000001' : '000000' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('This is not the code');
    expect(here.isSignedIn(ground)).toBe(false);
    expect((await here.post(to, { code })).status).toBe(303);
    expect((await here.post(to, { code })).html).toContain('has run out');
  });

  it('sends a new code to the same page, and the old one ends', async () => {
    const here = browser(app);
    const { to } = await here.post('/signin', { address: somebody });
    const old = await newest();
    const token = to.split('/').pop() ?? '';
    expect(await here.post('/signin/again', { token, back: to })).toMatchObject({ status: 303, to });
    const fresh = await newest();
    expect(fresh.link).not.toBe(old.link);
    expect((await here.get(old.link)).status).toBe(404);
    if (fresh.code !== old.code) expect((await here.post(to, { code: old.code })).status).toBe(422);
    expect((await here.post(to, { code: fresh.code })).status).toBe(303);
  });

  it('carries the session in a cookie scripts and other sites do not get', async () => {
    const asked = await app.inject({ method: 'POST', url: '/signin', payload: { address: somebody } });
    const url = String(asked.headers.location);
    const proved = await app.inject({ method: 'POST', url, payload: { code: (await newest()).code } });
    expect(proved.cookies[0]).toMatchObject({ name: 'ugroup', httpOnly: true, sameSite: 'Lax', path: '/' });

    const secured = await peopleHouse(testGround(database.db, clock, 'https://groups.example.org'));
    const again = await secured.inject({ method: 'POST', url: '/signin', payload: { address: somebody } });
    const secure = await secured.inject({
      method: 'POST',
      url: String(again.headers.location),
      payload: { code: (await newest()).code },
    });
    expect(secure.cookies[0]).toMatchObject({ name: '__Host-ugroup', secure: true, httpOnly: true, path: '/' });
    expect(secure.cookies[0]).not.toHaveProperty('domain');
  });
});

describe('a mailed link', () => {
  it('does nothing for machines that open it, and still works for the person, once', async () => {
    const here = browser(app);
    await here.post('/signin', { address: somebody, next: '/evenings' });
    const { link, code } = await newest();
    const before = await database.db
      .selectFrom('people.challenge')
      .selectAll()
      .where('address', '=', somebody)
      .execute();

    const machine = browser(app, 'a mail scanner');
    for (let i = 0; i < 3; i++) {
      expect((await machine.head(link)).status).toBe(200);
      const page = await machine.get(link);
      expect(page.status).toBe(200);
      expect(page.html.match(/<form method="post" action="\/signin\/link\//g)).toHaveLength(1);
    }
    expect(machine.isSignedIn(ground)).toBe(false);
    const after = await database.db
      .selectFrom('people.challenge')
      .selectAll()
      .where('address', '=', somebody)
      .execute();
    expect(after).toEqual(before);

    const phone = browser(app);
    expect(await phone.post(link)).toMatchObject({ status: 303, to: '/me/name?next=%2Fevenings' });
    expect(phone.isSignedIn(ground)).toBe(true);

    const replayed = browser(app);
    expect(await replayed.post(link)).toMatchObject({ status: 422 });
    expect((await replayed.get(link)).status).toBe(404);
    expect(replayed.isSignedIn(ground)).toBe(false);
    const { to } = await here.post('/signin/code/x', { code });
    expect(to).toBe('');
  });

  it('is a 404 when it never was one', async () => {
    const answer = await browser(app).get(`/signin/link/${'x'.repeat(43)}`);
    expect(answer.status).toBe(404);
  });
});

describe('a known and an unknown address', () => {
  it('get the same answers and the same work', async () => {
    const known = `known-${count}@example.org`;
    await signIn(app, ground, known, 'Ada');
    const work: Record<string, string[]> = {};
    const answers: Record<string, string[]> = {};
    for (const address of [known, `never-${count}@example.org`]) {
      const statements: string[] = (work[address] = []);
      const db = new Kysely<Tables>({
        dialect: new PostgresDialect({ pool: database.database.pool }),
        log: (event) => void statements.push(event.query.sql),
      });
      const house = await peopleHouse({ ...ground, db });
      const here = browser(house);
      const asked = await here.post('/signin', { address });
      const page = await here.get(asked.to);
      const wrong = await here.post(asked.to, { code: 'nothing' });
      const masked = (text: string) =>
        text.replaceAll(address, 'THEM').replaceAll(asked.to.split('/').pop() ?? '', 'TOKEN');
      answers[address] = [
        asked.status,
        masked(asked.to),
        page.status,
        masked(page.html),
        wrong.status,
        masked(wrong.html),
      ].map(String);
    }
    const [first, second] = Object.values(answers);
    expect(first).toEqual(second);
    const [did, didToo] = Object.values(work);
    expect(did?.length).toBeGreaterThanOrEqual(4);
    expect(did).toEqual(didToo);
  });

  it('are refused alike when too many codes were asked for', async () => {
    const known = `known-${count}@example.org`;
    await signIn(app, ground, known, 'Ada');
    for (let i = 0; i < 5; i++) await browser(app).post('/signin', { address: known });
    for (let i = 0; i < 6; i++) await browser(app).post('/signin', { address: somebody });
    const [a, b] = [
      await browser(app).post('/signin', { address: known }),
      await browser(app).post('/signin', { address: somebody }),
    ];
    expect(a.status).toBe(429);
    expect(a.html).toBe(b.html);
  });
});

describe('a session', () => {
  it('opens a door `person`, and without one a page leads to signing in and a button does nothing', async () => {
    const stranger = browser(app);
    expect(await stranger.get('/me/sessions')).toMatchObject({ status: 303, to: '/signin?next=%2Fme%2Fsessions' });
    const pressed = await stranger.post('/me', { name: 'X', lang: 'en' });
    expect(pressed.status).toBe(401);
    expect(pressed.html).toContain('Sign in first');
    const here = await signIn(app, ground, somebody);
    expect((await here.get('/me/sessions')).status).toBe(200);
  });

  it('ends when its person signs out, everywhere it was copied to', async () => {
    const here = await signIn(app, ground, somebody);
    const thief = browser(app);
    for (const [name, value] of here.cookies) thief.cookies.set(name, value);
    expect((await thief.get('/me')).status).toBe(200);
    await here.post('/signout');
    expect(here.isSignedIn(ground)).toBe(false);
    expect((await thief.get('/me')).status).toBe(303);
  });

  it('ends after 90 days without a visit, and a visit prolongs it', async () => {
    const here = await signIn(app, ground, somebody);
    const row = () =>
      database.db
        .selectFrom('people.session')
        .innerJoin('people.person', 'people.person.person_id', 'people.session.person_id')
        .select(['session_id', 'ends_at'])
        .where('address', '=', somebody)
        .executeTakeFirstOrThrow();
    const first = await row();
    clock.minutes = 60 * 24 * 80;
    const visit = await here.get('/me');
    expect(String(visit.headers['set-cookie'])).toContain('Max-Age=7776000');
    await touchSessions(database.db, [first.session_id], ground.now());
    expect((await row()).ends_at.getTime()).toBeGreaterThan(first.ends_at.getTime());
    clock.minutes = 60 * 24 * 160;
    expect((await here.get('/me')).status).toBe(200);
    clock.minutes = 60 * 24 * 251;
    expect((await here.get('/me')).status).toBe(303);
  });

  it('is looked up for many visitors in one statement', async () => {
    const here = await Promise.all([1, 2, 3].map((n) => signIn(app, ground, `crowd-${n}-${somebody}`)));
    const statements: string[] = [];
    const db = new Kysely<Tables>({
      dialect: new PostgresDialect({ pool: database.database.pool }),
      log: (event) => void statements.push(event.query.sql),
    });
    const house = await peopleHouse({ ...ground, db });
    const answers = await Promise.all(
      here.map(({ cookies }) =>
        house.inject({ url: '/me/address', headers: { cookie: `ugroup=${cookies.get('ugroup')}` } }),
      ),
    );
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200]);
    for (const [n, answer] of answers.entries()) expect(answer.body).toContain(`crowd-${n + 1}-`);
    expect(statements).toHaveLength(1);
  });

  it('that is not one is taken away from the browser', async () => {
    const here = browser(app);
    here.cookies.set('ugroup', 'x'.repeat(43));
    expect((await here.get('/signin')).status).toBe(200);
    expect(here.isSignedIn(ground)).toBe(false);
  });
});

describe('a language', () => {
  it('is what the browser reads, until one is chosen here, until a person has their own', async () => {
    const german = await app.inject({ url: '/signin', headers: { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' } });
    expect(german.body).toContain('<html lang="de"');
    const here = browser(app);
    expect(await here.post('/language', { lang: 'de', next: '/signin?next=/g' })).toMatchObject({
      to: '/signin?next=/g',
    });
    expect((await here.get('/signin')).html).toContain('Deine Mailadresse');
    const person = await signIn(app, ground, somebody);
    expect((await person.get('/me')).html).toContain('<html lang="en"');
    await person.post('/language', { lang: 'de', next: '/me' });
    person.cookies.delete('lang');
    expect((await person.get('/me')).html).toContain('<html lang="de"');
  });

  it('we do not speak changes nothing, and the way back stays on this server', async () => {
    expect(await browser(app).post('/language', { lang: 'tlh', next: '//evil.example' })).toMatchObject({
      status: 303,
      to: '/',
    });
    expect(await browser(app).post('/language', { lang: 'de', next: 'https://evil.example' })).toMatchObject({
      to: '/',
    });
  });
});
