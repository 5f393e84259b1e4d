// Writes an Atom feed (RFC 4287).
import type { Instant } from './time.ts';

export type AtomFeed = {
  /** Never changes: the feed's own address will do. */
  id: string;
  title: string;
  subtitle?: string | undefined;
  lang: string;
  /** The page this feed follows. */
  url: string;
  /** Where the feed itself is. */
  self_url: string;
  author: string;
  entries: AtomEntry[];
};

export type AtomEntry = {
  /** Never changes, not even when the page moves: `urn:uuid:…` of the thing told about. */
  id: string;
  title: string;
  url: string;
  published: Instant;
  updated: Instant;
  summary?: string | undefined;
  /** Safe HTML, from `renderMarkdown`. */
  html?: string | undefined;
};

/** The feed as XML. Its `updated` is its newest entry's, so an unchanged feed is the same bytes; an empty one gives 1970. */
export function writeAtom(feed: AtomFeed): string {
  const newest = feed.entries.reduce((latest, entry) => Math.max(latest, entry.updated.epochMilliseconds), 0);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.lang)}">`,
    element('id', feed.id),
    element('title', feed.title),
    feed.subtitle === undefined ? '' : element('subtitle', feed.subtitle),
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.url)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.self_url)}"/>`,
    element('updated', new Date(newest).toISOString()),
    `<author>${element('name', feed.author)}</author>`,
    ...feed.entries.map(entryXml),
    '</feed>\n',
  ]
    .filter(Boolean)
    .join('\n');
}

function entryXml(entry: AtomEntry): string {
  return [
    '<entry>',
    element('id', entry.id),
    element('title', entry.title),
    `<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
    element('published', entry.published.toString()),
    element('updated', entry.updated.toString()),
    entry.summary === undefined ? '' : element('summary', entry.summary),
    entry.html === undefined ? '' : `<content type="html">${escapeXml(entry.html)}</content>`,
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** Text or attribute value for XML 1.0. Characters XML cannot hold at all are dropped, or no reader would open the feed. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => entities[sign as keyof typeof entities]);
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
