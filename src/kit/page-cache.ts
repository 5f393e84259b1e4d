// Keeps a public page for less than a second, ready compressed, so that a rush costs the database one read a second.
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Coding = 'br' | 'gzip' | 'identity';
/** What goes over the wire: the head as it was first sent, and the body in one coding. */
export type KeptPage = { status: number; headers: Record<string, string>; etag: string; body(coding: Coding): Buffer };
export type MadePage = { status: number; headers: Record<string, string>; html: string };

export type PageCache = {
  /** The page under `key`, at most `maxAgeMs` old counted from before it was read; many waiters share one making. */
  page(key: string, make: () => Promise<MadePage>): Promise<KeptPage>;
  /** Says that an address shows what is kept under `key`, with the whole head of its answer, and by which route. */
  remember(address: string, key: string, head: Record<string, string>, route: string): void;
  /** What an address shows, if that is still fresh. */
  at(address: string): { page: KeptPage; head: Record<string, string>; route: string } | undefined;
};

/** `maxAgeMs` is counted from the moment a making begins, so what is shown is never older than that. */
export function openPageCache(options: { maxAgeMs?: number; most?: number } = {}): PageCache {
  const maxAgeMs = options.maxAgeMs ?? 700;
  const most = options.most ?? 500;
  type Entry = { begun: number; page: Promise<KeptPage>; ready: KeptPage | undefined };
  const entries = new Map<string, Entry>();
  const addresses = new Map<string, { key: string; head: Record<string, string>; route: string }>();
  const isFresh = (entry: Entry) => performance.now() - entry.begun < maxAgeMs;

  return {
    page(key, make) {
      const kept = entries.get(key);
      if (kept && isFresh(kept)) return kept.page;
      const entry: Entry = { begun: performance.now(), page: make().then(keep), ready: undefined };
      entries.delete(key);
      entries.set(key, entry);
      // The oldest entry goes first: a Map keeps the order of insertion.
      if (entries.size > most) entries.delete(entries.keys().next().value as string);
      entry.page.then(
        (page) => {
          entry.ready = page;
        },
        // A failed making is not kept: the next visitor tries again.
        () => entries.get(key) === entry && entries.delete(key),
      );
      return entry.page;
    },
    remember(address, key, head, route) {
      if (addresses.size >= most * 4) addresses.clear();
      addresses.set(address, { key, head, route });
    },
    at(address) {
      const known = addresses.get(address);
      const entry = known && entries.get(known.key);
      return known && entry?.ready && isFresh(entry) ? { page: entry.ready, ...known } : undefined;
    },
  };
}

/** Each coding is made when somebody first asks for it: brotli when the page is asked for again, gzip the first time. */
function keep({ status, headers, html }: MadePage): KeptPage {
  const bodies = new Map<Coding, Buffer>([['identity', Buffer.from(html)]]);
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 16)}"`;
  return {
    status,
    headers,
    etag,
    body(coding) {
      const made = bodies.get(coding) ?? compress(bodies.get('identity') as Buffer, coding);
      bodies.set(coding, made);
      return made;
    },
  };
}

function compress(body: Buffer, coding: Coding): Buffer {
  if (coding === 'gzip') return gzipSync(body, { level: 4 });
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}
