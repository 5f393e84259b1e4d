// Reads a JSON list one entry at a time, so that a broken entry is named by its line and the others still count.

export type JsonRow =
  /** `line`: where the entry begins, counted from 1. `entry`: its place in the list, counted from 1. */
  { line: number; entry: number; value: unknown } | { line: number; entry: number; broken: true };

export type JsonRead = { ok: true; rows: JsonRow[] } | { ok: false; code: 'json.no_list' };

/**
 * The entries of the first list in `text`: the text is a list, or an object that holds one (`{"groups": [ … ]}`).
 * A text that ends in the middle of an entry gives that entry as broken. What follows `most` entries is not read.
 */
export function readJsonRows(text: string, most = Number.POSITIVE_INFINITY): JsonRead {
  const start = listStart(text);
  if (start < 0) return { ok: false, code: 'json.no_list' };
  const rows: JsonRow[] = [];
  let line = 1;
  let counted = 0;
  let at = start + 1;
  while (at < text.length && rows.length < most) {
    at = skipBetween(text, at);
    if (at >= text.length || text[at] === ']') break;
    for (; counted < at; counted++) if (text[counted] === '\n') line++;
    const end = entryEnd(text, at);
    rows.push(read(text.slice(at, end), line, rows.length + 1));
    at = end;
  }
  return { ok: true, rows };
}

function read(slice: string, line: number, entry: number): JsonRow {
  try {
    return { line, entry, value: JSON.parse(slice) as unknown };
  } catch {
    return { line, entry, broken: true };
  }
}

/** Where the list opens: at once, or after the key of an object. Brackets inside texts do not count. */
function listStart(text: string): number {
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') return at;
    if (text[at] === '"') at = textEnd(text, at) - 1;
  }
  return -1;
}

function skipBetween(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s,]/.test(text.charAt(at))) at++;
  return at;
}

/** Just behind the entry that begins at `from`: where its brackets are closed, or at the comma after a bare value. */
function entryEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = textEnd(text, at) - 1;
    else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') {
      if (depth === 0) return at;
      depth--;
      if (depth === 0) return at + 1;
    } else if (sign === ',' && depth === 0) return at;
  }
  return text.length;
}

function textEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}
