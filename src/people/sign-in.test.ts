// Signing in as a browser does it: known or not, by code or link, watched by machines that open every link.

import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Temporal } from '#kit/time.ts';
import { openWeb } from '#kit/web.ts';
import { testHouse, type Visitor, visit } from '../../test/visit.ts';
import { mailedCodes, newestCode, otherThan, signIn } from './for-tests.ts';
import { identify } from './identify.tsx';
import { peopleRoom } from './index.ts';

const house = testHouse();
let count = 0;
let somebody = '';
beforeEach(() => {
  house.setNow(Temporal.Now.instant());
  somebody = `guest-${++count}@example.org`;
});

const newest = (address = somebody) => newestCode(house.db, address);

/** Asks for a code; gives the page where it is typed. */
async function askedAt(here: Visitor, address = somebody): Promise<string> {
  const { status, location } = await here.post('/signin', { address });
  expect(status).toBe(303);
  return location ?? '';
}

/** The statements about people and mails that `work` made the house run. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { pool } = house.database;
  const asked: string[] = [];
  const heard = new Map<pg.PoolClient, pg.PoolClient['query']>();
  const connect = pool.connect.bind(pool) as (...with_callback: unknown[]) => Promise<pg.PoolClient>;
  pool.connect = (async (...with_callback: unknown[]) => {
    // The store of jobs asks whenever it likes, and is let through.
    if (with_callback.length > 0) return connect(...with_callback);
    const client = await connect();
    if (heard.has(client)) return client;
    const query = client.query.bind(client) as (...sent: unknown[]) => unknown;
    heard.set(client, client.query);
    client.query = ((text: unknown, ...rest: unknown[]) => {
      asked.push(String(text));
      return query(text, ...rest);
    }) as typeof client.query;
    return client;
  }) as typeof pool.connect;
  try {
    await work();
    return asked.filter((text) => /people|kit\W/.test(text));
  } finally {
    pool.connect = connect as typeof pool.connect;
    for (const [client, query] of heard) client.query = query;
  }
}

describe('signing in', () => {
  it('goes from the address over the code and a name to the page one came from', async () => {
    const here = visit(house);
    expect((await here.get('/signin?next=/g/lakeside')).body).toContain('value="/g/lakeside"');
    const asked = await here.post('/signin', { address: somebody, next: '/g/lakeside' });
    expect(asked.status).toBe(303);
    const page = await here.get(asked.location ?? '');
    expect(page.body).toContain(somebody);
    expect(page.body).toContain('autocomplete="one-time-code"');
    expect(page.body).toContain('inputmode="numeric"');
    const proved = await here.post(asked.location ?? '', { code: (await newest()).code });
    expect(proved).toMatchObject({ status: 303, location: '/me/name?next=%2Fg%2Flakeside' });
    expect(await here.post('/me/name', { name: '山田 花子', next: '/g/lakeside' })).toMatchObject({
      location: '/g/lakeside',
    });
    expect((await here.get('/me')).body).toContain('山田 花子');
  });

  it('names what is wrong with the address and keeps it', async () => {
    const answer = await visit(house).post('/signin', { address: 'ada@', next: '/g/x' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('value="ada@"');
    expect(answer.body).toContain('value="/g/x"');
    expect(answer.body).toContain('does not look like a mail address');
  });

  it('says a wrong code is wrong, on the same page', async () => {
    const here = visit(house);
    const to = await askedAt(here);
    const { code } = await newest();
    const answer = await here.post(to, { code: otherThan(code) });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('This is not the code');
    expect('ugroup' in here.cookies).toBe(false);
    expect((await here.post(to, { code })).status).toBe(303);
    expect((await here.post(to, { code })).body).toContain('has run out');
  });

  it('sends a new code to the same page, and the old one ends', async () => {
    const here = visit(house);
    const to = await askedAt(here);
    const old = await newest();
    const token = to.split('/').pop() ?? '';
    expect(await here.post('/signin/again', { token, back: to })).toMatchObject({ status: 303, location: to });
    const fresh = await newest();
    expect(fresh.link).not.toBe(old.link);
    expect((await here.get(old.link)).status).toBe(404);
    if (fresh.code !== old.code) expect((await here.post(to, { code: old.code })).status).toBe(422);
    expect((await here.post(to, { code: fresh.code })).status).toBe(303);
  });

  it('carries the session in a cookie scripts and other sites do not get', async () => {
    const plain = await firstCookie(house.app);
    expect(plain).toMatchObject({ name: 'ugroup', httpOnly: true, sameSite: 'Lax', path: '/' });

    const config = { ...house.ground.config, origin: 'https://groups.example.org' };
    const ground = { ...house.ground, config };
    const secured = await openWeb(ground, async (_request, reply, status) => reply.code(status).send('no'));
    identify(secured, ground);
    await peopleRoom.routes(secured, ground);
    const secure = await firstCookie(secured);
    expect(secure).toMatchObject({ name: '__Host-ugroup', secure: true, httpOnly: true, path: '/' });
    expect(secure).not.toHaveProperty('domain');
  });

  async function firstCookie(app: FastifyInstance) {
    const asked = await app.inject({ method: 'POST', url: '/signin', payload: { address: somebody } });
    const { code } = await newest();
    const proved = await app.inject({ method: 'POST', url: String(asked.headers.location), payload: { code } });
    return proved.cookies[0];
  }
});

describe('a mailed link', () => {
  it('does nothing for machines that open it, and still works for the person, once', async () => {
    const here = visit(house);
    const typed = (await here.post('/signin', { address: somebody, next: '/evenings' })).location ?? '';
    const { link, code } = await newest();
    const before = await house.db.selectFrom('people.challenge').selectAll().where('address', '=', somebody).execute();

    const machine = visit(house);
    for (let i = 0; i < 3; i++) {
      expect((await house.app.inject({ method: 'HEAD', url: link })).statusCode).toBe(200);
      const page = await machine.get(link);
      expect(page.status).toBe(200);
      expect(page.body.match(/<form method="post" action="\/signin\/link\//g)).toHaveLength(1);
    }
    expect('ugroup' in machine.cookies).toBe(false);
    const after = await house.db.selectFrom('people.challenge').selectAll().where('address', '=', somebody).execute();
    expect(after).toEqual(before);

    const phone = visit(house);
    expect(await phone.post(link)).toMatchObject({ status: 303, location: '/me/name?next=%2Fevenings' });
    expect('ugroup' in phone.cookies).toBe(true);

    const replayed = visit(house);
    expect(await replayed.post(link)).toMatchObject({ status: 422 });
    expect((await replayed.get(link)).status).toBe(404);
    expect('ugroup' in replayed.cookies).toBe(false);
    expect((await here.post(typed, { code })).status).toBe(422);
  });

  it('is a 404 when it never was one', async () => {
    const answer = await visit(house).get(`/signin/link/${'x'.repeat(43)}`);
    expect(answer.status).toBe(404);
  });
});

describe('a known and an unknown address', () => {
  it('are shown as they were typed, whoever has which spelling; the mail goes to the one that was proved', async () => {
    const known = `Known-${++count}@example.org`;
    await signIn(house, known, 'Ada');
    for (const typed of [known.toUpperCase(), `UNKNOWN-${count}@example.org`]) {
      const stranger = visit(house);
      const asked = await stranger.post('/signin', { address: typed });
      const shown = typed.replace(/@.*/, '@example.org');
      expect((await stranger.get(asked.location ?? '')).text).toContain(shown);
      await stranger.post('/signin/again', { token: (asked.location ?? '').split('/').pop() ?? '', back: '/' });
    }
    const mails = await mailedCodes(house.db, known);
    expect(mails.map(({ to_address }) => to_address)).toEqual([known, known, known]);
  });

  it('get the same answers and the same work', async () => {
    const known = `known-${count}@example.org`;
    await signIn(house, known, 'Ada');
    const [first, second] = [await wayOf(known), await wayOf(`never-${count}@example.org`)];
    expect(first.answers).toEqual(second.answers);
    expect(first.statements.length).toBeGreaterThanOrEqual(4);
    expect(first.statements).toEqual(second.statements);
  });

  /** What is answered and what is done, from the address to a wrong code, with what is theirs masked. */
  async function wayOf(address: string) {
    const answers: unknown[] = [];
    const statements = await statementsOf(async () => {
      const here = visit(house);
      const to = await askedAt(here, address);
      for (const answer of [await here.get(to), await here.post(to, { code: 'nothing' })]) {
        const token = to.split('/').pop() ?? '';
        answers.push(answer.status, answer.body.replaceAll(address, 'THEM').replaceAll(token, 'TOKEN'));
      }
    });
    return { answers, statements };
  }

  it('are refused alike when too many codes were asked for', async () => {
    const known = `known-${count}@example.org`;
    await signIn(house, known, 'Ada');
    for (let i = 0; i < 5; i++) await visit(house).post('/signin', { address: known });
    for (let i = 0; i < 6; i++) await visit(house).post('/signin', { address: somebody });
    const [a, b] = [
      await visit(house).post('/signin', { address: known }),
      await visit(house).post('/signin', { address: somebody }),
    ];
    expect(a.status).toBe(429);
    expect(a.body).toBe(b.body);
  });
});

