// What is kept, for how long, and what leaves; and that nothing made for one key or visitor is shown under another.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type MadePage, openPageCache } from './page-cache.ts';

const made = (html: string, headers: Record<string, string> = {}): MadePage => ({ status: 200, headers, html });
const text = (page: { body(coding: 'identity'): Buffer }) => page.body('identity').toString();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a page that is kept', () => {
  test('is shown under its own key and under no other', async () => {
    const cache = openPageCache();
    await cache.page('en /a', async () => made('a'));
    expect(text(await cache.page('en /b', async () => made('b')))).toBe('b');
    expect(text(await cache.page('de /a', async () => made('ä')))).toBe('ä');
    expect(text(await cache.page('en /a', async () => made('made anew')))).toBe('a');
  });

  test('is as old as the moment its making began, not the one it was ready', async () => {
    const cache = openPageCache({ maxAgeMs: 700 });
    let ready = (_page: MadePage) => {};
    const slow = cache.page('k', () => new Promise<MadePage>((done) => (ready = done)));
    vi.advanceTimersByTime(600);
    ready(made('slow'));
    await slow;
    cache.remember('/k', 'k', {}, '/route');
    vi.advanceTimersByTime(99);
    expect(text(await cache.page('k', async () => made('fresh')))).toBe('slow');
    expect(cache.at('/k')).toBeDefined();
    vi.advanceTimersByTime(1);
    expect(cache.at('/k')).toBeUndefined();
    expect(text(await cache.page('k', async () => made('fresh')))).toBe('fresh');
  });

  test('is made once for all who wait', async () => {
    const cache = openPageCache();
    const make = vi.fn(async () => made('once'));
    const pages = await Promise.all(Array.from({ length: 50 }, () => cache.page('k', make)));
    expect(make).toHaveBeenCalledTimes(1);
    expect(new Set(pages).size).toBe(1);
  });

  test('is the same in each coding, and says by its tag which it is', async () => {
    const cache = openPageCache();
    const page = await cache.page('k', async () => made('<p>Grüße, 大阪</p>'.repeat(50)));
    const plain = text(page);
    expect(gunzipSync(page.body('gzip')).toString()).toBe(plain);
    expect(brotliDecompressSync(page.body('br')).toString()).toBe(plain);
    expect(page.body('br')).toBe(page.body('br'));
    const other = await cache.page('other', async () => made('else'));
    expect(other.etag).not.toBe(page.etag);
    expect((await openPageCache().page('k', async () => made(plain))).etag).toBe(page.etag);
  });
});

describe('what leaves', () => {
  test('is the oldest, when there is no more room', async () => {
    const cache = openPageCache({ most: 2 });
    for (const key of ['1', '2', '3']) {
      await cache.page(key, async () => made(key));
      cache.remember(`/${key}`, key, {}, '/route');
    }
    expect([cache.at('/1'), cache.at('/2') !== undefined, cache.at('/3') !== undefined]).toEqual([
      undefined,
      true,
      true,
    ]);
  });

  test('is a failed making: the next visitor has it made', async () => {
    const cache = openPageCache();
    const broken = async () => Promise.reject(new Error('database away'));
    await expect(cache.page('k', broken)).rejects.toThrow('away');
    expect(text(await cache.page('k', async () => made('well')))).toBe('well');
  });

  test('and a failure that comes late takes nobody else’s page along', async () => {
    const cache = openPageCache({ maxAgeMs: 700 });
    let fail = (_error: Error) => {};
    const late = cache.page('k', () => new Promise<MadePage>((_done, no) => (fail = no)));
    vi.advanceTimersByTime(800);
    await cache.page('k', async () => made('well'));
    fail(new Error('late'));
    await expect(late).rejects.toThrow('late');
    expect(text(await cache.page('k', async () => made('anew')))).toBe('well');
  });

  test('are addresses, before they fill the memory', async () => {
    const cache = openPageCache({ most: 2 });
    await cache.page('k', async () => made('k'));
    for (let n = 0; n < 8; n++) cache.remember(`/?${n}`, 'k', {}, '/route');
    expect(cache.at('/?0')).toBeDefined();
    cache.remember('/?8', 'k', {}, '/route');
    expect([cache.at('/?0'), cache.at('/?8')?.page.status]).toEqual([undefined, 200]);
  });
});

test('an address shows what is kept under its key, with its own head', async () => {
  const cache = openPageCache();
  await cache.page('k', async () => made('k'));
  cache.remember('en /k', 'k', { 'content-language': 'en' }, '/route');
  cache.remember('en /gone', 'never made', {}, '/route');
  expect(cache.at('en /k')).toMatchObject({ head: { 'content-language': 'en' } });
  expect([cache.at('en /gone'), cache.at('en /unknown'), cache.at('de /k')]).toEqual([undefined, undefined, undefined]);
});
