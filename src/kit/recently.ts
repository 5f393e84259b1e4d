// Keeps for a moment what was read and seldom changes, so that a page everybody opens at once does not read it for each of them.

/**
 * `read` with its answers kept by key, for each database apart, at most `maxAgeMs` old counted from before they were read;
 * those who ask meanwhile share one reading, and one that fails is not kept. The oldest of `most` goes first. Only where a
 * change may be seen that much later (docs/decisions/0004).
 */
export function recently<Db extends object, Ask, Answer>(
  read: (db: Db, ask: Ask) => Promise<Answer>,
  keyOf: (ask: Ask) => string,
  { maxAgeMs = 700, most = 500 }: { maxAgeMs?: number; most?: number } = {},
): (db: Db, ask: Ask) => Promise<Answer> {
  type Kept = Map<string, { begun: number; answer: Promise<Answer> }>;
  const databases = new WeakMap<Db, Kept>();
  return (db, ask) => {
    const kept: Kept = databases.get(db) ?? new Map();
    databases.set(db, kept);
    const key = keyOf(ask);
    const before = kept.get(key);
    if (before && performance.now() - before.begun < maxAgeMs) return before.answer;
    const entry = { begun: performance.now(), answer: read(db, ask) };
    kept.delete(key);
    kept.set(key, entry);
    // A Map keeps the order of insertion.
    if (kept.size > most) kept.delete(kept.keys().next().value as string);
    entry.answer.catch(() => kept.get(key) === entry && kept.delete(key));
    return entry.answer;
  };
}
