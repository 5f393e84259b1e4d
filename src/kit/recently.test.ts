// What is read once in a while and kept in between: shared, not for too long, and never a failure.
import { expect, it, vi } from 'vitest';
import { recently } from './recently.ts';

const keyOf = (text: string) => text;
const db = {};

it('reads once for all who ask within the moment, and anew after it', async () => {
  let reads = 0;
  const ask = recently(async (_db: object, text: string) => `${text} ${++reads}`, keyOf, { maxAgeMs: 50 });
  expect(await Promise.all([ask(db, 'a'), ask(db, 'a')])).toEqual(['a 1', 'a 1']);
  expect(await ask(db, 'b')).toBe('b 2');
  expect(await ask({}, 'a')).toBe('a 3');
  await new Promise((done) => setTimeout(done, 60));
  expect(await ask(db, 'a')).toBe('a 4');
});

it('counts the moment from before it was read, so that a slow reading is not shown for longer', async () => {
  let reads = 0;
  const slow = recently(
    async () => {
      await new Promise((done) => setTimeout(done, 60));
      return ++reads;
    },
    keyOf,
    { maxAgeMs: 50 },
  );
  expect(await slow(db, 'a')).toBe(1);
  expect(await slow(db, 'a')).toBe(2);
});

it('keeps no reading that failed, and no more than it may', async () => {
  const read = vi.fn(async (_db: object, text: string) => {
    if (read.mock.calls.length === 1) throw new Error('away');
    return text;
  });
  const ask = recently(read, keyOf, { most: 2 });
  await expect(ask(db, 'a')).rejects.toThrow('away');
  expect(await ask(db, 'a')).toBe('a');
  for (const key of ['b', 'c', 'a']) await ask(db, key);
  expect(read.mock.calls.map(([, key]) => key)).toEqual(['a', 'a', 'b', 'c', 'a']);
});
