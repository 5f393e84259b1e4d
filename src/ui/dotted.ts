// Short facts in a row: what stands between them keeps to the end of its line, so that no line begins with a dot.

export const dot = '\u00a0· ';

/** `Wed 9 Dec · 18:00 · 40 seats left`, of those that are there. */
export function dotted(facts: readonly (string | false | null | undefined)[]): string {
  return facts.filter(Boolean).join(dot);
}
