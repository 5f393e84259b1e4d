// What people wrote in Markdown, under a heading of the page: its own headings follow on without a gap.
import { renderMarkdown } from '#kit/markdown.ts';
import { Prose } from '#ui/panel.tsx';

type OwnWordsProps = { markdown: string; lang: string };

export function OwnWords({ markdown, lang }: OwnWordsProps) {
  return <Prose html={closeUp(renderMarkdown(markdown))} lang={lang} />;
}

/** Most people begin with `##`, which is an h4 here; under an h2 a screen reader would miss an h3. */
function closeUp(html: string): string {
  const highest = ['3', '4', '5', '6'].find((level) => html.includes(`<h${level}>`));
  if (highest === undefined || highest === '3') return html;
  const by = Number(highest) - 3;
  return html.replace(/<(\/?)h([4-6])>/g, (_, slash, level) => `<${slash}h${Number(level) - by}>`);
}
