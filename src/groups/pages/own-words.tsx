// What people wrote in Markdown, in the language they wrote it in.
import { renderMarkdown } from '#kit/markdown.ts';
import { Prose } from '#ui/panel.tsx';

type OwnWordsProps = { markdown: string; lang: string };

export function OwnWords({ markdown, lang }: OwnWordsProps) {
  return <Prose html={renderMarkdown(markdown)} lang={lang} />;
}
