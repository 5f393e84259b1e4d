// Remembers what a pure function answered, for texts that are asked for again and again: a page's Markdown, a drawn sticker.

/** `work` with its last `most` answers kept by `keyOf`; the oldest goes first. A key over 20,000 characters keeps nothing. Only for pure functions. */
export function remembered<Ask, Answer>(
  work: (ask: Ask) => Answer,
  keyOf: (ask: Ask) => string,
  most = 500,
): (ask: Ask) => Answer {
  const kept = new Map<string, Answer>();
  return (ask) => {
    const key = keyOf(ask);
    if (key.length > longestKey) return work(ask);
    const before = kept.get(key);
    if (before !== undefined) return before;
    const answer = work(ask);
    kept.set(key, answer);
    // A Map keeps the order of insertion.
    if (kept.size > most) kept.delete(kept.keys().next().value as string);
    return answer;
  };
}

/** Five hundred pages of this length are some megabytes; what is longer is rare enough to work out again. */
const longestKey = 20_000;
