// The last part of an evening's address: its day, and its title where that can be spelt.
import { expect, it } from 'vitest';
import { slugOf } from './event-slug.ts';

it.each([
  ['Queues, and what they are hiding', 'en', '2026-12-09-queues-and-what-they-are-hiding'],
  ['Kurzvorträge mit Küchenwecker', 'de', '2026-12-09-kurzvortraege-mit-kuechenwecker'],
  [
    'Was ich beim nächsten Mal anders machen würde, und warum',
    'de',
    '2026-12-09-was-ich-beim-naechsten-mal-anders-machen',
  ],
  ['障害対応の夜', 'ja', '2026-12-09'],
  ['忘年会 LT 大会', 'ja', '2026-12-09'],
  ['Q', 'en', '2026-12-09'],
])('%s', (title, language, slug) => {
  expect(slugOf(title, '2026-12-09', language, new Set())).toBe(slug);
});

it('counts on where it is taken', () => {
  const taken = new Set(['2026-12-09-queues', '2026-12-09-queues-2']);
  expect(slugOf('Queues!', '2026-12-09', 'en', taken)).toBe('2026-12-09-queues-3');
});
