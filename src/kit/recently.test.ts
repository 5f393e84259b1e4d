// What is read once in a while and kept in between: shared, not for too long, and never a failure.
import { expect, it, vi } from 'vitest';
import { recently } from './recently.ts';

const keyOf = (text: string) => text;

it('reads once for all who ask within the moment, and anew after it', async () => {
  let reads = 0;
  const ask = recently(async (text: string) => `${text} ${++reads}`, keyOf, { maxAgeMs: 50 });
  expect(await Promise.all([ask('a'), ask('a')])).toEqual(['a 1', 'a 1']);
  expect(await ask('b')).toBe('b 2');
  await new Promise((done) => setTimeout(done, 60));
  expect(await ask('a')).toBe('a 3');
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
  expect(await slow('a')).toBe(1);
  expect(await slow('a')).toBe(2);
});

it('keeps no reading that failed, and no more than it may', async () => {
  const read = vi.fn(async (text: string) => {
    if (read.mock.calls.length === 1) throw new Error('away');
    return text;
  });
  const ask = recently(read, keyOf, { most: 2 });
  await expect(ask('a')).rejects.toThrow('away');
  expect(await ask('a')).toBe('a');
  for (const key of ['b', 'c', 'a']) await ask(key);
  expect(read.mock.calls.map(([key]) => key)).toEqual(['a', 'a', 'b', 'c', 'a']);
});
