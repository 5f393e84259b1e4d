// Keeps a page in the browser for when there is no network, with all it loaded, and lets go of it. Runs in pages; the worker that
// shows what was kept is `src/ui/islands/worker.ts`.

/** Whose a kept page is: the device's, whoever holds it; or one person's, who takes it along when they sign out. */
export type KeptFor = 'device' | 'person';

/** What one person saw is not kept longer than this. The worker says the same. */
const MOST_MS = 7 * 86_400_000;

/**
 * Sets the worker up for the page at `path` and keeps it, where it is not kept yet: from then on the worker keeps it each time it is
 * opened. Nothing happens where there is no https.
 */
export async function keepPage(by: KeptFor, path: string): Promise<void> {
  if (!canKeep()) return;
  if (by === 'person') await dropPages(by, MOST_MS);
  await navigator.serviceWorker.register(`/worker.js?${by}`, { scope: path }).catch(() => {});
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  const cache = await caches.open(cacheOf(by, path));
  const isKept = await cache.match(path);
  const missing = isKept ? loaded : [path, ...loaded];
  await Promise.all([...new Set(missing)].map((one) => cache.add(one).catch(() => {})));
}

/** Keeps an answer in the place of the page at `path`: what the page shows by now, without having been opened again. */
export async function keepAnswer(by: KeptFor, path: string, answer: Response): Promise<void> {
  if (!canKeep()) return;
  const { headers } = answer;
  // Written anew: a browser does not open a page with an answer that was led there.
  await (await caches.open(cacheOf(by, path))).put(path, new Response(await answer.blob(), { headers }));
}

/** Kept pages go, with their workers: all of them, or those last seen longer ago than `olderMs`. */
export async function dropPages(by: KeptFor, olderMs = 0): Promise<void> {
  if (!canKeep()) return;
  const start = cacheOf(by, '');
  const names = (await caches.keys()).filter((name) => name.startsWith(start));
  for (const name of names) {
    const path = name.slice(start.length);
    const page = olderMs > 0 ? await (await caches.open(name)).match(path) : undefined;
    if (page && Date.now() - Date.parse(page.headers.get('date') ?? '') < olderMs) continue;
    await caches.delete(name);
    for (const one of await navigator.serviceWorker.getRegistrations()) {
      if (new URL(one.scope).pathname === path) await one.unregister();
    }
  }
}

function canKeep(): boolean {
  return 'serviceWorker' in navigator && isSecureContext;
}

/** Each page has a cache of its own. The worker knows it by the same name. */
function cacheOf(by: KeptFor, path: string): string {
  return `ugroup-${by} ${path}`;
}
