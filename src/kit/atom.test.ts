// News feeds, read back by a parser of XML.
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { type AtomFeed, writeAtom } from './atom.ts';
import { Temporal } from './time.ts';

const at = (text: string) => Temporal.Instant.from(text);
const feed: AtomFeed = {
  id: 'https://groups.example.org/lakeside',
  title: 'Lakeside & friends',
  lang: 'en',
  url: 'https://groups.example.org/lakeside',
  self_url: 'https://groups.example.org/lakeside/feed.atom',
  author: 'Lakeside',
  entries: [
    {
      id: 'urn:uuid:1',
      title: 'Queues <3',
      url: 'https://groups.example.org/1?a=1&b=2',
      published: at('2026-11-01T00:00:00Z'),
      updated: at('2026-11-03T10:00:00Z'),
      html: '<p>Two talks &amp; pizza</p>',
    },
    {
      id: 'urn:uuid:2',
      title: 'Lightning',
      url: 'https://groups.example.org/2',
      published: at('2026-10-01T00:00:00Z'),
      updated: at('2026-10-01T00:00:00Z'),
      summary: 'Seven talks',
    },
  ],
};

test('a feed says when it last changed and escapes what is in it', () => {
  const xml = writeAtom(feed);
  expect(xml).toContain('<title>Lakeside &amp; friends</title>');
  expect(xml).toContain('<title>Queues &lt;3</title>');
  expect(xml).toContain('href="https://groups.example.org/1?a=1&amp;b=2"');
  expect(xml).toContain('<content type="html">&lt;p&gt;Two talks &amp;amp; pizza&lt;/p&gt;</content>');
  expect(xml.indexOf('<updated>2026-11-03T10:00:00.000Z</updated>')).toBeLessThan(xml.indexOf('<entry>'));
  expect(writeAtom(feed)).toBe(xml);
  expect(writeAtom({ ...feed, entries: [] })).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
});

test('no title can leave its element', () => {
  const shape = (xml: string) => JSON.stringify(tags(parseDocument(xml, { xmlMode: true }).children));
  const plain = shape(writeAtom(feed));
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</title><script>', ']]>', '<!--', '&x;', '"><a b="', '\u0000\uffff'),
  );
  fc.assert(
    fc.property(nasty, (title) => {
      const xml = writeAtom({ ...feed, title, author: title, entries: feed.entries.map((e) => ({ ...e, title })) });
      expect(shape(xml)).toBe(plain);
    }),
  );
});

function tags(nodes: unknown[]): unknown[] {
  return nodes.flatMap((node) => {
    const { type, name, children } = node as { type: string; name?: string; children?: unknown[] };
    return type === 'text' ? [] : [[type, name, tags(children ?? [])]];
  });
}
