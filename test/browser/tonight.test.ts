// The page of the night on bad wifi: small, taps without scripts, and a tap while the network is away that arrives once.
import type { Page, Request } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeAgenda } from '#events';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { words as seasonWords } from '../../src/season/words.ts';
import { words } from '../../src/tonight/words.ts';
import { visit } from '../visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../world.ts';
import { journey, looksRight, settings } from './browser.ts';

const house = journey();
let world: World;
let path = '';
const titles = ['Switch on the coffee', 'Put up the signs', 'Collect the badges'];

beforeAll(async () => {
  // 14:12 in Chicago, twelve minutes into the evening.
  const now = Temporal.Instant.from('2026-11-12T20:12:00Z');
  house.setNow(now.subtract({ hours: 48, minutes: 12 }));
  world = await makeGroup(house);
  const event = await makeEvent(house, world, { inDays: 2, cap: 30 });
  path = `/g/${world.group.slug}/e/${event.slug}`;
  await seatPeople(house, event, ['Hạnh', 'Tomás']);
  await transact(house.db, (tx) =>
    writeAgenda(tx, event, [
      { time: '14:00', minutes: 30, type: 'talk', title: 'Every retry is a promise', who: 'Tomás', note: '' },
      { time: '14:30', minutes: 60, type: 'talk', title: 'Caches that forget', who: '', note: '' },
    ]),
  );
  const organiser = await visit(house).as(world.organiser);
  for (const title of titles) {
    await organiser.post(`${path}/checklist`, { title, amount: '0', when: 'hours_before', note: '' });
  }
  house.setNow(now);
});

const at = () => `${path}/tonight`;
const done = async () =>
  (await house.db.selectFrom('season.task').select('title').where('done_at', 'is not', null).execute()).length;
const delays = async () => (await house.db.selectFrom('tonight.delay').select('minutes').execute()).length;

describe.each(settings)('tonight, $name', (setting) => {
  const [t, s] = [words(setting.lang), seasonWords(setting.lang)];
  const title = titles[settings.indexOf(setting)] as string;
  let page: Page;

  it('is small, looks right, and says what is on', async () => {
    await house.db.deleteFrom('tonight.delay').execute();
    await house.db
      .updateTable('people.person')
      .set({ lang: setting.lang })
      .where('person_id', '=', world.organiser)
      .execute();
    const context = await house.open(setting);
    const visitor = await visit(house).as(world.organiser);
    await context.addCookies([{ name: 'ugroup', value: visitor.cookies.ugroup as string, url: house.base }]);
    page = await context.newPage();
    let bytes = 0;
    const sizes: Promise<void>[] = [];
    const weigh = (request: Request) => {
      sizes.push(
        request.sizes().then(({ responseBodySize }) => {
          bytes += responseBodySize;
        }),
      );
    };
    page.on('requestfinished', weigh);
    await page.goto(`${path}/tonight`);
    await page.waitForLoadState('networkidle');
    page.off('requestfinished', weigh);
    await Promise.all(sizes);
    expect(bytes).toBeGreaterThan(3000);
    expect(bytes).toBeLessThan(15_000);
    await looksRight(page, setting);
    expect(await page.locator('.tonight-item-now').innerText()).toContain(t('order.now', { minutes: 18 }));
  });

  it('takes a tap', async () => {
    const before = await done();
    if (setting.scripts) await page.context().setOffline(true);
    const box = page.getByRole('button', { name: s('task.do', { title }) });
    await box.click();
    if (setting.scripts) {
      // Once more, out of impatience; and a word that it is late.
      await box.click();
      await page.getByRole('button', { name: t('order.later.by', { minutes: 5 }) }).click();
      await page.getByText(t('night.kept', { n: 2 })).waitFor();
      expect([await done(), await delays()]).toEqual([before, 0]);
      // Even when the phone loses the page in between: it is kept in the phone, and sent by the page that comes back.
      await page.context().setOffline(false);
      await page.reload();
    }
    await page.getByRole('button', { name: s('task.undo', { title }) }).waitFor();
    expect(await done()).toBe(before + 1);
    if (!setting.scripts) return;
    await expect.poll(delays).toBe(1);
    await expect.poll(() => page.getByText(t('night.kept', { n: 1 })).count()).toBe(0);
  });

  it.runIf(setting.scripts)('opens again without a network, as it was last seen', async () => {
    await page.waitForFunction(
      (at) => caches.match(at).then((kept) => kept && navigator.serviceWorker.controller),
      at(),
    );
    const kept = await page.evaluate((at) => caches.match(at).then((answer) => answer?.text()), at());
    expect(kept).toContain(title);
    expect(kept, 'an address lies in the phone').not.toMatch(/@[a-z0-9-]+\./i);
    const context = page.context();
    await page.close();
    await context.setOffline(true);
    page = await context.newPage();
    await page.goto(at());
    const seen = page.getByText(t('night.seen', { when: '|' }).split('|')[0] as string);
    await seen.waitFor();
    expect(await seen.innerText()).toMatch(/12.*14:1/);
    expect(await page.locator('.tonight-item-now').innerText()).toContain('Every retry is a promise');
    await looksRight(page, setting);

    // A way to another page is said to need a network, and the page stays.
    await page.getByRole('link', { name: t('slides.link') }).click();
    await page.getByText(t('night.needs')).waitFor();
    // A tap is kept, and nothing pretends to be done.
    const before = await done();
    await page.getByRole('button', { name: s('task.undo', { title }), exact: true }).click();
    await page.getByText(t('night.kept', { n: 1 })).waitFor();
    expect(await done()).toBe(before);
    await context.setOffline(false);
    await page.getByRole('button', { name: s('task.do', { title }), exact: true }).waitFor();
    expect(await done()).toBe(before - 1);
    expect(await seen.isVisible()).toBe(false);
    // What is kept now is what was drawn last.
    await expect
      .poll(() => page.evaluate((at) => caches.match(at).then((answer) => answer?.text()), at()))
      .toContain(s('task.do', { title }));
  });

  it.runIf(setting.scripts)('is forgotten by the phone when they sign out, here or elsewhere', async () => {
    const keeps = () =>
      page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('person')).length);
    expect(await keeps()).toBe(1);
    if (setting.id === 'phone') {
      await page.goto('/me');
      await page.locator('[data-island="people/forget"][data-ready]').getByRole('button', { name: 'Sign out' }).click();
    } else {
      await house.db.deleteFrom('people.session').where('person_id', '=', world.organiser).execute();
      await page.goto(at());
    }
    await page.waitForURL((url) => url.pathname === (setting.id === 'phone' ? '/' : '/signin'));
    expect(await keeps()).toBe(0);
    await page.context().setOffline(true);
    await expect(page.goto(at())).rejects.toThrow(/ERR_(FAILED|INTERNET_DISCONNECTED)/);
  });
});
