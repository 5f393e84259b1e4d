// Keeps for a moment what was read and seldom changes, so that a page everybody opens at once does not read it for each of them.

/**
 * `read` with its answers kept by key, at most `maxAgeMs` old counted from before they were read; those who ask meanwhile
 * share one reading, and one that fails is not kept. The oldest of `most` goes first. Only where a change may be seen that
 * much later (docs/decisions/0004).
 */
export function recently<Ask, Answer>(
  read: (ask: Ask) => Promise<Answer>,
  keyOf: (ask: Ask) => string,
  { maxAgeMs = 700, most = 500 }: { maxAgeMs?: number; most?: number } = {},
): (ask: Ask) => Promise<Answer> {
  const kept = new Map<string, { begun: number; answer: Promise<Answer> }>();
  return (ask) => {
    const key = keyOf(ask);
    const before = kept.get(key);
    if (before && performance.now() - before.begun < maxAgeMs) return before.answer;
    const entry = { begun: performance.now(), answer: read(ask) };
    kept.delete(key);
    kept.set(key, entry);
    // A Map keeps the order of insertion.
    if (kept.size > most) kept.delete(kept.keys().next().value as string);
    entry.answer.catch(() => kept.get(key) === entry && kept.delete(key));
    return entry.answer;
  };
}