describe('a session', () => {
  it('opens a door `person`, and without one a page leads to signing in and a button does nothing', async () => {
    const stranger = visit(house);
    expect(await stranger.get('/me/sessions')).toMatchObject({
      status: 303,
      location: '/signin?next=%2Fme%2Fsessions',
    });
    const pressed = await stranger.post('/me', { name: 'X', lang: 'en' });
    expect(pressed.status).toBe(401);
    expect(pressed.body).toContain('Sign in first');
    const here = await signIn(house, somebody);
    expect((await here.get('/me/sessions')).status).toBe(200);
  });

  it('ends when its person signs out, everywhere it was copied to', async () => {
    const here = await signIn(house, somebody);
    const thief = visit(house);
    Object.assign(thief.cookies, here.cookies);
    expect((await thief.get('/me')).status).toBe(200);
    await here.post('/signout');
    expect('ugroup' in here.cookies).toBe(false);
    expect((await thief.get('/me')).status).toBe(303);
  });

  it('ends after 90 days without a visit, and a visit prolongs it', async () => {
    const here = await signIn(house, somebody);
    const row = () =>
      house.db
        .selectFrom('people.session')
        .innerJoin('people.person', 'people.person.person_id', 'people.session.person_id')
        .select('ends_at')
        .where('address', '=', somebody)
        .executeTakeFirstOrThrow();
    const first = await row();
    const start = house.ground.now();
    house.setNow(start.add({ hours: 24 * 80 }));
    const visited = await here.get('/me');
    expect(String(visited.headers['set-cookie'])).toContain('Max-Age=7776000');
    // Nobody's page waits for it: it is written a moment later.
    await vi.waitFor(
      async () => expect((await row()).ends_at.getTime()).toBeGreaterThan(first.ends_at.getTime()),
      5000,
    );
    house.setNow(start.add({ hours: 24 * 160 }));
    expect((await here.get('/me')).status).toBe(200);
    house.setNow(start.add({ hours: 24 * 251 }));
    expect((await here.get('/me')).status).toBe(303);
  });

  it('is looked up for many visitors in one statement', async () => {
    const here = await Promise.all([1, 2, 3].map((n) => signIn(house, `crowd-${n}-${somebody}`)));
    const statements = await statementsOf(async () => {
      const pages = await Promise.all(here.map((visitor) => visitor.get('/me/address')));
      for (const [n, page] of pages.entries()) expect(page.body).toContain(`crowd-${n + 1}-`);
    });
    expect(statements.filter((text) => text.includes('people.sessions'))).toHaveLength(1);
  });

  it('that is not one is taken away from the browser', async () => {
    const here = visit(house);
    here.cookies.ugroup = 'x'.repeat(43);
    expect((await here.get('/signin')).status).toBe(200);
    expect('ugroup' in here.cookies).toBe(false);
  });
});

describe('a language', () => {
  it('is what the browser reads, until one is chosen here, until a person has their own', async () => {
    const german = await visit(house).get('/signin', { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' });
    expect(german.body).toContain('<html lang="de"');
    const here = visit(house);
    expect(await here.post('/language', { lang: 'de', next: '/signin?next=/g' })).toMatchObject({
      location: '/signin?next=/g',
    });
    expect((await here.get('/signin')).body).toContain('Deine Mailadresse');
    const person = await signIn(house, somebody);
    expect((await person.get('/me')).body).toContain('<html lang="en"');
    await person.post('/language', { lang: 'de', next: '/me' });
    delete person.cookies.lang;
    expect((await person.get('/me')).body).toContain('<html lang="de"');
  });

  it('we do not speak changes nothing, and the way back stays on this server', async () => {
    expect(await visit(house).post('/language', { lang: 'tlh', next: '//evil.example' })).toMatchObject({
      status: 303,
      location: '/',
    });
    expect(await visit(house).post('/language', { lang: 'de', next: 'https://evil.example' })).toMatchObject({
      location: '/',
    });
  });
});
