// What two people write differently is the same; what is different stays different.
import { expect, test } from 'vitest';
import { compareKey } from './compare-key.ts';

test('names are compared without case, accents and punctuation, in any script', () => {
  expect(compareKey('  R-Ladies+ Genève! ')).toBe('r ladies geneve');
  expect(compareKey('東京・会')).toBe('東京 会');
});
