// What is kept of answers is bounded: in number, and by the length of what is asked.
import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';
import { negotiateLanguage } from './words.ts';

test('a short text is worked out once, one over 20,000 characters every time', () => {
  let worked = 0;
  const length = remembered(
    (text: string) => {
      worked++;
      return text.length;
    },
    (text) => text,
  );
  expect([length('short'), length('short'), worked]).toEqual([5, 5, 1]);
  const long = 'x'.repeat(20_001);
  expect([length(long), length(long), worked]).toEqual([20_001, 20_001, 3]);
});

test('a header is read to 200 characters, so no more of it is kept', () => {
  expect(negotiateLanguage(`de${' '.repeat(300)},en`)).toBe('de');
  expect(negotiateLanguage(`${'x,'.repeat(100)}de`)).toBe('en');
  expect(negotiateLanguage('fr, de;q=0.8, en;q=0.5')).toBe('de');
});
