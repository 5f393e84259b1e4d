// A real browser on the real house, listening on a port of its own: a phone or a desk, in English or German, with scripts or without.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Id } from '#kit/id.ts';
import type { Lang } from '#kit/words.ts';
import { type TestHouse, testHouse, visit } from '../visit.ts';
import { launch } from './launch.ts';

export type Setting = { id: string; name: string; width: 390 | 1280; lang: Lang; scripts: boolean; dark: boolean };

/** Both widths, both languages, the bare page without scripts, and axe (which needs scripts) at both widths. */
export const settings: Setting[] = [
  { id: 'bare', name: 'on a phone, scripts off', width: 390, lang: 'en', scripts: false, dark: false },
  { id: 'phone', name: 'on a phone', width: 390, lang: 'en', scripts: true, dark: false },
  { id: 'desk', name: 'at a desk, in German, dark', width: 1280, lang: 'de', scripts: true, dark: true },
];

export type Journey = TestHouse & { base: string; open(setting: Setting): Promise<BrowserContext> };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The house on a port and a browser to visit it with. */
export function journey(): Journey {
  const house = testHouse({ works: true });
  const made = house as Journey;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    await house.app.listen({ port: 0, host: '127.0.0.1' });
    const address = house.app.server.address() as { port: number };
    made.base = `http://127.0.0.1:${address.port}`;
    browser = await launch();
    made.open = async (setting) => {
      const context = await browser.newContext({
        viewport: { width: setting.width, height: setting.width === 390 ? 844 : 900 },
        locale: setting.lang,
        javaScriptEnabled: setting.scripts,
        colorScheme: setting.dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        baseURL: made.base,
      });
      context.setDefaultTimeout(10_000);
      contexts.push(context);
      return context;
    };
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
  });
  return made;
}

/** Nothing axe objects to (WCAG 2.2 A and AA), nothing wider than the screen. Axe needs scripts, so it looks where they run. */
export async function looksRight(page: Page, setting: Setting): Promise<void> {
  const wide = await page
    .locator('html')
    .evaluate((html) => html.scrollWidth - html.clientWidth)
    .catch(() => 0);
  expect(wide, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
  if (!setting.scripts) return;
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (
      window as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    page.url(),
  ).toEqual([]);
}

/** A page of somebody who is signed in already and reads the setting's language. */
export async function pageOf(house: Journey, setting: Setting, person_id: Id<'people.person'>): Promise<Page> {
  await house.db.updateTable('people.person').set({ lang: setting.lang }).where('person_id', '=', person_id).execute();
  const { cookies } = await visit(house).as(person_id);
  const context = await house.open(setting);
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: house.base })));
  return context.newPage();
}

/** The six digits in the newest mail to an address. */
export async function codeFor(house: TestHouse, address: string): Promise<string> {
  const mails = await house.mails();
  const mail = mails.findLast(({ to, subject }) => to.includes(address) && /\d{3} ?\d{3}/.test(subject));
  if (!mail) throw new Error(`no code was mailed to ${address}`);
  return (/(\d{3}) ?(\d{3})/.exec(mail.subject) as RegExpExecArray).slice(1).join('');
}

/** Presses the button with these words. */
export async function press(page: Page, words: string): Promise<void> {
  await Promise.all([
    page.waitForLoadState('load'),
    page.getByRole('button', { name: words, exact: true }).first().click(),
  ]);
}
