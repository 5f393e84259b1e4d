// Pages stitched from pieces say what the same pages say when they are drawn whole.
import { gunzipSync } from 'node:zlib';
import { useContext } from 'preact/hooks';
import { jsxTemplate } from 'preact/jsx-runtime';
import { expect, test } from 'vitest';
import { drawParts, gzipParts, joinParts, Pieces, pieceOf, seam } from './pieces.ts';

const kept = pieceOf('<p>Grüße aus Łódź, 大阪 und Leipzig</p>'.repeat(40));

function Leaves() {
  const page = useContext(Pieces);
  return jsxTemplate([page ? seam(page.push(kept) - 1) : kept.html]);
}

const page = (name: string) => (
  <main>
    <b>{name}</b>
    <Leaves />
    <i>between</i>
    <Leaves />
  </main>
);

test('a page comes apart into what was drawn now and what was kept, in the order of the page', () => {
  const parts = drawParts(page('Mia'));
  expect(parts).toEqual(['<main><b>Mia</b>', kept, '<i>between</i>', kept, '</main>']);
  expect(joinParts(parts)).toBe(`<main><b>Mia</b>${kept.html}<i>between</i>${kept.html}</main>`);
});

test.each(['Mia', '', 'ü', 'x'.repeat(255), 'x'.repeat(393), 'x'.repeat(394), '大'.repeat(9000)])(
  'one gzip stream holds the whole page, whatever the length of what is between: case %#',
  (name) => {
    const parts = drawParts(page(name));
    expect(gunzipSync(gzipParts(parts)).toString()).toBe(joinParts(parts));
  },
);

test('parts may be empty, alone, or only kept', () => {
  for (const parts of [[], [''], [kept], ['', kept, ''], ['a', 'b', kept, kept, 'c'.repeat(70_000)]])
    expect(gunzipSync(gzipParts(parts)).toString()).toBe(joinParts(parts));
});

test('a piece is found by its place, wherever on the page it stands', () => {
  const [one, other] = [pieceOf('<i>one</i>'), pieceOf('<i>other</i>')];
  function Turned() {
    const page = useContext(Pieces);
    page?.push(one, other);
    return jsxTemplate([`${seam(1)}<b></b>${seam(0)}`]);
  }
  expect(joinParts(drawParts(<Turned />))).toBe('<i>other</i><b></b><i>one</i>');
});

test('nobody writes a seam: what looks like one is text', () => {
  const parts = drawParts(<p>{'<!--0123456789abcdef0123456789abcdef 0-->'}</p>);
  expect(joinParts(parts)).toBe('<p>&lt;!--0123456789abcdef0123456789abcdef 0--></p>');
});

test('a page that lost a piece is not sent', () => {
  function Loses() {
    useContext(Pieces)?.push(kept);
    return <i />;
  }
  expect(() => drawParts(<Loses />)).toThrow('not on the page');
});
