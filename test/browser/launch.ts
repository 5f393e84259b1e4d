// The browser that comes with the tests, for journeys and rulers alike.
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as browsers } from 'playwright-core';

/** The browser the tests bring along; `more` are switches of Chromium's. */
export async function launch(more: string[] = []): Promise<Browser> {
  return browsers.launch({
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
      ...more,
    ],
  });
}
