// The worker of the door's page: shows it without a network. It looks after that page alone and keeps nothing else.
const CACHE = 'ugroup-door';
const PATIENCE_MS = 3000;

// The typings of this project know pages, not workers.
type Fetched = Event & { request: Request; respondWith(answer: Promise<Response>): void };
type Scope = {
  addEventListener(name: string, listener: (event: never) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
};
const worker = globalThis as unknown as Scope;

worker.addEventListener('install', (event: { waitUntil(what: Promise<unknown>): void }) =>
  event.waitUntil(worker.skipWaiting()),
);
worker.addEventListener('activate', (event: { waitUntil(what: Promise<unknown>): void }) =>
  event.waitUntil(worker.clients.claim()),
);
worker.addEventListener('fetch', (event: Fetched) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && /^\/door\/?$/.test(pathname)) event.respondWith(freshOrKept(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOrFresh(request));
});

/** The page as it is now; as it was when the network takes too long. */
async function freshOrKept(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status < 500) return answer;
  } catch {
    // No network: what was kept.
  }
  return (await caches.match(request, { ignoreSearch: true })) ?? Response.error();
}

/** A file carries a hash of its content in its name: what was kept is what it is. */
async function keptOrFresh(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    void caches.open(CACHE).then((cache) => cache.put(request, copy));
  }
  return answer;
}
