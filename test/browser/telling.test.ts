// Telling the world and answering it, in a browser: ready texts with and without scripts, a frame on another site, questions.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { words as eventWords } from '../../src/events/words.ts';
import { words as faqWords } from '../../src/faq/words.ts';
import { visit } from '../visit.ts';
import { makeEvent, makeGroup, type World } from '../world.ts';
import { journey, looksRight, press, settings } from './browser.ts';

const house = journey();

describe.each(settings)('telling the world, $name', (setting) => {
  const [e, f] = [eventWords(setting.lang), faqWords(setting.lang)];
  let world: World;
  let slug = '';
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    world = await makeGroup(house, { language: setting.lang });
    slug = (await makeEvent(house, world)).slug;
    await house.db
      .updateTable('people.person')
      .set({ lang: setting.lang })
      .where('person_id', '=', world.organiser)
      .execute();
    context = await house.open(setting);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: house.base });
    const visitor = await visit(house).as(world.organiser);
    await context.addCookies([{ name: 'ugroup', value: visitor.cookies.ugroup as string, url: house.base }]);
    page = await context.newPage();
  });

  it('has texts to copy: by hand, or with a button where scripts run', async () => {
    await page.goto(`/g/${world.group.slug}/e/${slug}/share`);
    await looksRight(page, setting);
    const text = await page.locator('#share-mastodon').inputValue();
    expect(text).toContain(slug);
    if (!setting.scripts) return expect(await page.getByRole('button', { name: e('share.copy') }).count()).toBe(0);
    await page
      .getByRole('button', { name: e('share.copy') })
      .first()
      .click();
    await page.getByText(e('share.copied')).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  });

  it('shows the next evenings inside another site', async () => {
    await page.goto(`/g/${world.group.slug}/embed`);
    await looksRight(page, setting);
    const other = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<title>Another site</title><iframe src="${house.base}/g/${world.group.slug}/embed" title="x"></iframe>`,
      );
    }).listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    await page.frameLocator('iframe').getByRole('link', { name: 'Queues, and what they are hiding' }).waitFor();
    await new Promise((done) => other.close(done));
  });

  it('answers what sponsors ask, once organisers have published it', async () => {
    await page.goto(`/g/${world.group.slug}/faq`);
    await looksRight(page, setting);
    await page.getByRole('link', { name: f('for.sponsors') }).click();
    await looksRight(page, setting);
    await page.locator('textarea[name=answer-price]').fill('**40** Euro');
    await press(page, f('edit.publish'));
    await page.getByText(f('edit.published')).waitFor();
    const stranger = await (await house.open(setting)).newPage();
    await stranger.goto(`/g/${world.group.slug}/faq/sponsors`);
    await stranger.getByText('40', { exact: true }).waitFor();
    await looksRight(stranger, setting);
  });
});
