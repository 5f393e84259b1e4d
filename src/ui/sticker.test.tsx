// Stickers drawn from names: always the same one, unlike its neighbours, in any script, under a strict policy.
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { initials, roughWidth } from './initials.ts';
import { Sticker } from './sticker.tsx';
import { stickerArt, stickerSvg } from './sticker-art.ts';

describe('a drawn sticker', () => {
  it('is the same every time, however the name is typed', () => {
    expect(stickerArt({ name: 'Café Zürich' })).toBe(stickerArt({ name: ' Cafe\u0301 Zürich '.trim() }));
    expect(stickerArt({ name: 'Café Zürich' })).toBe(stickerArt({ name: 'Café Zürich' }));
  });

  it('differs from the others of a town', () => {
    const cities = ['Berlin', 'Rust', 'Osaka', 'Lima', 'Perth', 'Oslo', 'Köln', 'Lagos', 'Hanoi', 'Kyoto'];
    const drawn = cities.flatMap((city) =>
      ['Cloud', 'Data', 'Java'].map((kind) => stickerArt({ name: `${city} ${kind}` })),
    );
    const unlettered = drawn.map((art) => art.replace(/<text.*/, '').replaceAll(/sticker-\w+/g, ''));
    expect(new Set(unlettered).size).toBe(drawn.length);
  });

  it('wears the group’s colour', () => {
    const name = 'Lakeside';
    expect(stickerArt({ name, color: '#0f4c5c' })).not.toBe(stickerArt({ name, color: '#c2410c' }));
    expect(stickerArt({ name, color: 'url(evil)' })).toBe(stickerArt({ name }));
  });

  it('carries no style, no handler, nothing from the name but its letters', () => {
    for (const name of ['<script>alert(1)</script>', '"><img onerror=x>', '&&& <b>']) {
      const svg = stickerSvg({ name });
      expect(svg).not.toMatch(/style=|\son\w+=|<script|<img|<b>/);
    }
  });

  it('is decoration to a screen reader, drawn or not', () => {
    expect(renderToString(<Sticker name="Lakeside" />)).toContain('aria-hidden="true"');
    expect(renderToString(<Sticker name="Lakeside" src="/mark.png" />)).toMatch(/<img[^>]* alt(="")? /);
  });
});

describe('letters for a name', () => {
  it.each([
    ['Lakeside Cloud Users', 'LCU'],
    ['R-Ladies Zürich', 'RLZ'],
    ['Kotlinowcy', 'Ko'],
    ['Women in Cloud Chicago', 'WCC'],
    ['the', 'Th'],
    ['東京ユーザー会', '東京'],
    ['서울 개발자 모임', '서울'],
    ['กรุงเทพ', 'ก'],
    ['เชียงใหม่', 'เชี'],
    ['الرياض للتقنية', 'ر'],
    ['Москва JS', 'МJ'],
    ['ელენე', 'ელ'],
    ['Zürich Data 👩‍💻 Night', '👩‍💻'],
    ['Ünal', 'Ün'],
    ['ßharp', 'ßh'],
    ['42', '42'],
    ['!!!', ''],
    ['', ''],
  ])('%s → %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });

  it('knows that some letters are wider', () => {
    expect(roughWidth('MW')).toBeGreaterThan(roughWidth('Il'));
    expect(roughWidth('東京')).toBeGreaterThan(roughWidth('AB'));
  });
});
