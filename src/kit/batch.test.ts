// Calls that share a batch: none lost, none mixed up, and a failure is its own batch's alone.
import { expect, it } from 'vitest';
import { batched } from './batch.ts';

const turn = () => new Promise<void>((go) => setImmediate(go));

it('gathers what arrives while a batch is under way, and answers each call with its own', async () => {
  const sizes: number[] = [];
  const double = batched<string, number, number>(async (_key, asks) => {
    sizes.push(asks.length);
    await turn();
    return asks.map((ask) => ask * 2);
  });
  const first = [1, 2, 3].map((ask) => double('a', ask));
  await turn();
  const later = [4, 5].map((ask) => double('a', ask));
  expect(await Promise.all([...first, ...later])).toEqual([2, 4, 6, 8, 10]);
  expect(sizes).toEqual([3, 2]);
});

it('begins the next batch before it hands out the answers of the last', async () => {
  const seen: string[] = [];
  const ask = batched<string, string, string>(
    async (_key, asks) => {
      seen.push(`run ${asks}`);
      await turn();
      return asks;
    },
    { most: 1 },
  );
  await Promise.all(['a', 'b'].map((name) => ask('key', name).then(() => seen.push(`answered ${name}`))));
  expect(seen).toEqual(['run a', 'run b', 'answered a', 'answered b']);
});

it('hands the answers of a large batch out a few each turn, so that others have theirs in between', async () => {
  const ask = batched<string, number, number>(async (_key, asks) => asks);
  let turns = 0;
  const count = () => {
    turns++;
    if (turns < 100) setImmediate(count);
  };
  setImmediate(count);
  const at = await Promise.all(Array.from({ length: 200 }, (_, n) => ask('key', n).then(() => turns)));
  expect(new Set(at).size).toBeGreaterThan(10);
  expect(at).toEqual([...at].sort((a, b) => a - b));
});

it('fails those of one batch and goes on with the next, and keys do not wait for each other', async () => {
  const ask = batched<string, string, string>(
    async (key, asks) => {
      await turn();
      if (asks.includes('bad')) throw new Error(`no ${key}`);
      return asks;
    },
    { most: 2 },
  );
  const asked = ['bad', 'with it', 'good'].map((name) => ask('key', name));
  const other = ask('other', 'good');
  const ends = await Promise.allSettled([...asked, other]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled']);
  expect(await ask('key', 'again')).toBe('again');
});
