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

/** The one h1 of a page and what belongs to it. On a phone the sticker stands above the title, with `over` at its side. */
export function Masthead({ sticker, over, title, lang, children }: MastheadProps) {
  return (
    <div class={sticker ? 'ui-masthead ui-masthead-marked' : 'ui-masthead'}>
      {sticker}
      {over && <div class="ui-crumb">{over}</div>}
      <div class="ui-masthead-text">
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

type SplitProps = {
  /** Before everything on a phone: when and where. */
  lead?: ComponentChildren;
  /** What can be done: the seat box. */
  aside: ComponentChildren;
  /** The aside is the point of the page and comes before the text on a phone; so it is when there is a `lead`. */
  asideFirst?: boolean | undefined;
  children: ComponentChildren;
};

/** Main text and, at its side, what can be done; one below the other on a phone. */
export function Split({ lead, aside, asideFirst, children }: SplitProps) {
  const side = <div class="ui-split-aside">{aside}</div>;
  const first = asideFirst || Boolean(lead);
  return (
    <div class="ui-split">
      {lead && <div class="ui-split-lead">{lead}</div>}
      {first && side}
      <div class="ui-split-main">{children}</div>
      {!first && side}
    </div>
  );
}

/** Buttons in a line. */
export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="ui-actions">{children}</div>;
}
