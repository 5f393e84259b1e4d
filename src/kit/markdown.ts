// People's Markdown as HTML that can do no harm, and as plain text for descriptions.
import markdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { remembered } from './remembered.ts';

// Raw HTML is text here; the allow-list below is the second lock, not the first.
const parser = markdownIt({ html: false, linkify: true, typographer: false, breaks: true });
// A bare "example.co" in a sentence is not always meant as a link; with https:// or an @ it is.
parser.linkify.set({ fuzzyLink: false });
parser.disable('image');
parser.core.ruler.push('close-up', closeUp);

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'hr',
    'h3',
    'h4',
    'h5',
    'h6',
    'strong',
    'em',
    's',
    'a',
    'ul',
    'ol',
    'li',
    'blockquote',
    'code',
    'pre',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href'],
  // A link without a scheme would lead somewhere on our own pages, in a group's words.
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    a: (tagName, { href }) => ({
      tagName,
      attribs: href !== undefined && isAbsolute(href) ? { href, rel: 'nofollow ugc noopener' } : {},
    }),
  },
};

/** Longest text that is rendered, in characters; forms refuse longer ones earlier. */
const longest = 50_000;

/**
 * Safe HTML: headings from h3 down without a gap, links to https, http and mailto with `rel="nofollow ugc noopener"`, no images (nothing
 * on our pages loads from elsewhere), no raw HTML.
 */
export const renderMarkdown: (text: string) => string = remembered(
  (text) => sanitizeHtml(parser.render(text.slice(0, longest)), allowed).trim(),
  (text) => text,
);

/**
 * The page has its one h1 and the section its h2, so a text's headings begin at h3 whatever they were written as (most
 * people begin with `##`), and each is at most one step below the heading it stands under.
 */
function closeUp({ tokens }: { tokens: { type: string; tag: string }[] }): void {
  const above: number[] = [];
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const written = Number(token.tag.slice(1));
      while (above.length > 0 && (above.at(-1) as number) >= written) above.pop();
      above.push(written);
    } else if (token.type !== 'heading_close') continue;
    token.tag = `h${Math.min(6, above.length + 2)}`;
  }
}

/** The words alone, on one line, at most `most` characters and cut between words. */
export function plainText(text: string, most: number): string {
  return plain({ text, most });
}

const plain = remembered(asPlain, ({ text, most }) => `${most} ${text}`);

function asPlain({ text, most }: { text: string; most: number }): string {
  const html = parser
    .render(text.slice(0, longest))
    .replace(/<\/(p|li|h[1-6]|blockquote|td|th|pre)>|<br>|<hr>/g, '$& ');
  const words = sanitizeHtml(html, { allowedTags: [], allowedAttributes: {}, textFilter: asWritten })
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= most) return words;
  const space = words.slice(0, most).lastIndexOf(' ');
  const cut = words.slice(0, space > most / 2 ? space : most - 1).toWellFormed();
  return `${cut.replace(/[\ufffd\s.,;:–-]+$/, '')}…`;
}

function asWritten(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof characters) => characters[name]);
}

const characters = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

function isAbsolute(href: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(href) && URL.canParse(href);
}
