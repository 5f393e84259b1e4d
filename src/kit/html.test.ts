// Which answers are kept and who is shown them: nothing made for one visitor is ever sent to another.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answeredFromCache, contentPolicy, makePage, sendHtml, sendKept } from './html.ts';
import { openPageCache, type PageCache } from './page-cache.ts';

let cache: PageCache;
let app: ReturnType<typeof server>;
let answers = 0;
beforeEach(() => {
  cache = openPageCache({ maxAgeMs: 60_000 });
  app = server();
  answers = 0;
});
afterEach(() => app.close());

/** `/own` is made for whoever asks, `/all` for everybody; a session is whatever the cookie says. */
function server() {
  const server = Fastify();
  server.addHook('onRequest', (request, reply, done) => {
    if (answeredFromCache(request.raw, reply.raw, cache)) reply.hijack();
    else done();
  });
  server.get('/own', (request, reply) => sendHtml(reply, h('p', null, `for ${request.headers.cookie ?? 'nobody'}`)));
  server.get('/all', async (request, reply) => {
    answers++;
    reply.header('set-cookie', 'ugroup-flash=; Max-Age=0');
    const page = await cache.page('all', async () =>
      makePage(h('p', null, 'for everybody'), { headers: { 'x-of': 'all' } }),
    );
    return sendKept(request, reply, page, cache, 'all');
  });
  server.get('/gone', async (request, reply) => {
    answers++;
    const page = await cache.page('gone', async () => makePage(h('p', null, 'nothing here'), { status: 404 }));
    return sendKept(request, reply, page, cache, 'gone');
  });
  return server;
}
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe('nobody is shown what was made for another', () => {
  test('neither from the cache nor by whatever stands between', async () => {
    for (const [n, cookie] of ['ugroup=mia', 'ugroup=noah', undefined].entries()) {
      const answer = await get('/own', cookie ? { cookie } : {});
      expect(answer.body).toContain(['ugroup=mia', 'ugroup=noah', 'nobody'][n]);
      expect(answer.headers['cache-control']).toBe('private, no-store');
      expect(answer.headers.etag).toBeUndefined();
    }
  });

  test('a visitor with any cookie is never answered from the cache, nor does their visit fill it', async () => {
    await get('/all', { cookie: 'ugroup=mia' });
    await get('/all');
    expect(answers).toBe(2);
    await get('/all');
    expect(answers).toBe(2);
    await get('/all', { cookie: 'anything=1' });
    await get('/all', { cookie: '' });
    expect(answers).toBe(4);
  });

  test('a cookie set for the first visitor is not handed to the second', async () => {
    expect((await get('/all')).headers['set-cookie']).toBeDefined();
    const second = await get('/all');
    expect(answers).toBe(1);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.headers['x-of']).toBe('all');
  });

  test('another language, another query or another method is another page', async () => {
    await get('/all');
    await get('/all', { 'accept-language': 'de' });
    await get('/all?x=1');
    expect(answers).toBe(3);
    expect((await app.inject({ method: 'POST', url: '/all' })).statusCode).toBe(404);
  });

  test('an error page is not kept by its address', async () => {
    await get('/gone');
    expect((await get('/gone')).statusCode).toBe(404);
    expect(answers).toBe(2);
  });
});

describe('a kept page', () => {
  test('is the same from the cache as it was first sent, in every coding', async () => {
    for (const coding of ['br', 'gzip', '']) {
      const first = await get('/all?first', { 'accept-encoding': coding });
      const again = await get('/all?first', { 'accept-encoding': coding });
      const { 'set-cookie': _gone, date: _then, connection: _c, 'keep-alive': _k, ...head } = first.headers;
      expect(again.headers).toMatchObject(head);
      expect(again.rawPayload).toEqual(first.rawPayload);
      expect(head['content-encoding']).toBe(coding === '' ? undefined : coding);
      const open = { br: brotliDecompressSync, gzip: gunzipSync }[coding] ?? ((bytes: Buffer) => bytes);
      expect(open(again.rawPayload).toString()).toBe('<!doctype html><p>for everybody</p>');
    }
    expect(answers).toBe(1);
  });

  test('that has not changed is not sent again', async () => {
    const { etag } = (await get('/all')).headers;
    const kept = await get('/all', { 'if-none-match': String(etag) });
    const made = await get('/all?other', { 'if-none-match': String(etag) });
    expect([kept.statusCode, kept.body, made.statusCode, made.body]).toEqual([304, '', 304, '']);
    expect((await get('/all', { 'if-none-match': '"another"' })).statusCode).toBe(200);
  });
});

test('a page of one’s own is compressed for whoever says so', async () => {
  const zipped = await get('/own', { 'accept-encoding': 'gzip, br', cookie: 'ugroup=mia' });
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(zipped.rawPayload).toString()).toBe((await get('/own', { cookie: 'ugroup=mia' })).body);
});

test('the policy lets in nothing inline but the one style it names', () => {
  expect(contentPolicy()).toMatch(/style-src 'self'$/);
  expect(contentPolicy('sha256-abc')).toMatch(/style-src 'self' 'sha256-abc'$/);
  expect(contentPolicy()).not.toContain('unsafe');
});
