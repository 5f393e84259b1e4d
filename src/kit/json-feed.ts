// Writes a JSON Feed 1.1 (jsonfeed.org) from what an Atom feed is written from.
import type { AtomFeed } from './atom.ts';

/** The feed as JSON. An entry without HTML gives its summary as text: a reader needs one of the two. */
export function writeJsonFeed(feed: AtomFeed): string {
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: feed.self_url,
    description: feed.subtitle,
    language: feed.lang,
    authors: [{ name: feed.author, url: feed.url }],
    items: feed.entries.map(({ id, url, title, summary, html, published, updated }) => ({
      id,
      url,
      title,
      summary,
      ...(html === undefined ? { content_text: summary ?? title } : { content_html: html }),
      date_published: published.toString(),
      date_modified: updated.toString(),
    })),
  })}\n`;
}
