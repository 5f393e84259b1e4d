// Two phones at two doors, through the network going and coming back, with a ticket held before a camera.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { makeEvent, makeGroup, seatPeople } from '../world.ts';
import { journey, looksRight, type Setting, settings } from './browser.ts';
import { launch } from './launch.ts';

const house = journey();
const [, phone, desk] = settings as [Setting, Setting, Setting];
const names = ['Ada Lovelace', 'Jürgen Müller', '山田 太郎', 'Bea Brown', 'Cem Çelik', 'Dao Ngọc'];

let camera: Browser | undefined;
afterAll(() => camera?.close());

describe('a night at the door', () => {
  it('is worked by two phones, with and without a network, and ends with one count', async () => {
    const world = await makeGroup(house);
    const wish = { inDays: 1 / 24, closesHours: 0, cap: 40, room_capacity: 9, plus_ones: 2 };
    const event = await makeEvent(house, world, wish);
    const people = await seatPeople(house, event, names);
    const door = `/g/${world.group.slug}/e/${event.slug}/door`;

    // Ada shows her ticket: the picture of it is what the camera will see.
    const ada = await house.open(phone);
    await signIn(ada, people[0] as string);
    const ticket = await ada.newPage();
    await ticket.goto(`/g/${world.group.slug}/e/${event.slug}`);
    await ticket.getByRole('link', { name: 'Show my ticket' }).click();
    await looksRight(ticket, phone);
    camera = await launch([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${await filmOf(await ticket.locator('.ui-qr').screenshot())}`,
    ]);

    // The organiser lets two phones in.
    const office = await house.open(desk);
    await signIn(office, world.organiser);
    const front = await pairedPhone(await camera.newContext(looks()), office, door, 'Front');
    const back = await pairedPhone(await house.open(phone), office, door, 'Back');
    await looksRight(front, phone);

    // By ticket, at the front.
    await front.getByRole('button', { name: 'Scan' }).click();
    await card(front, 'In').waitFor();
    await expect.poll(() => card(front, 'Ada Lovelace').count()).toBe(1);
    await looksRight(front, phone);
    await front.getByRole('button', { name: 'Close camera' }).click();
    await counts(front, 1);
    // Within five seconds the other door knows, and refuses the same ticket.
    await counts(back, 1, 5000);
    await pick(back, 'ada');
    await card(back, 'Already in').waitFor();
    await card(back, 'Front').waitFor();
    await looksRight(back, phone);

    // The network goes. Both go on.
    await front.context().setOffline(true);
    await back.context().setOffline(true);
    await pick(front, 'muller');
    // A nervous thumb taps twice, and *Undo* has just come to lie under it.
    await front.getByRole('button', { name: 'Let in', exact: true }).dblclick();
    await card(front, 'Jürgen Müller').waitFor();
    expect(await card(front, 'Taken back').count()).toBe(0);
    await pick(back, '太郎');
    await back.getByRole('button', { name: 'Let in', exact: true }).click();
    // The same guest at both, by mistake; and one taken back.
    for (const one of [front, back]) {
      await pick(one, 'brwn');
      await one.getByRole('button', { name: 'Let in', exact: true }).click();
    }
    await pick(front, 'celik');
    await front.getByRole('button', { name: 'Let in', exact: true }).click();
    await front.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await card(front, 'Taken back').waitFor();
    // Two without a seat.
    await back.getByRole('button', { name: 'Walk-in' }).click();
    await back.getByLabel('Name, if they like').fill('Kim');
    await back.getByRole('button', { name: '2', exact: true }).click();
    await back.getByRole('button', { name: 'Let in', exact: true }).dblclick();
    await expect.poll(() => front.getByRole('status').first().innerText()).toContain('No network');
    // Switched off and on again, without a network: the page is there, and what it saw.
    await back.reload();
    await counts(back, 5);
    await expect.poll(() => back.getByRole('status').first().innerText()).toContain('not sent yet');

    // It comes back, and they agree: Ada, Jürgen, 太郎, Bea once, two walk-ins.
    await front.context().setOffline(false);
    await back.context().setOffline(false);
    for (const one of [front, back]) {
      await counts(one, 6, 15_000);
      await expect.poll(() => one.getByRole('status').first().innerText(), { timeout: 15_000 }).toBe('Connected');
    }

    // Nearly full, loudly; then full.
    await front.getByRole('button', { name: 'Walk-in' }).click();
    await front.getByRole('button', { name: '3', exact: true }).click();
    await front.getByRole('button', { name: 'Let in', exact: true }).click();
    await front.getByText('Full. Nobody more may come in').first().waitFor();
    await looksRight(front, phone);
    await pick(back, 'dao');
    await expect
      .poll(() => back.getByText('Full. Nobody more may come in').count(), { timeout: 5000 })
      .toBeGreaterThan(0);

    // The organiser sees the same, and lets a phone go: it forgets every name.
    const page = await office.newPage();
    await page.goto(door);
    expect(await page.locator('.ui-figure-value').innerText()).toContain('9');
    await looksRight(page, desk);
    await page.getByRole('button', { name: 'Let go: Back' }).click();
    await back.getByText('This phone no longer works the door').waitFor({ timeout: 8000 });
    expect(await back.locator('body').innerText()).not.toContain('Dao');
    expect(await keptNames(back)).toBe('[]');
    await front.getByLabel('Name').fill('dao');
    await front.getByRole('button', { name: /Dao/ }).waitFor();
  });
});

const looks = () => ({
  viewport: { width: 390, height: 844 },
  locale: 'en',
  baseURL: house.base,
  permissions: ['camera'],
  reducedMotion: 'reduce' as const,
});

async function signIn(context: BrowserContext, person_id: string): Promise<void> {
  const { visit } = await import('../visit.ts');
  const visitor = await visit(house).as(person_id as never);
  await context.addCookies([{ name: 'ugroup', value: visitor.cookies.ugroup as string, url: house.base }]);
}

/** Six figures from one screen, typed on another. */
async function pairedPhone(context: BrowserContext, office: BrowserContext, door: string, name: string): Promise<Page> {
  context.setDefaultTimeout(10_000);
  const screen = await office.newPage();
  await screen.goto(door);
  await screen.getByRole('button', { name: 'Let another phone in' }).click();
  const code = await screen.locator('.door-code').innerText();
  await looksRight(screen, desk);
  await screen.close();
  const page = await context.newPage();
  await page.goto('/door');
  await looksRight(page, phone);
  await page.getByLabel('Six figures').fill(code);
  await page.getByLabel('Which entrance').fill(name);
  await page.getByRole('button', { name: 'Use this phone' }).click();
  await page.getByText('Connected').waitFor();
  // Kept for when there is no network.
  await page.waitForFunction(async () => {
    const kept = await caches.open('ugroup-device /door').then((cache) => cache.keys());
    return navigator.serviceWorker.controller !== null && kept.length >= 4;
  });
  return page;
}

/** Types letters of a name and takes the first. */
async function pick(page: Page, letters: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(letters);
  await page.locator('.door-guest').first().click();
}

const card = (page: Page, words: string) => page.locator('.door-card', { hasText: words });

async function counts(page: Page, n: number, timeout = 3000): Promise<void> {
  await expect.poll(() => page.locator('.door-count > b').innerText(), { timeout }).toBe(String(n));
}

/** What the phone's own database still holds. */
function keptNames(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('ugroup-door');
        request.onsuccess = () => {
          const all = request.result.transaction('kept').objectStore('kept').getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );
}

/** A film of ten frames (YUV4MPEG2, 4:2:0) in which a picture is held before a camera. */
async function filmOf(picture: Buffer): Promise<string> {
  const [width, height] = [640, 480];
  const held = await sharp(picture).resize(380, 380, { fit: 'inside' }).toBuffer();
  const grey = await sharp({ create: { width, height, channels: 3, background: '#777' } })
    .composite([{ input: held, gravity: 'centre' }])
    .greyscale()
    .raw()
    .toBuffer();
  // Video keeps black and white a little apart from the ends (BT.601).
  const luma = Buffer.from(grey.map((value) => 16 + Math.round((value * 219) / 255)));
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
  const file = join(mkdtempSync(join(tmpdir(), 'ugroup-film-')), 'ticket.y4m');
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`);
  writeFileSync(file, Buffer.concat([head, ...Array<Buffer>(10).fill(frame)]));
  return file;
}
