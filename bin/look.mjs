// Saves pictures of pages of a running server: phone and desk, light and dark. `npm run look -- /evenings --as organiser`
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import chromium from '@sparticuz/chromium';
import { chromium as browsers } from 'playwright-core';

const usage = `npm run look -- PATH… [--as guest|organiser|keeper] [--base http://127.0.0.1:3000]

Saves every PATH at 390 and 1280 px, on light and dark paper, into .look/.
--as signs in through the demo's own way in, so the server must run the demo town.`;

const ways = ['guest', 'organiser', 'keeper'];
const folder = '.look';
/** What is below this many pixels is left out. */
const tallest = 6000;

const { values, positionals: paths } = readArguments();
if (values.help || paths.length === 0) stop(usage, values.help ? 0 : 2);
if (values.as !== undefined && !ways.includes(values.as)) stop(`--as is one of ${ways.join(', ')}.\n\n${usage}`, 2);
const base = values.base.replace(/\/+$/, '');
await greet(base);

const browser = await browsers.launch({
  executablePath: await chromium.executablePath(),
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
let failed = false;
try {
  await mkdir(folder, { recursive: true });
  const cookies = values.as ? await signIn(values.as) : undefined;
  for (const width of [390, 1280]) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({
        viewport: { width, height: width === 390 ? 844 : 900 },
        deviceScaleFactor: width === 390 ? 2 : 1,
        reducedMotion: 'reduce',
        colorScheme,
        ...(cookies ? { storageState: cookies } : {}),
      });
      for (const path of paths) await picture(context, path, `${colorScheme}-${width}`);
      await context.close();
    }
  }
} finally {
  await browser.close();
}
process.exitCode = failed ? 1 : 0;

async function picture(context, path, kind) {
  const page = await context.newPage();
  const answer = await page.goto(base + (path.startsWith('/') ? path : `/${path}`), { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  const file = `${folder}/${nameOf(path)}${values.as ? `-${values.as}` : ''}-${kind}.png`;
  const { wide, tall } = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { wide: scrollWidth - window.innerWidth, tall: scrollHeight };
  });
  const { width, height } = page.viewportSize();
  // A list of thousands is more than a picture can hold.
  const clip = { x: 0, y: 0, width: width + Math.max(0, wide), height: Math.min(Math.max(tall, height), tallest) };
  const shot = { path: file, fullPage: true, clip };
  // A browser that has just started now and then has nothing to show the first time it is asked.
  await page.screenshot(shot).catch(() => page.screenshot(shot));
  const status = answer?.status() ?? 0;
  if (status >= 400) failed = true;
  console.log(
    `${file}${status >= 400 ? `  answered ${status}` : ''}${wide > 0 ? `  ${wide} px too wide` : ''}${tall > tallest ? `  shows ${tallest} of ${tall} px` : ''}`,
  );
  await page.close();
}

/** Through the door the demo town has for visitors; keeps the session it gives. */
async function signIn(as) {
  const context = await browser.newContext();
  const answer = await context.request.post(`${base}/demo/enter`, {
    form: { as },
    headers: { origin: base },
    maxRedirects: 0,
  });
  if (answer.status() >= 400) {
    await browser.close();
    stop(
      `Could not come in as ${as}: ${base}/demo/enter answered ${answer.status()}. Does the server run the demo town?`,
      1,
    );
  }
  const state = await context.storageState();
  await context.close();
  return state;
}

async function greet(address) {
  try {
    await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(5000) });
  } catch {
    stop(`Nothing answers at ${address}. Start it first: npm run up -- --demo`, 1);
  }
}

/** Long ones lose their beginning: an evening's page and its guest list differ at the end. */
function nameOf(path) {
  return (
    path
      .replace(/^\/+|\/+$/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(-80)
      .replace(/^-/, '') || 'first-page'
  );
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        base: { type: 'string', default: process.env.UGROUP_URL ?? 'http://127.0.0.1:3000' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    stop(`${error.message}\n\n${usage}`, 2);
  }
}

function stop(sentence, code) {
  console.error(sentence);
  process.exit(code);
}
