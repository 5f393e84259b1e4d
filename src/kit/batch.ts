// Gathers calls that arrive while one batch is under way into the next one. No timer: an idle caller waits for nobody.

/**
 * `run` answers a list of asks in order, all of the same `key`. One batch per key is under way at a time; what arrives
 * meanwhile forms the next, at most `most` long. When `run` throws, every ask of that batch gets the error.
 */
export function batched<Key, Ask, Answer>(
  run: (key: Key, asks: Ask[]) => Promise<Answer[]>,
  options: { most?: number } = {},
): (key: Key, ask: Ask) => Promise<Answer> {
  type Waiting = { ask: Ask; resolve(answer: Answer): void; reject(error: unknown): void };
  const most = options.most ?? 500;
  const queues = new Map<Key, Waiting[]>();

  return (key, ask) =>
    new Promise<Answer>((resolve, reject) => {
      const queue = queues.get(key);
      if (queue) {
        queue.push({ ask, resolve, reject });
        return;
      }
      const fresh: Waiting[] = [{ ask, resolve, reject }];
      queues.set(key, fresh);
      // One turn of the loop later, so that what arrives in the same turn shares the first batch too.
      setImmediate(() => drain(key, fresh));
    });

  async function drain(key: Key, queue: Waiting[]): Promise<void> {
    let under = start(key, queue);
    while (under) {
      const done = await under;
      under = start(key, queue);
      done();
    }
    queues.delete(key);
  }

  /** Runs the next batch; gives what hands its answers out. */
  function start(key: Key, queue: Waiting[]): Promise<() => void> | null {
    const batch = queue.splice(0, most);
    if (batch.length === 0) return null;
    return run(
      key,
      batch.map((waiting) => waiting.ask),
    ).then(
      (answers) => () => turnByTurn(batch.length, (at) => batch[at]?.resolve(answers[at] as Answer)),
      (error: unknown) => () => turnByTurn(batch.length, (at) => batch[at]?.reject(error)),
    );
  }
}

/** So many are answered in one turn of the loop. */
const A_TURN = 16;

/**
 * Answers a turn later, and a few each turn: the database works on the next batch already while these are written, and when it
 * has read what that needs it does not wait for hundreds of answers to be told what to write.
 */
function turnByTurn(count: number, answer: (at: number) => void, from = 0): void {
  setImmediate(() => {
    const to = Math.min(from + A_TURN, count);
    for (let at = from; at < to; at++) answer(at);
    if (to < count) turnByTurn(count, answer, to);
  });
}
