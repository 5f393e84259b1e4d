// Reads the style sheets of an uploaded drawing. Found with indexOf, never by a regex over the whole: it is hostile text.

type Declared = Record<string, string>;

/** `.cls-1, .cls-2 { fill: #f00 }` of every style sheet in the drawing, of the properties in `known`; any other selector is passed over. */
export function classRules(text: string, known: string[]): Map<string, Declared> {
  const rules = new Map<string, Declared>();
  for (const sheet of sheetsOf(text)) {
    for (const rule of withoutComments(sheet).split('}')) {
      const parts = rule.split('{');
      const body = declarations(parts.at(-1) ?? '', known);
      for (const selector of (parts.at(-2) ?? '').split('@').at(-1)?.split(',') ?? []) {
        const name = /^\.([\w-]{1,100})$/.exec(selector.trim())?.[1];
        if (name) rules.set(name, { ...rules.get(name), ...body });
      }
    }
  }
  return rules;
}

/** `fill: red; stroke: blue`, of the properties in `known`. */
export function declarations(text: string, known: string[]): Declared {
  const found: Declared = {};
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, Math.max(colon, 0)).trim();
    const value = declaration
      .slice(colon + 1)
      .split('!', 1)
      .join('')
      .trim();
    if (value && known.includes(name)) found[name] = value;
  }
  return found;
}

function sheetsOf(text: string): string[] {
  const sheets: string[] = [];
  for (let at = text.indexOf('<style'); at >= 0; at = text.indexOf('<style', at)) {
    const from = text.indexOf('>', at) + 1;
    const to = from > 0 ? text.indexOf('</style>', from) : -1;
    if (to < 0) break;
    sheets.push(text.slice(from, to));
    at = to;
  }
  return sheets;
}

function withoutComments(sheet: string): string {
  const parts = sheet.replaceAll('<![CDATA[', '').replaceAll(']]>', '').split('/*');
  return parts.map((part, n) => (n === 0 ? part : part.slice(endOf(part)))).join('');
}

/** Where a comment's part goes on with rules: all of it is comment when it does not end before the next one begins. */
function endOf(part: string): number {
  const end = part.indexOf('*/');
  return end < 0 ? part.length : end + 2;
}
