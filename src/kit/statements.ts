// How statements go over a connection: those with a name are planned once, and some are sent and not waited for.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { remembered } from './remembered.ts';

/**
 * A statement that begins with a comment naming it (`/*events.shown*` …) is planned once per connection and then only
 * run: planning the widest reads costs several times what running them does. PostgreSQL keeps such a plan only where one made
 * for the values at hand would not look cheaper, and a list whose length it can see does: `(select $1::uuid[])` hides it, and
 * without that, a large database plans each time anew. Others are sent as they are.
 */
export function prepareNamed(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' && Array.isArray(values) ? statementName(text) : null;
    return name ? send({ name, text, values }, ...rest) : send(text, values, ...rest);
  }) as typeof client.query;
}

/**
 * BEGIN, and statements whose name ends in `!`, are sent and not waited for: the next follows on their heels, and what they
 * would have answered is not to be had. In a rush each way to the database and back waits for all the requests that came
 * meanwhile. What one of them failed with, the next statement that is waited for fails with; COMMIT does so as well.
 */
export function hurry(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  let failure: unknown = null;
  const take = () => {
    const first = failure;
    failure = null;
    return first;
  };
  client.query = ((text: unknown, ...rest: unknown[]) => {
    const sent = send(text, ...rest);
    if (!(sent instanceof Promise)) return sent;
    if (isHurried(text)) {
      sent.catch((error: unknown) => {
        failure ??= error;
      });
      return Promise.resolve({ command: '', rows: [], rowCount: null });
    }
    return sent.then(
      (result: unknown) => {
        const first = take();
        // PostgreSQL answers the COMMIT of what failed with a ROLLBACK, and that is no error to it.
        if (first !== null && text === 'commit') throw first;
        return result;
      },
      (error: unknown) => {
        throw take() ?? error;
      },
    );
  }) as typeof client.query;
}

function isHurried(text: unknown): boolean {
  return text === 'begin' || (typeof text === 'string' && /^\s*\/\*[a-z.-]+!\*\//.test(text));
}

// One name may stand for several texts, where a part is left out; each is a statement of its own.
const statementName = remembered(
  (text: string) => {
    const named = /^\s*\/\*([a-z.-]+)!?\*\//.exec(text)?.[1];
    return named ? `${named}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}` : '';
  },
  (text) => text,
  2000,
);
