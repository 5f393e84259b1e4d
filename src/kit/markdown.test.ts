// Markdown of strangers becomes a page that loads nothing and runs nothing.
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { plainText, renderMarkdown } from './markdown.ts';

describe('Markdown', () => {
  test('becomes paragraphs, lists and links that search engines do not count', () => {
    expect(renderMarkdown('Two **talks**, [slides](https://example.org/a?b=1&c=2)\nand https://example.org.')).toBe(
      '<p>Two <strong>talks</strong>, <a href="https://example.org/a?b=1&amp;c=2" rel="nofollow ugc noopener">slides</a><br />\nand <a href="https://example.org" rel="nofollow ugc noopener">https://example.org</a>.</p>',
    );
    expect(renderMarkdown('3. one\n4. two')).toBe('<ol start="3">\n<li>one</li>\n<li>two</li>\n</ol>');
  });

  test('begins its headings below those of the page', () => {
    expect(renderMarkdown('# a\n## b\n### c\n#### d\n##### e\n###### f')).toBe(
      '<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h6>d</h6>\n<h6>e</h6>\n<h6>f</h6>',
    );
  });

  test('closes up headings, so that none stands more than one step below another', () => {
    expect(renderMarkdown('## a\n### b\n## c')).toBe('<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>');
    expect(renderMarkdown('# a\n#### b\n## c')).toBe('<h3>a</h3>\n<h4>b</h4>\n<h4>c</h4>');
    expect(renderMarkdown('### a\n# b')).toBe('<h3>a</h3>\n<h3>b</h3>');
  });

  test('loads nothing from elsewhere', () => {
    const html = renderMarkdown('![a mark](https://evil.example/pixel.png) <img src=x>');
    expect(html).not.toContain('<img');
    expect(renderMarkdown('[![x](https://evil.example/a.png)](https://example.org)')).not.toContain('<img');
  });

  test('shows HTML as it was typed', () => {
    expect(renderMarkdown('a <b>c</b>')).toBe('<p>a &lt;b&gt;c&lt;/b&gt;</p>');
  });

  test('links only to the web and to mail', () => {
    for (const target of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java&#10;script:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '//evil.example',
      '/sign-out',
      'file:///etc/passwd',
      '\\\\evil',
    ]) {
      expect(renderMarkdown(`[x](${target}) <${target}>`), target).not.toContain('href');
    }
    expect(renderMarkdown('<may@example.org>')).toContain('href="mailto:may@example.org"');
  });
});

// Payloads of the OWASP filter evasion sheet, of DOMPurify's tests and of Markdown renderers' advisories.
const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src=javascript:alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '[x](javascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x]( javascript:alert(1) "t")',
  '[x](https://a"onmouseover="alert(1))',
  "[x](https://a'onmouseover='alert(1))",
  '[x](https://example.org "a\\" onclick=\\"alert(1)")',
  '![x](javascript:alert(1))',
  '![x"onerror="alert(1)](y)',
  '[a]: javascript:alert(1)\n\n[a]',
  '<javascript:alert(1)>',
  '<https://a" onclick="alert(1)>',
  '```"><script>alert(1)</script>\nx\n```',
  '`<script>alert(1)</script>`',
  '> <script>alert(1)</script>',
  '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
  'https://example.org/"onclick="alert(1)',
  '\u0000<script>alert(1)</script>',
  '<!--><script>alert(1)</script>-->',
  '<style>@import "https://evil.example"</style>',
  '<form action=https://evil.example><input name=code>',
];

const tags = new Set(
  'p br hr h3 h4 h5 h6 strong em s a ul ol li blockquote code pre table thead tbody tr th td'.split(' '),
);

function check(nodes: unknown[]): void {
  for (const node of nodes) {
    const { type, name, attribs, children } = node as {
      type: string;
      name?: string;
      attribs?: object;
      children?: unknown[];
    };
    if (type === 'text') continue;
    expect(type).toBe('tag');
    expect(tags.has(name ?? ''), name).toBe(true);
    for (const [key, value] of Object.entries(attribs ?? {})) {
      expect(['href', 'rel', 'start']).toContain(key);
      if (key === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:)/i);
    }
    check(children ?? []);
  }
}

test('no payload becomes anything but text and the tags we know', () => {
  expect(() => check(parseDocument(payloads[0]!).children)).toThrow();
  for (const payload of payloads) check(parseDocument(renderMarkdown(payload)).children);
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom(...payloads),
          fc.constantFrom('[', '](', ')', '<', '>', '"', '`', '\n', '*', '&#', '!['),
        ),
        { maxLength: 8 },
      ),
      (parts) => check(parseDocument(renderMarkdown(parts.join(''))).children),
    ),
    { numRuns: 200 },
  );
});

describe('the plain words of a text', () => {
  test('are one line, without marks of any kind', () => {
    expect(plainText('# Hello\n\n- one & <two>\n- [three](https://example.org) "four"', 100)).toBe(
      'Hello one & <two> three "four"',
    );
  });

  test('end between words', () => {
    expect(plainText('Two talks about the part of a system nobody draws', 20)).toBe('Two talks about the…');
    expect(plainText('東京'.repeat(20), 10)).toBe('東京東京東京東京東…');
    expect(plainText('🎉'.repeat(20), 10)).toBe('🎉🎉🎉🎉…');
    expect(plainText('short', 5)).toBe('short');
  });
});
