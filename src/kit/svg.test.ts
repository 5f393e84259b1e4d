// Drawings of strangers: what is kept of them, and which are refused.
import { parseDocument } from 'htmlparser2';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanSvg } from './svg.ts';

const wrap = (inside: string, attributes = 'viewBox="0 0 10 10"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const square = '<rect width="10" height="10" fill="#c2410c"/>';
const clean = (text: string) => {
  const result = cleanSvg(text);
  if (!result.ok) throw new Error(result.code);
  return result.svg;
};

describe('a drawing', () => {
  test('keeps its shapes and colours, and is still the same picture', async () => {
    const source = `<?xml version="1.0"?><!-- made here --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">
      ${wrap('<defs><linearGradient id="a"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="#00f"/></linearGradient><clipPath id="c"><circle cx="5" cy="5" r="4"/></clipPath></defs><g clip-path="url(#c)"><rect width="10" height="10" style="fill:url(#a)"/></g><use xlink:href="#none"/>', 'width="90" height="90" viewBox="0 0 10 10"')}`;
    const pixels = (svg: string) => sharp(Buffer.from(svg)).resize(64, 64).raw().toBuffer();
    expect(await pixels(clean(source))).toEqual(await pixels(source.replace('width="90" height="90"', '')));
    expect(cleanSvg(source)).toMatchObject({ ok: true, width: 10, height: 10 });
  });

  test('with a style sheet of classes keeps its colours as attributes', () => {
    const svg = clean(
      wrap(
        '<style>.a,.b{fill:#f00;} .b{stroke:url(#g)} svg{fill:blue} @import url(x);</style><path class="a b" d="M0 0h9"/>',
      ),
    );
    expect(svg).toMatch(/<path d="M0 0h9" fill="#f00" stroke="url\(#m[0-9a-f]{6}-g\)">/);
    expect(svg).not.toContain('style');
    expect(svg).not.toContain('class');
  });

  test('gets a viewBox from its width and height, and is refused without either', () => {
    expect(clean(wrap(square, 'width="40px" height="20"'))).toContain('viewBox="0 0 40 20"');
    for (const attributes of [
      '',
      'width="100%" height="100%"',
      'viewBox="0 0 0 10"',
      'viewBox="a b c d"',
      'viewBox="0 0 1e9 1"',
    ]) {
      expect(cleanSvg(wrap(square, attributes)), attributes).toEqual({ ok: false, code: 'svg.no_viewbox' });
    }
  });

  test('has ids no other drawing has, so several can stand in one page', () => {
    const ids = (text: string) => [...clean(text).matchAll(/id="([^"]+)"/g)].map((match) => match[1]);
    const [one] = ids(wrap(`<g id="a">${square}</g>`));
    const [two] = ids(wrap(`<g id="a">${square}${square}</g>`));
    expect(one).toMatch(/^m[0-9a-f]{6}-a$/);
    expect(one).not.toBe(two);
  });
});

describe('a drawing is refused', () => {
  test.each([
    ['svg.not_svg', '<html><svg/></html>'],
    ['svg.not_svg', 'GIF89a'],
    ['svg.not_svg', '<x:svg xmlns:x="http://www.w3.org/2000/svg"/>'],
    ['svg.entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${wrap(square)}`],
    ['svg.entities', `<!DOCTYPE svg SYSTEM "x" [\n]>${wrap(square)}`],
    ['svg.text', wrap(`${square}<text>Köln</text>`)],
    ['svg.picture_inside', wrap('<image href="data:image/png;base64,AAAA"/>')],
    ['svg.too_complex', wrap(`<g id="a">${square}</g>${'<use href="#a"/>'.repeat(21)}`)],
    ['svg.too_complex', wrap('<path d="M0 0"/>'.repeat(5001))],
    ['svg.empty', wrap('<g></g>')],
    ['svg.too_big', wrap(`<path d="M0 0${' 1'.repeat(120_000)}"/>`)],
  ])('%s', (code, text) => {
    expect(cleanSvg(text)).toEqual({ ok: false, code });
  });
});

// From the OWASP filter evasion sheet, DOMPurify's SVG tests and advisories about SVG uploads, shortened.
const evil = [
  '<script>alert(1)</script>',
  '<script href="https://evil.example/x.js"/>',
  '<script><![CDATA[alert(1)]]></script>',
  '<g onload="alert(1)" ONCLICK="alert(1)"/>',
  '<path d="M0 0" onbegin="alert(1)"/>',
  '<a href="javascript:alert(1)"><rect width="1" height="1"/></a>',
  '<a xlink:href="https://evil.example/"><rect width="1" height="1"/></a>',
  '<use href="https://evil.example/x.svg#a"/>',
  '<use xlink:href="data:image/svg+xml;base64,PHN2Zy8+#a"/>',
  '<use href="//evil.example/#a"/>',
  '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="javascript:alert(1)"/></body></foreignObject>',
  '<path d="" fill="" onload="alert(1)"/>',
  '<animate attributeName="href" values="javascript:alert(1)"/>',
  '<set attributeName="onload" to="alert(1)"/>',
  '<style>@import url(https://evil.example/x.css); .a{fill:url(https://evil.example/#x)}</style><path class="a" d="M0 0"/>',
  '<rect style="fill:url(https://evil.example/x)" width="1" height="1"/>',
  '<rect style="background:url(javascript:alert(1))" width="1" height="1"/>',
  '<rect fill="url(https://evil.example/#x)" width="1" height="1"/>',
  '<rect fill="url(#a) url(https://evil.example/)" width="1" height="1"/>',
  '<rect fill="u\\72l(https://evil.example/)" width="1" height="1"/>',
  '<rect fill="image-set(x)" filter="url(https://evil.example/#f)" width="1" height="1"/>',
  '<filter id="f"><feImage href="https://evil.example/x.png" /></filter>'.replace('feImage', 'feFlood'),
  '<handler type="application/ecmascript">alert(1)</handler>',
  '<iframe src="https://evil.example/"/><embed src="x"/><object data="x"/><video src="x"/><audio src="x"/>',
  '<math><mtext><style><img src="x" onerror="alert(1)"/></style></mtext></math>'
    .replace('<img', '<b')
    .replace('/></style', '/></style'),
  '<title><img src="x" onerror="alert(1)"/></title>'.replace('<img', '<b'),
  '<desc>&lt;script>alert(1)&lt;/script></desc>',
  '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
  '<svg onload="alert(1)"><script>alert(1)</script></svg>',
  '<g id="&quot;><script>alert(1)</script>"/>',
  '<path d="M0 0&quot; onload=&quot;alert(1)"/>',
  '<?xml-stylesheet href="https://evil.example/x.css"?>',
  '<![CDATA[<script>alert(1)</script>]]>',
];

test('nothing that runs, loads, links or says anything gets through', () => {
  const bad =
    /script|onload|onerror|onclick|onbegin|evil|javascript|alert|data:|<style|style=|foreign|animate|<set|<a |@import/i;
  for (const piece of evil) {
    expect(wrap(piece)).toMatch(/script|on\w+=|evil|alert|image|src=/i);
    const result = cleanSvg(wrap(square + piece));
    expect(result.ok, piece).toBe(true);
    if (!result.ok) continue;
    expect(result.svg, piece).not.toMatch(bad);
    expect(result.svg, piece).not.toMatch(/\bu\\?\w*rl?\s*\((?!#m)/i);
    expect(result.svg, piece).toMatch(/^(<\/?\w+( [\w-]+="[^"<>]+")*( \/)?>\s*)+$/);
    expect(textsOf(parseDocument(result.svg, { xmlMode: true }).children), piece).toBe('');
  }
});

function textsOf(nodes: unknown[]): string {
  return nodes
    .map((node) => {
      const { data, children } = node as { data?: string; children?: unknown[] };
      return (data ?? '').trim() + textsOf(children ?? []);
    })
    .join('');
}

describe('a drawing made to keep the server busy', () => {
  const fill = (unit: string, before = '', after = '') =>
    before + unit.repeat(Math.floor((199_000 - before.length - after.length) / unit.length)) + after;
  const hostile: Record<string, [source: string, code?: string]> = {
    'few comments': [`${'<!---->'.repeat(40)}x<svg >`, 'svg.not_svg'],
    'many comments': [fill('<!---->', '', 'x<svg >'), 'svg.not_svg'],
    'comments that never end': [fill('<!--'), 'svg.not_svg'],
    'document types that never end': [fill('<!DOCTYPE ')],
    'prologs that never end': [fill('<?xml ')],
    spaces: [`<?xml?>${fill(' ')}x`, 'svg.not_svg'],
    'style sheets that never end': [wrap(square + fill('<style>'))],
    'style tags that never end': [wrap(square + fill('<style '))],
    'style comments that never end': [wrap(`<style>${fill('/*')}</style>${square}`)],
    'selectors of no rule': [wrap(`<style>${fill('a')}</style>${square}`)],
    'selectors of one long rule': [
      wrap(`<style>${'.a,'.repeat(30_000)}.a{${'fill:red;'.repeat(10_000)}}</style>${square}`),
    ],
    'a long reference': [wrap(`<rect width="1" height="1" fill="${fill(' ', 'url(#a)', '!')}"/>`)],
    'a long reference in a style': [wrap(`<rect width="1" height="1" style="fill:${fill(' ', 'url(#a)', '?')}"/>`)],
    'open brackets': [wrap(square + fill('<'))],
    'nested groups': [wrap(square + fill('<g>'))],
  };

  test.each(Object.entries(hostile))('%s ends soon', (_name, [source, code]) => {
    const began = performance.now();
    const result = cleanSvg(source);
    expect(performance.now() - began).toBeLessThan(1000);
    if (code) expect(result).toEqual({ ok: false, code });
    else if (result.ok) expect(result.svg.length).toBeLessThan(200_000);
  });
});
