// Keeps a public page for less than a second, ready compressed, so that a rush costs the database one read a second.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type KeptPage = {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  gzip: Buffer;
  br: Buffer;
};
export type MadePage = { status: number; headers: Record<string, string>; html: string };

export type PageCache = {
  /** The page under `key`, at most `maxAgeMs` old counted from before it was read; many waiters share one making. */
  page(key: string, make: () => Promise<MadePage>): Promise<KeptPage>;
};

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** `maxAgeMs` is counted from the moment a making begins, so what is shown is never older than that. */
export function openPageCache(options: { maxAgeMs?: number; most?: number } = {}): PageCache {
  const maxAgeMs = options.maxAgeMs ?? 700;
  const most = options.most ?? 500;
  type Entry = { begun: number; page: Promise<KeptPage> };
  const entries = new Map<string, Entry>();

  return {
    page(key, make) {
      const kept = entries.get(key);
      const now = performance.now();
      if (kept && now - kept.begun < maxAgeMs) return kept.page;
      const page = keep(make);
      entries.delete(key);
      entries.set(key, { begun: now, page });
      // The oldest entry goes first: a Map keeps the order of insertion.
      if (entries.size > most) entries.delete(entries.keys().next().value as string);
      // A failed making is not kept: the next visitor tries again.
      page.catch(() => entries.get(key)?.page === page && entries.delete(key));
      return page;
    },
  };
}

async function keep(make: () => Promise<MadePage>): Promise<KeptPage> {
  const { status, headers, html } = await make();
  const body = Buffer.from(html);
  const [gzipped, br] = await Promise.all([
    zip(body, { level: 6 }),
    brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  ]);
  return { status, headers, body, gzip: gzipped, br };
}
