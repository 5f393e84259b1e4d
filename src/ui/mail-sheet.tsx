// A mail before it goes out, on a page: the same blocks the mail is written from, in the page's own type.
import type { Block, Letter } from '#kit/mail/index.ts';
import { renderMarkdown } from '#kit/markdown.ts';
import { Facts, Prose } from './panel.tsx';

type Props = { letter: Letter };

/** A letter as its reader will see it. Its buttons are drawn and lead nowhere: an answer belongs to whoever gets it. */
export function MailSheet({ letter: { subject, sheet, text } }: Props) {
  return (
    <div class="ui-mail">
      <p class="ui-mail-subject" dir="auto">
        {subject}
      </p>
      {sheet && <h3 dir="auto">{sheet.heading}</h3>}
      {sheet ? sheet.blocks.map((block, at) => <Piece key={at} block={block} />) : <p>{text}</p>}
      {sheet?.small && (
        <p class="ui-small">{sheet.small.map((line) => (typeof line === 'string' ? line : line.label)).join('\n')}</p>
      )}
    </div>
  );
}

function Piece({ block }: { block: Block }) {
  if (typeof block === 'string') return <p dir="auto">{block}</p>;
  if ('markdown' in block) return <Prose html={renderMarkdown(block.markdown)} />;
  if ('facts' in block) return <Facts items={block.facts.map(([term, detail]) => ({ term, detail }))} />;
  if ('button' in block) {
    const { label, quiet } = block.button;
    return <span class={`ui-button ui-button-${quiet ? 'quiet' : 'main'}`}>{label}</span>;
  }
  if ('link' in block) {
    return (
      <p>
        <a href={block.link.url}>{block.link.label}</a>
      </p>
    );
  }
  if ('code' in block) return <p class="ui-mail-code">{block.code}</p>;
  return (
    <ul>
      {block.list.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
