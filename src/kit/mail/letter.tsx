// The sheet every mail is written on: one description, and from it the text part and the html part.
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { renderMarkdown } from '#kit/markdown.ts';
import type { Lang } from '#kit/words.ts';

export type LetterText = {
  lang: Lang;
  /** Who it is from, above the heading: the group's name, and its mark where it has one. */
  from?: { name: string; url?: string | undefined; mark_url?: string | undefined } | undefined;
  /** The group's colour, already dark enough for white text on it. */
  accent?: string | undefined;
  /** One line that phones show beside the subject; the first paragraph when not given. */
  preview?: string | undefined;
  heading: string;
  blocks: Block[];
  /** Last lines, in small type: why this mail came and how to stop it. */
  small?: (string | { label: string; url: string })[] | undefined;
};

export type Block =
  /** A paragraph. Nothing in it is markup. */
  | string
  /** The one thing to do; `quiet` is the other answer to the same question, drawn as an outline. */
  | { button: { label: string; url: string; quiet?: boolean | undefined } }
  | { link: { label: string; url: string } }
  /** When, where, how to get in. */
  | { facts: [label: string, value: string][] }
  /** A sign-in code or another figure to be read across a room. */
  | { code: string }
  /** What a person wrote, in Markdown. */
  | { markdown: string }
  | { list: string[] };

/** The two parts of a letter, saying the same, and what they were written from. */
export function writeLetter(sheet: LetterText): { text: string; html: string; sheet: LetterText } {
  return { text: textOf(sheet), html: `<!doctype html>${renderToString(<Sheet {...sheet} />)}`, sheet };
}

function textOf(letter: LetterText): string {
  const parts = [letter.from?.name, letter.heading, ...letter.blocks.map(blockText)];
  const small = (letter.small ?? []).map((line) => (typeof line === 'string' ? line : `${line.label}: ${line.url}`));
  if (small.length > 0) parts.push(['-- ', ...small].join('\n'));
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  if (typeof block === 'string') return block;
  if ('button' in block) return `${block.button.label}:\n${block.button.url}`;
  if ('link' in block) return `${block.link.label}:\n${block.link.url}`;
  if ('facts' in block) return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  if ('code' in block) return `    ${block.code}`;
  if ('markdown' in block) return block.markdown.trim();
  return block.list.map((line) => `- ${line}`).join('\n');
}

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',sans-serif";

// Mail readers drop style sheets, so the look stands on each element; the sheet only adds the dark paper where it is read.
const dark = `@media (prefers-color-scheme:dark){
body,.paper{background:#1D1A15!important;color:#F3EDE0!important}
.soft{color:#B3A992!important}.rule{border-color:#3B352A!important}.raised{background:#27231C!important}a.link{color:#F3EDE0!important}}`;

function Sheet(letter: LetterText) {
  const accent = letter.accent ?? '#C2410C';
  const first = letter.blocks.find((block) => typeof block === 'string');
  const preview =
    letter.preview ?? (typeof first === 'string' ? first.replace(/\s+/g, ' ').slice(0, 140).toWellFormed() : '');
  return (
    <html lang={letter.lang} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{letter.heading}</title>
        <style dangerouslySetInnerHTML={{ __html: dark }} />
      </head>
      <body
        class="paper"
        style={`margin:0;padding:0;background:#FBF8F1;color:#1E1B16;${font};font-size:16px;line-height:1.55`}
      >
        <div style="display:none;max-height:0;overflow:hidden">{preview}</div>
        <div style="max-width:560px;margin:0 auto;padding:32px 20px 40px;overflow-wrap:break-word">
          {letter.from && <From {...letter.from} />}
          <h1
            dir="auto"
            style="margin:0 0 20px;font-size:26px;line-height:1.15;letter-spacing:-0.012em;font-weight:750"
          >
            {letter.heading}
          </h1>
          {letter.blocks.map((block) => (
            <BlockHtml block={block} accent={accent} />
          ))}
          {letter.small && letter.small.length > 0 && <Small lines={letter.small} />}
        </div>
      </body>
    </html>
  );
}

function From({ name, url, mark_url }: NonNullable<LetterText['from']>) {
  return (
    <p style="margin:0 0 20px;font-weight:650">
      {mark_url && (
        <img
          src={mark_url}
          width="48"
          height="48"
          alt=""
          style="vertical-align:middle;margin-right:12px;border:0;border-radius:12px"
        />
      )}
      <Link url={url}>{name}</Link>
    </p>
  );
}

function Link({ url, children }: { url: string | undefined; children: ComponentChildren }) {
  if (url === undefined) return <span dir="auto">{children}</span>;
  return (
    <a class="link" href={url} dir="auto" style="color:#1E1B16">
      {children}
    </a>
  );
}

function BlockHtml({ block, accent }: { block: Block; accent: string }) {
  if (typeof block === 'string') {
    return (
      <p dir="auto" style="margin:0 0 16px;white-space:pre-line">
        {block}
      </p>
    );
  }
  if ('button' in block) {
    const { quiet } = block.button;
    const paint = quiet
      ? 'border:1px solid #6A6353;color:#1E1B16;padding:12px 23px'
      : `background:${safeColor(accent)};color:#fff;padding:13px 24px`;
    const look = `display:inline-block;${paint};text-decoration:none;font-weight:650;border-radius:11px`;
    return (
      <p style={quiet ? 'margin:-10px 0 24px' : 'margin:24px 0'}>
        <a class={quiet ? 'link' : undefined} href={block.button.url} style={look}>
          {block.button.label}
        </a>
      </p>
    );
  }
  if ('link' in block) {
    return (
      <p style="margin:0 0 16px">
        <Link url={block.link.url}>{block.link.label}</Link>
      </p>
    );
  }
  if ('facts' in block) return <Facts facts={block.facts} />;
  if ('code' in block) {
    return (
      <p
        class="raised"
        style="margin:24px 0;padding:18px 24px;background:#F4EEE1;border-radius:18px;font-size:34px;font-weight:750;letter-spacing:0.18em;text-align:center;font-variant-numeric:tabular-nums"
      >
        {block.code}
      </p>
    );
  }
  if ('markdown' in block)
    return <div dir="auto" dangerouslySetInnerHTML={{ __html: renderMarkdown(block.markdown) }} />;
  return (
    <ul style="margin:0 0 16px;padding-left:22px">
      {block.list.map((line) => (
        <li dir="auto">{line}</li>
      ))}
    </ul>
  );
}

function Facts({ facts }: { facts: [string, string][] }) {
  return (
    <dl class="rule" style="margin:20px 0;border-top:1px solid #E3DBC9">
      {facts.map(([label, value]) => (
        <div class="rule" style="padding:10px 0;border-bottom:1px solid #E3DBC9">
          <dt class="soft" style="font-size:13px;color:#6A6353">
            {label}
          </dt>
          <dd dir="auto" style="margin:0;white-space:pre-line">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Small({ lines }: { lines: NonNullable<LetterText['small']> }) {
  return (
    <div
      class="soft rule"
      style="margin-top:32px;padding-top:16px;border-top:1px solid #E3DBC9;font-size:13px;color:#6A6353"
    >
      {lines.map((line) => (
        <p style="margin:0 0 6px">
          {typeof line === 'string' ? (
            line
          ) : (
            <a class="soft" href={line.url} style="color:#6A6353">
              {line.label}
            </a>
          )}
        </p>
      ))}
    </div>
  );
}

function safeColor(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color : '#C2410C';
}
