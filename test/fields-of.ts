// What a browser would send of a page's forms if nothing were changed.

/** Every field of `body` by name, as it stands: boxes and choices only where they are ticked. Of two of one name the last. */
export function fieldsOf(body: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, tag = ''] of body.matchAll(/<input\b([^>]*)>/g)) {
    const isTick = /\btype="(radio|checkbox)"/.test(tag);
    const name = attribute(tag, 'name');
    if (name && (!isTick || /\bchecked\b/.test(tag))) fields[name] = attribute(tag, 'value') ?? (isTick ? 'on' : '');
  }
  for (const [, tag = '', text = ''] of body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag, 'name');
    if (name) fields[name] = plain(text);
  }
  for (const [, tag = '', inside = ''] of body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(tag, 'name');
    const options = [...inside.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option);
    const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options[0] ?? '';
    if (name) fields[name] = attribute(chosen, 'value') ?? '';
  }
  return fields;
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
}

/** What a browser shows for text as it stands in a page's source. */
export function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
