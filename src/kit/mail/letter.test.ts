// A letter says the same in text and in html.
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { type LetterText, writeLetter } from './letter.tsx';

const url = 'https://groups.example.org/e/1?a=1&b=2';
const letter: LetterText = {
  lang: 'en',
  from: { name: 'Lakeside Cloud Users', url: 'https://groups.example.org/lakeside' },
  accent: '#0f4c5c',
  heading: 'You have a seat',
  blocks: [
    'Queues, and what they are hiding.\nSee you there.',
    { code: '123456' },
    {
      facts: [
        ['When', 'Wednesday, 9 December 2026, 18:00'],
        ['Where', 'Harbor Building\n3rd floor'],
      ],
    },
    { button: { label: "Can't make it", url } },
    { link: { label: 'The evening', url } },
    { markdown: 'Bring **your** [badge](https://example.org).' },
    { list: ['one', 'two'] },
  ],
  small: ['Deleting the calendar entry does not cancel your seat.', { label: 'Stop these mails', url }],
};

describe('a letter', () => {
  test('breaks a word that is longer than a phone is wide, instead of being wider than it', () => {
    const { html } = writeLetter({ ...letter, heading: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk' });
    const body = html.slice(html.indexOf('max-width:560px'));
    expect(body.slice(0, body.indexOf('Donaudampf'))).toMatch(/^[^"]*overflow-wrap:break-word/);
  });

  test('says the same in its text', () => {
    expect(writeLetter(letter).text).toBe(
      `Lakeside Cloud Users

You have a seat

Queues, and what they are hiding.
See you there.

    123456

When: Wednesday, 9 December 2026, 18:00
Where: Harbor Building
3rd floor

Can't make it:
${url}

The evening:
${url}

Bring **your** [badge](https://example.org).

- one
- two

-- 
Deleting the calendar entry does not cancel your seat.
Stop these mails: ${url}
`,
    );
  });

  test('and in its html, with a button that is a link and nothing loaded from anywhere', () => {
    const { html } = writeLetter(letter);
    expect(html).toMatch(/^<!doctype html><html lang="en"/);
    for (const words of ['You have a seat', '123456', '3rd floor', "Can't make it", 'Deleting the calendar']) {
      expect(html).toContain(words);
    }
    expect(html).toContain('href="https://groups.example.org/e/1?a=1&amp;b=2"');
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import/);
    expect(writeLetter({ ...letter, from: { name: 'x', mark_url: 'https://groups.example.org/m.png' } }).html).toMatch(
      /<img src="https:\/\/groups.example.org\/m.png"[^>]* alt /,
    );
  });

  test('escapes what people typed', () => {
    const evil = '</p><script>alert(1)</script>"><img src=x onerror=alert(1)>';
    const { html } = writeLetter({
      lang: 'de',
      from: { name: evil },
      accent: 'red;background:url(https://evil.example)',
      preview: evil,
      heading: evil,
      blocks: [
        evil,
        { code: evil },
        { facts: [[evil, evil]] },
        { button: { label: evil, url } },
        { markdown: evil },
        { list: [evil] },
      ],
      small: [evil],
    });
    const names = new Set<string>();
    const walk = (nodes: unknown[]) => {
      for (const node of nodes) {
        const { name, children, attribs } = node as {
          name?: string;
          children?: unknown[];
          attribs?: Record<string, string>;
        };
        if (name) names.add(name);
        for (const attribute of Object.keys(attribs ?? {})) expect(attribute).not.toMatch(/^on/);
        walk(children ?? []);
      }
    };
    walk(parseDocument(html).children);
    expect(names.has('h1')).toBe(true);
    expect([...names].filter((name) => ['script', 'img', 'iframe'].includes(name))).toEqual([]);
    expect(html).not.toContain('evil.example');
  });
});
