// What search engines may read: a list of every public page, in pages of its own.
import { sql } from 'kysely';
import { eventPaths } from '#events';
import { groupPaths } from '#groups';
import type { Db, Tx } from '#kit/tables.ts';
import { sitePaths } from './paths.ts';

/** Fewer than the 50,000 that sitemaps.org allows, so that a page stays quick to make. */
export const URLS_PER_PAGE = 5000;

/** The index: where each page of the sitemap begins. One statement. */
export async function sitemapIndex(db: Db | Tx, origin: string, most = URLS_PER_PAGE): Promise<string> {
  const { rows } = await sql<{ kind: 'groups' | 'evenings'; id: string }>`
    select 'groups' as kind, id from (
      select group_id as id, row_number() over (order by group_id) as n from groups."group") g where n % ${most} = ${1 % most}
    union all
    select 'evenings', id from (
      select event_id as id, row_number() over (order by event_id) as n from events.event
      where stage <> 'draft') e where n % ${most} = ${1 % most}`.execute(db);
  const pages = rows.map(({ kind, id }) => sitePaths.sitemapPage(kind, id));
  const maps = pages.map((path) => `<sitemap><loc>${escaped(origin + path)}</loc></sitemap>`);
  return `${head}<sitemapindex xmlns="${schema}">${maps.join('\n')}</sitemapindex>\n`;
}

/** One page: addresses from the group or evening `from` on. One statement. */
export async function sitemapPage(
  db: Db | Tx,
  origin: string,
  { kind, from }: { kind: 'groups' | 'evenings'; from: string },
  most = URLS_PER_PAGE,
): Promise<string> {
  const paths = kind === 'groups' ? await groupsFrom(db, from, most) : await eveningsFrom(db, from, most);
  const urls = paths.map((path) => `<url><loc>${escaped(origin + path)}</loc></url>`);
  return `${head}<urlset xmlns="${schema}">${urls.join('\n')}</urlset>\n`;
}

async function groupsFrom(db: Db | Tx, from: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select slug from groups."group" where group_id >= ${from}::uuid order by group_id limit ${most}`.execute(db);
  return rows.map((group) => groupPaths.show(group));
}

async function eveningsFrom(db: Db | Tx, from: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ group: string; slug: string }>`
    select g.slug as "group", e.slug from events.event e join groups."group" g on g.group_id = e.group_id
    where e.event_id >= ${from}::uuid and e.stage <> 'draft' order by e.event_id limit ${most}`.execute(db);
  return rows.map(({ group, slug }) => eventPaths.show(group, slug));
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
