// Keeps the page itself for when there is no network, and lets go of it when the phone is done.

const CACHE = 'ugroup-door';

/** Sets the worker up and keeps the page with all it loaded. Nothing happens where there is no https. */
export async function keepPage({ phone, worker }: { phone: string; worker: string }): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  await navigator.serviceWorker.register(worker, { scope: phone }).catch(() => {});
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  const cache = await caches.open(CACHE);
  await Promise.all([phone, ...new Set(loaded)].map((path) => cache.add(path).catch(() => {})));
}

/** The page goes, and the worker with it. */
export async function dropPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  await caches.delete(CACHE);
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
}
