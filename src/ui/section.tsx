// How a page is laid: its head with the sticker, its sections, main text with something beside it.
import type { ComponentChildren } from 'preact';

type MastheadProps = {
  /** `<Sticker size="m">` beside a title, `size="l"` on a group's own page. */
  sticker?: ComponentChildren;
  /** Above the title: the group's name as a link, or a `Crumb`. */
  over?: ComponentChildren;
  title: ComponentChildren;
  /** Language of the title when it is not the page's. */
  lang?: string | undefined;
  children?: ComponentChildren;
};

/** The one h1 of a page and what belongs to it. On a phone the sticker stands above. */
export function Masthead({ sticker, over, title, lang, children }: MastheadProps) {
  return (
    <div class={sticker ? 'ui-masthead ui-masthead-marked' : 'ui-masthead'}>
      {sticker}
      <div>
        {over && <div class="ui-crumb">{over}</div>}
        <h1 lang={lang}>
          <bdi>{title}</bdi>
        </h1>
        {children}
      </div>
    </div>
  );
}

type SectionProps = {
  title: ComponentChildren;
  id?: string | undefined;
  /** A link or button at the end of the heading's line. */
  action?: ComponentChildren;
  children: ComponentChildren;
};

/** A heading and what stands under it. */
export function Section({ title, id, action, children }: SectionProps) {
  return (
    <section class="ui-section" id={id}>
      <div class="ui-section-head">
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** Main text and, at its side, what can be done; on a phone `aside` comes first when it is the point of the page. */
export function Split({ aside, asideFirst, children }: SplitProps) {
  return (
    <div class={asideFirst ? 'ui-split ui-split-aside-first' : 'ui-split'}>
      <div class="ui-split-main">{children}</div>
      <div class="ui-split-aside">{aside}</div>
    </div>
  );
}
type SplitProps = { aside: ComponentChildren; asideFirst?: boolean | undefined; children: ComponentChildren };

/** Buttons in a line. */
export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="ui-actions">{children}</div>;
}
