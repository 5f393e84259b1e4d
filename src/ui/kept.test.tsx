// What is kept of a page is drawn once, and never shows one visitor what was another's.
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { drawParts, joinParts } from '#kit/pieces.ts';
import { Kept } from './kept.tsx';
import { Speaking, useWords } from './words.ts';

function Skip() {
  return <b>{useWords()('skip')}</b>;
}

test('a piece is drawn once for what it is drawn from, and anew for another', () => {
  let times = 0;
  const draw = () => <i>{++times}</i>;
  const [one, other] = [{}, {}];
  const page = (of: object, as: string) => joinParts(drawParts(<Kept of={of} as={as} draw={draw} />));
  expect([page(one, 'a'), page(one, 'a'), page(one, 'b'), page(other, 'a'), page(one, 'a')]).toEqual([
    '<i>1</i>',
    '<i>1</i>',
    '<i>2</i>',
    '<i>3</i>',
    '<i>1</i>',
  ]);
});

test('each language has its own drawing', () => {
  const of = {};
  const page = (lang: 'en' | 'de') => (
    <Speaking.Provider value={lang}>
      <Kept of={of} as="skip" draw={() => <Skip />} />
    </Speaking.Provider>
  );
  expect(renderToString(page('en'))).not.toBe(renderToString(page('de')));
  expect(joinParts(drawParts(page('de')))).toBe(renderToString(page('de')));
});

test('a piece within a piece is part of it, and what follows a piece is drawn for its own page', () => {
  const of = {};
  const page = (name: string) => (
    <main>
      <Kept
        of={of}
        as="outer"
        draw={() => (
          <p>
            <Kept of={of} as="inner" draw={() => <Skip />} />
          </p>
        )}
      />
      {name}
      <Skip />
    </main>
  );
  expect(renderToString(page('Mia'))).toBe(joinParts(drawParts(page('Mia'))));
  expect(joinParts(drawParts(page('Noah')))).toMatch(/^<main><p><b>.*<\/b><\/p>Noah<b>.*<\/b><\/main>$/);
});

test('a gap is filled anew on every page, wherever it stands in what is kept', () => {
  const of = {};
  let times = 0;
  const draw = (name: string | null) => (
    <Kept
      of={of}
      as="frame"
      gaps={{ name, more: <Kept of={of} as="more" draw={() => <Skip />} /> }}
      draw={(gap) => {
        times++;
        return (
          <main>
            <p>{gap.more}</p>
            <b>{gap.name}</b>
          </main>
        );
      }}
    />
  );
  const page = (name: string | null) => joinParts(drawParts(draw(name)));
  expect(page('Mia')).toBe('<main><p><b>Skip to the page</b></p><b>Mia</b></main>');
  expect(page('Noah')).toBe('<main><p><b>Skip to the page</b></p><b>Noah</b></main>');
  expect(page(null)).toBe('<main><p><b>Skip to the page</b></p><b></b></main>');
  expect(renderToString(draw('Mia'))).toBe(page('Mia'));
  expect(times).toBe(1);
});

test('what a visitor typed is text in a gap, never HTML', () => {
  const page = (
    <Kept
      of={{}}
      as="name"
      gaps={{ name: '<script>"&', names: ['<i>', '<b>'] }}
      draw={(gap) => (
        <p>
          {gap.name}
          {gap.names}
        </p>
      )}
    />
  );
  expect(joinParts(drawParts(page))).toBe('<p>&lt;script>&quot;&amp;&lt;i>&lt;b></p>');
  expect(renderToString(page)).toBe(joinParts(drawParts(page)));
});

test('a gap that has no place in the drawing is not drawn', () => {
  const page = <Kept of={{}} as="bare" gaps={{ name: 'Mia' }} draw={() => <p />} />;
  expect(joinParts(drawParts(page))).toBe('<p></p>');
});
