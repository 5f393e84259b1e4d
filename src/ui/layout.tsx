// The whole page around a room's own: head, header with its few ways on, the flash sentence, footer.
import type { ComponentChildren, VNode } from 'preact';
import { asset } from '#kit/assets.ts';
import { type Lang, languageNames, languages } from '#kit/words.ts';
import { accentStyle } from './accent.ts';
import { Kept } from './kept.tsx';
import type { View } from './view.ts';
import { direction, Speaking, words } from './words.ts';

type PageProps = {
  view: View;
  /** Stands in the tab, before the name of the house. */
  title: string;
  description?: string | undefined;
  /** The group's own colour, `#rrggbb`; whoever sends the page puts `accentStyle(accent).hash` into its CSP. */
  accent?: string | null | undefined;
  /** More for `<head>`: canonical address, feeds, structured data. */
  head?: ComponentChildren;
  /** What title, description, accent and `head` all follow from (see `Kept`): the whole head is then drawn once. */
  headFrom?: { of: object; as: string } | undefined;
  /** No header and no footer: the door, a sign for the wall. */
  bare?: boolean | undefined;
  /** `wide` 1048 px (the usual), `narrow` for reading, `form` for filling in. */
  width?: 'wide' | 'narrow' | 'form' | undefined;
  children: ComponentChildren;
};

/** A complete `<html>` document, without its doctype. All of it that is the same on every page is drawn once. */
export function Page(props: PageProps) {
  const { view, headFrom, bare = false, width = 'wide', children } = props;
  const path = view.path.split('?')[0] ?? '';
  const here = path === '/evenings' || path === '/groups' ? path : '';
  return (
    <Speaking.Provider value={view.lang}>
      <Kept
        of={words}
        as={`page ${width} ${bare} ${view.demo} ${here}`}
        gaps={{
          head: headFrom ? <Kept {...headFrom} draw={() => <Head {...props} />} /> : <Head {...props} />,
          visitor: bare ? null : <Visitor view={view} />,
          flash: view.flash && (
            <p class="ui-flash" role="status">
              {view.flash}
            </p>
          ),
          children,
          here: bare ? null : <input type="hidden" name="next" value={view.path} />,
        }}
        draw={(gap) => (
          <html lang={view.lang} dir={direction(view.lang)}>
            {gap.head}
            <Body lang={view.lang} demo={view.demo} bare={bare} width={width} here={here} gap={gap} />
          </html>
        )}
      />
    </Speaking.Provider>
  );
}

type BodyProps = {
  lang: Lang;
  demo: boolean;
  bare: boolean;
  width: string;
  here: string;
  gap: Record<'visitor' | 'flash' | 'children' | 'here', VNode>;
};

function Body({ lang, demo, bare, width, here, gap }: BodyProps) {
  const say = words(lang);
  return (
    <body class="ui-body">
      <a class="ui-skip" href="#main">
        {say('skip')}
      </a>
      {demo && !bare && (
        <aside class="ui-demo" aria-label={say('demo.label')}>
          {say('demo.line')} <a href="/demo">{say('demo.link')}</a>
        </aside>
      )}
      {!bare && <Header lang={lang} here={here} visitor={gap.visitor} />}
      <main id="main" class={`ui-main ui-${width}`} tabIndex={-1}>
        {gap.flash}
        {gap.children}
      </main>
      {!bare && <Footer lang={lang} here={gap.here} />}
    </body>
  );
}

function Head({ title, description, accent, head }: PageProps) {
  const style = accentStyle(accent);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title === 'Ugroup' ? title : `${title} · Ugroup`}</title>
      {description && <meta name="description" content={description} />}
      <link rel="stylesheet" href={asset('base.css')} />
      <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
      {style && <style dangerouslySetInnerHTML={{ __html: style.css }} />}
      {head}
    </head>
  );
}

function Header({ lang, here, visitor }: { lang: Lang; here: string; visitor: VNode }) {
  const say = words(lang);
  return (
    <header class="ui-header">
      <a class="ui-wordmark" href="/">
        ugroup
      </a>
      <nav class="ui-nav" aria-label={say('nav.label')}>
        <NavLink href="/evenings" path={here}>
          {say('nav.evenings')}
        </NavLink>
        <NavLink href="/groups" path={here}>
          {say('nav.groups')}
        </NavLink>
        {visitor}
      </nav>
    </header>
  );
}

/** The way to one's own page, or the way in. */
function Visitor({ view: { lang, viewer, path } }: { view: View }) {
  const say = words(lang);
  if (!viewer) return <a href={`/signin?next=${encodeURIComponent(path)}`}>{say('nav.signin')}</a>;
  return (
    <NavLink href="/me" path={path} label={say('nav.me', { name: viewer.name })}>
      <bdi class="ui-nav-name">{viewer.name}</bdi>
    </NavLink>
  );
}

type NavLinkProps = { href: string; path: string; label?: string | undefined; children: ComponentChildren };

function NavLink({ href, path, label, children }: NavLinkProps) {
  return (
    <a href={href} aria-label={label} aria-current={path.split('?')[0] === href ? 'page' : undefined}>
      {children}
    </a>
  );
}

function Footer({ lang, here }: { lang: Lang; here: VNode }) {
  const say = words(lang);
  return (
    <footer class="ui-footer">
      <nav aria-label={say('footer.label')}>
        <a href="/imprint">{say('footer.imprint')}</a>
        <a href="/privacy">{say('footer.privacy')}</a>
      </nav>
      <form method="post" action="/language" aria-label={say('footer.language')}>
        {here}
        {languages.map((one) => (
          <LanguageButton key={one} lang={one} chosen={one === lang} />
        ))}
      </form>
      <span>{say('footer.made')}</span>
    </footer>
  );
}

function LanguageButton({ lang, chosen }: { lang: Lang; chosen: boolean }) {
  return (
    <button type="submit" class="ui-textbutton" name="lang" value={lang} lang={lang} aria-pressed={chosen}>
      {languageNames[lang]}
    </button>
  );
}
