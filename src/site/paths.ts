// The addresses of this room, made in one place.
import type { Lang } from '#kit/words.ts';
import { type At, writeAt } from './map/frame.ts';
import type { TextName } from './tables.ts';

type Query = Record<string, string | null | undefined>;
export type ListQuery = { q?: string; country?: string | null; after?: string | null };

export const sitePaths = {
  home: () => '/',
  evenings: (query: ListQuery & { when?: 'coming' | 'before' } = {}) =>
    withQuery('/evenings', { ...query, when: query.when === 'before' ? 'before' : null }),
  /** Evenings of a month (`2026-12`) or of one of its days (`2026-12-09`). */
  month: (when: string, query: ListQuery = {}) => withQuery(`/evenings/${when}`, query),
  groups: (query: ListQuery = {}) => withQuery('/groups', query),
  /** `at`: which piece of the world; all of it unless told. */
  map: ({ at = null, ...query }: Omit<ListQuery, 'after'> & { at?: At | undefined } = {}) =>
    withQuery('/map', { q: query.q, country: query.country, at: writeAt(at) }),
  imprint: () => '/imprint',
  privacy: () => '/privacy',
  keeper: () => '/keeper',
  /** Mails that wait since a restore. */
  paused: () => '/keeper/mails',
  texts: () => '/keeper/texts',
  text: (name: TextName, lang: Lang) => `/keeper/texts/${name}/${lang}`,
  demo: () => '/demo',
  demoEnter: () => '/demo/enter',
  demoClock: () => '/demo/clock',
  robots: () => '/robots.txt',
  sitemap: () => '/sitemap.xml',
  /** One page of the sitemap; `from` is the first id on it. */
  sitemapPage: (kind: 'groups' | 'evenings', from: string) => `/sitemap/${kind}/${from}.xml`,
};

function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const name of ['q', 'country', 'when', 'at', 'after']) {
    const value = query[name];
    if (value) params.set(name, value);
  }
  return params.size > 0 ? `${path}?${params}` : path;
}
