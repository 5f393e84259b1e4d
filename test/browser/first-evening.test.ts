// A leader's first evening from a template: from the first page to the announced evening on a phone, with nothing typed but a
// title, a day and a place (practice.md §11.O-9), and its checklist ticked.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { words as eventWords } from '../../src/events/words.ts';
import { words as seasonWords } from '../../src/season/words.ts';
import { words as siteWords } from '../../src/site/words.ts';
import { visit } from '../visit.ts';
import { makeGroup } from '../world.ts';
import { journey, looksRight, press, settings } from './browser.ts';

const house = journey();
const QUARTER_OF_AN_HOUR = 15 * 60_000;

describe.each(settings)("a leader's first evening, $name", (setting) => {
  const [e, s, home] = [eventWords(setting.lang), seasonWords(setting.lang), siteWords(setting.lang)];
  let page: Page;
  const typed: string[] = [];
  const type = async (name: string, text: string) => {
    typed.push(name);
    await page.locator(`[name="${name}"]`).fill(text);
  };

  it('is announced from a template with a title, a day and a place, in far less than a quarter of an hour', async () => {
    const world = await makeGroup(house, { language: setting.lang, zone: 'Europe/Berlin' });
    await house.db
      .updateTable('people.person')
      .set({ lang: setting.lang })
      .where('person_id', '=', world.organiser)
      .execute();
    const { cookies } = await visit(house).as(world.organiser);
    const context = await house.open(setting);
    await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: house.base })));
    page = await context.newPage();

    const begun = performance.now();
    await page.goto('/');
    await page
      .getByRole('link', { name: new RegExp(`^${home('step.plan')}`) })
      .first()
      .click();
    await page.waitForURL('**/new');
    await looksRight(page, setting);
    await page.getByRole('link', { name: s('plan.first.button'), exact: true }).click();
    await page.waitForURL('**/new/from/*');
    await looksRight(page, setting);
    await type('title', setting.lang === 'de' ? 'Warteschlangen' : 'Queues, and what they are hiding');
    await type('day', new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10));
    await type('place_name', 'Hafenhaus, 3. Stock');
    await press(page, s('plan.make'));
    await page.waitForURL('**/manage');
    await looksRight(page, setting);
    await press(page, e('manage.draft'));
    await page.getByText(e('manage.announced'), { exact: true }).waitFor();
    const took = performance.now() - begun;

    expect(typed).toEqual(['title', 'day', 'place_name']);
    console.log(`first evening from a template, ${setting.name}: ${Math.round(took)} ms, typed ${typed.join(', ')}`);
    expect(took).toBeLessThan(QUARTER_OF_AN_HOUR);
  });

  it('comes with a checklist: the next things to do on its page, the whole list a tap away, each ticked with one', async () => {
    await page.getByRole('link', { name: s('panel.whole') }).click();
    await page.waitForURL('**/checklist');
    await looksRight(page, setting);
    const boxes = page.locator('.season-tick');
    expect(await boxes.count()).toBe(13);
    for (const box of await boxes.all()) {
      const size = await box.boundingBox();
      expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(48);
    }
    await boxes.first().click();
    await page.getByText(s('checklist.count', { done: 1, all: 13 })).waitFor();
    await looksRight(page, setting);
    await page.getByRole('link', { name: s('checklist.order') }).click();
    await looksRight(page, setting);
  });
});
