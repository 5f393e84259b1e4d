// The worker of a page that is to open without a network too: keeps it as it was when last opened, and shows that when there is
// none. It looks after the one page it was set up for (`#kit/offline-page.ts`) and its files, and after nothing else.

// The typings of this project know pages, not workers.
type Lasting = Event & { waitUntil(what: Promise<unknown>): void };
type Fetched = Lasting & { request: Request; respondWith(answer: Promise<Response>): void };
type Scope = {
  addEventListener(name: string, listener: (event: never) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
  registration: { scope: string };
};
const worker = globalThis as unknown as Scope;

const PATIENCE_MS = 3000;
const by = worker.location.search.slice(1);
const page = new URL(worker.registration.scope).pathname;
const CACHE = `ugroup-${by} ${page}`;
/** What one person saw is shown for a week; what is the device's ends in a way of its own. */
const mostMs = by === 'person' ? 7 * 86_400_000 : Number.POSITIVE_INFINITY;
/** Nobody is signed in any more, or there is nothing here for them. */
const goneWith = [401, 403, 404, 410];

worker.addEventListener('install', (event: Lasting) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event: Lasting) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event: Fetched) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && pathname.replace(/\/$/, '') === page) {
    const fresh = freshPage(event);
    event.waitUntil(fresh);
    event.respondWith(freshOrKept(fresh));
  } else if (pathname.startsWith('/assets/')) event.respondWith(keptOrFresh(request));
});

/** The page as it is now, kept for later; `null` without a network, or where the server is in trouble. */
async function freshPage(event: Fetched): Promise<Response | null> {
  const answer = await fetch(event.request).catch(() => null);
  if (!answer || answer.status >= 500) return null;
  if (answer.type === 'opaqueredirect' || goneWith.includes(answer.status)) await caches.delete(CACHE);
  else if (answer.ok && !answer.redirected) {
    const copy = answer.clone();
    // The page is shown while it still comes; a copy that breaks off is not put.
    const cache = await caches.open(CACHE);
    event.waitUntil(cache.put(page, copy).catch(() => {}));
  }
  return answer;
}

/** The page as it is now; as it was, when the network takes too long and it was kept. */
async function freshOrKept(fresh: Promise<Response | null>): Promise<Response> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const inTime = await Promise.race([fresh, late]);
  return inTime ?? (await keptPage()) ?? (await fresh) ?? Response.error();
}

/** Marked, so that the page can say so. */
async function keptPage(): Promise<Response | null> {
  const kept = await caches.match(page, { cacheName: CACHE });
  if (!kept || Date.now() - Date.parse(kept.headers.get('date') ?? '') > mostMs) return null;
  const headers = new Headers(kept.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response((await kept.text()).replace('<html', '<html data-kept'), { headers });
}

/** A file carries a hash of its content in its name: what was kept is what it is. */
async function keptOrFresh(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: CACHE });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    void caches.open(CACHE).then((cache) => cache.put(request, copy));
  }
  return answer;
}
