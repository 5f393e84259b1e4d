// The pieces of a page that are neither form nor list: the one raised panel, facts, figures, what to do when it is empty.
import type { ComponentChildren } from 'preact';
import { useWords } from './words.ts';

type PanelProps = {
  title?: ComponentChildren;
  /** A small word above the title: "Next". */
  over?: ComponentChildren;
  /** Beside the text, where there is room: one button. */
  action?: ComponentChildren;
  children?: ComponentChildren;
};

/** The one raised thing of a view: the seat box, the next evening. */
export function Panel({ title, over, action, children }: PanelProps) {
  const text = (
    <>
      {over && <p class="ui-over">{over}</p>}
      {title && <h2>{title}</h2>}
      {children}
    </>
  );
  if (!action) return <section class="ui-panel">{text}</section>;
  return (
    <section class="ui-panel ui-panel-beside">
      <div>{text}</div>
      <div>{action}</div>
    </section>
  );
}

type FactsProps = { items: readonly { term: string; detail: ComponentChildren }[] };

/** "Good to know": short answers in a grid. */
export function Facts({ items }: FactsProps) {
  return (
    <dl class="ui-facts">
      {items.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

type FigureProps = {
  label: string;
  value: ComponentChildren;
  unit?: string | undefined;
  children?: ComponentChildren;
};

/** A number that matters, large, with a sentence of what it means. */
export function Figure({ label, value, unit, children }: FigureProps) {
  return (
    <div class="ui-figure">
      <p class="ui-over">{label}</p>
      <p class="ui-figure-value">
        <bdi>{value}</bdi>
        {unit && <small> {unit}</small>}
      </p>
      {children && <p class="ui-figure-text">{children}</p>}
    </div>
  );
}

/** Figures side by side. */
export function Figures({ children }: { children: ComponentChildren }) {
  return <div class="ui-figures">{children}</div>;
}

type EmptyProps = { title: string; children?: ComponentChildren; action?: ComponentChildren };

/** Where a list would be: what would stand here, and what to do. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div class="ui-empty">
      <p class="ui-empty-title">{title}</p>
      {children && <p class="ui-soft">{children}</p>}
      {action && <div class="ui-actions">{action}</div>}
    </div>
  );
}

/** The way up, above a heading. */
export function Crumb({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <p class="ui-crumb">
      <a href={href}>{children}</a>
    </p>
  );
}

/** A person's own text: already turned into safe HTML by the kit. */
export function Prose({ html, lang }: { html: string; lang?: string | undefined }) {
  return <div class="ui-prose" lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}

type TagProps = { tone?: 'good' | 'warn' | 'soft' | undefined; children: ComponentChildren };

/** A quiet word on a state; colour is never alone. */
export function Tag({ tone = 'warn', children }: TagProps) {
  return <span class={`ui-tag ui-tag-${tone}`}>{children}</span>;
}

type StepsProps = {
  /** In order. */
  items: readonly { label: ComponentChildren; detail?: ComponentChildren }[];
  /** Index of the step one is at; those before it are done. */
  now: number;
};

/** A way with stations: draft, announced, open, closed. */
export function Steps({ items, now }: StepsProps) {
  const say = useWords();
  return (
    <ol class="ui-steps">
      {items.map(({ label, detail }, i) => (
        <li
          key={i}
          class={i < now ? 'ui-step-done' : i === now ? 'ui-step-now' : undefined}
          aria-current={i === now ? 'step' : undefined}
        >
          <span>
            {label}
            {i < now && <span class="ui-unseen"> ({say('steps.done')})</span>}
          </span>
          {detail && <small>{detail}</small>}
        </li>
      ))}
    </ol>
  );
}
