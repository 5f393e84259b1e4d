// What every page gives: a way in, a way past the header, its language, and nothing a strict policy would refuse.
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { accentStyle } from './accent.ts';
import { ErrorPage } from './error-page.tsx';
import { Island } from './island.tsx';
import { Page } from './layout.tsx';
import { LookPage } from './look-page.tsx';
import { view } from './look-view.ts';
import { direction } from './words.ts';

describe('a page', () => {
  it('offers a guest the way in, and back to where they were', () => {
    const html = renderToString(<Page view={view({ path: '/groups?near=Köln&x=1' })} title="Groups" children="" />);
    expect(html).toContain('/signin?next=%2Fgroups%3Fnear%3DK%C3%B6ln%26x%3D1');
    expect(html).toContain('href="/groups" aria-current="page"');
  });

  it('calls a signed-in person by name', () => {
    const html = renderToString(
      <Page view={view({ viewer: { name: 'Nguyễn Thị Hạnh', is_keeper: false } })} title="x" children="" />,
    );
    expect(html).toContain('href="/me"');
    expect(html).toContain('Nguyễn Thị Hạnh</bdi>');
    expect(html).not.toContain('/signin');
  });

  it('speaks German throughout', () => {
    const html = renderToString(<Page view={view({ lang: 'de', demo: true })} title="x" children="" />);
    expect(html).toContain('<html lang="de" dir="ltr">');
    for (const word of ['Direkt zur Seite', 'Abende', 'Anmelden', 'Impressum', 'Demo-Stadt'])
      expect(html).toContain(word);
  });

  it('says once what was done', () => {
    expect(renderToString(<Page view={view({ flash: 'You have a seat.' })} title="x" children="" />)).toMatch(
      /role="status">You have a seat\./,
    );
  });

  it('leaves everything out when it is bare', () => {
    const html = renderToString(<Page view={view({ demo: true })} title="Door" bare children="" />);
    expect(html).not.toMatch(/<header|<footer|\/demo/);
  });

  it('carries one inline style, the accent, whose hash is known', () => {
    const html = renderToString(<Page view={view()} title="x" accent="#0f4c5c" children="" />);
    expect(html.match(/<style>(.*?)<\/style>/)?.[1]).toBe(accentStyle('#0f4c5c')?.css);
    expect(renderToString(<Page view={view()} title="x" accent="oops" children="" />)).not.toContain('<style');
  });
});

it('no piece of the look needs an inline style, a handler or a script', () => {
  const html = renderToString(<LookPage view={view({ demo: true, flash: 'Done.' })} />);
  expect(html.length).toBeGreaterThan(10_000);
  expect(html).not.toMatch(/\sstyle=|\son[a-z]+="|<script/);
});

it.each([404, 403, 409, 422, 429, 500, 503] as const)(
  'error %i has a heading and one next step in both languages',
  (status) => {
    for (const lang of ['en', 'de'] as const) {
      const html = renderToString(<ErrorPage view={view({ lang })} status={status} />);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html.match(/class="ui-button /g)).toHaveLength(1);
    }
    const told = renderToString(<ErrorPage view={view()} status={status} detail="The evening was cancelled." />);
    expect(told).toContain('The evening was cancelled.');
  },
);

it('an island hands its props over as text and brings the loader', () => {
  const html = renderToString(
    <Island name="events/viewer-clock" props={{ at: '"><script>' }}>
      18:00
    </Island>,
  );
  expect(html).toContain('data-island="events/viewer-clock"');
  expect(html).not.toContain('"><script>');
  expect(html).toMatch(/<script type="module" src="[^"]*islands[^"]*"/);
});

it('knows which languages are written from the right', () => {
  expect([direction('ar'), direction('he-IL'), direction('de'), direction('ja')]).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
});
