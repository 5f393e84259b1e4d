// Rows between hairlines: evenings, talks, groups, people.
import type { ComponentChildren } from 'preact';

/** A list of `Row`s; a `label` when no heading stands above it. */
export function Rows({ label, children }: { label?: string | undefined; children: ComponentChildren }) {
  return (
    <ul class="ui-rows" aria-label={label}>
      {children}
    </ul>
  );
}

type RowProps = {
  /** Day or hour, at the start of the row. */
  when?: ComponentChildren;
  title: ComponentChildren;
  href?: string | undefined;
  /** Second voice, below the title. */
  children?: ComponentChildren;
  /** A link or a button; under the text on a phone. */
  action?: ComponentChildren;
  /** A small sticker. */
  mark?: ComponentChildren;
  /** A quiet word beside the title: "Sponsor, 5 minutes". */
  tag?: ComponentChildren;
};

/** One thing of a list. */
export function Row({ when, title, href, children, action, mark, tag }: RowProps) {
  return (
    <li class={`ui-row${when ? ' ui-row-dated' : ''}${mark ? ' ui-row-marked' : ''}`}>
      {mark && <div class="ui-row-mark">{mark}</div>}
      {when && <div class="ui-row-when">{when}</div>}
      <div class="ui-row-text">
        <div class="ui-row-title">
          {href ? <a href={href}>{title}</a> : title} {tag && <span class="ui-tag">{tag}</span>}
        </div>
        {children && <div class="ui-row-more">{children}</div>}
        {action && <div class="ui-row-action">{action}</div>}
      </div>
    </li>
  );
}
