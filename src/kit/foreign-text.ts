// Text from other people's programs: entities, HTML and invisible signs, turned into a plain line or into Markdown.

/** One line, without entities, control or invisible signs, blanks collapsed. May be ''. */
export function foreignLine(text: string): string {
  return visible(withoutEntities(text)).replace(/\s+/g, ' ').trim();
}

/**
 * Several lines of HTML, Markdown or plain text as Markdown that means the same. Only tags that HTML knows are taken for
 * tags (`<3` and `<10 minutes` stay); bullets become lists; a ruler under a line does not make a heading of it.
 */
export function foreignMarkdown(text: string): string {
  const plain = tag.test(text) ? withoutTags(text) : text;
  const lines = visible(withoutEntities(plain)).split('\n').map(asMarkdownLine);
  return lines
    .flatMap((line, place) => (isRuler(line) && (lines[place - 1] ?? '').trim() !== '' ? ['', line] : [line]))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function asMarkdownLine(line: string): string {
  const trimmed = line.trimEnd().replace(/^\s*[•●▪◦‣∙·]\s*(?=\S)/u, '- ');
  if (/^\s*[-_=*]{3,}$/.test(trimmed)) return '---';
  // Four blanks in front would make it code; a list inside a list needs no more than three levels of two.
  return /^(\s{4,}|\t)/.test(trimmed) && !/^\s+([-*+]|\d{1,3}[.)])\s/.test(trimmed) ? trimmed.trimStart() : trimmed;
}

function isRuler(line: string): boolean {
  return line === '---';
}

const names =
  'a|abbr|b|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul';
const tag = new RegExp(`</?(?:${names})(?:\\s[^<>]*)?/?>`, 'i');
const tags = new RegExp(`<(/?)(${names})((?:\\s[^<>]*)?)/?>`, 'gi');

const signs: Record<string, string> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  code: '`',
  br: '\n',
  hr: '\n\n---\n\n',
  tr: '\n',
  td: ' ',
  th: ' ',
};

function withoutTags(text: string): string {
  const links: string[] = [];
  return text
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(tags, (_, closing: string, name: string, attributes: string) => {
      const kind = name.toLowerCase();
      const closes = closing === '/';
      if (kind === 'a') return link(closes, attributes, links);
      if (kind === 'li') return closes ? '' : '\n- ';
      if (/^h[1-6]$/.test(kind)) return closes ? '\n\n' : '\n\n### ';
      if (/^(p|div|ul|ol|blockquote|table|center|pre)$/.test(kind)) return '\n\n';
      return closes && /^(br|hr)$/.test(kind) ? '' : (signs[kind] ?? '');
    });
}

function link(closes: boolean, attributes: string, open: string[]): string {
  if (closes) {
    const href = open.pop();
    return href ? `](${href})` : '';
  }
  const href = /href\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/i.exec(attributes);
  const target = withoutEntities(href?.[1] ?? href?.[2] ?? href?.[3] ?? '').trim();
  const usable = /^(https?:|mailto:)[^\s()<>]+$/i.test(target);
  open.push(usable ? target : '');
  return usable ? '[' : '';
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  aacute: 'á',
  agrave: 'à',
  atilde: 'ã',
  auml: 'ä',
  ccedil: 'ç',
  eacute: 'é',
  egrave: 'è',
  iacute: 'í',
  ntilde: 'ñ',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  ouml: 'ö',
  oslash: 'ø',
  szlig: 'ß',
  uacute: 'ú',
  uuml: 'ü',
};

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name)] ?? entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Joiners stay: emoji and Persian are written with them. */
function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u202f\u3000]/g, ' ')
    .toWellFormed()
    .normalize('NFC');
}
