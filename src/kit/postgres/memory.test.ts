// The database's share of a machine's memory.
import { totalmem } from 'node:os';
import { describe, expect, it } from 'vitest';
import { memoryHere, sharedBuffers } from './memory.ts';

const GB = 1024 ** 3;

describe('the pages PostgreSQL keeps in memory', () => {
  it.each([
    [0.25 * GB, '64MB'],
    [1 * GB, '128MB'],
    [4 * GB, '512MB'],
    [24 * GB, '3072MB'],
    [512 * GB, '4096MB'],
  ])('of %d bytes are %s', (memory, share) => expect(sharedBuffers(memory)).toBe(share));

  it('are a share of what there is', () => {
    expect(memoryHere()).toBeGreaterThan(0.1 * GB);
    expect(memoryHere()).toBeLessThanOrEqual(totalmem());
  });
});
