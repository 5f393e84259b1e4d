// A group’s own words: what leads, and what is left to say.
import { expect, test } from 'vitest';
import { leadOf, restOf } from './about.ts';

test('the first paragraph leads, and is not said twice', () => {
  const about = 'For people *by the sea*.\n\n## When\n\nOn Wednesdays.';
  expect(leadOf(about)).toBe('For people by the sea.');
  expect(restOf(about)).toBe('## When\n\nOn Wednesdays.');
  expect(restOf('For people by the sea.')).toBe('');
});

test('a text that begins with a heading or a list keeps it', () => {
  expect(leadOf('# Hello\n\nWe meet.')).toBe('We meet.');
  expect(restOf('# Hello\n\nWe meet.')).toBe('# Hello\n\nWe meet.');
  expect(leadOf('- one\n- two')).toBe('');
  expect(restOf('- one\n- two')).toBe('- one\n- two');
});

test('a long first paragraph leads shortened and is read in full below', () => {
  const about = `${'word '.repeat(100)}end.\n\nMore.`;
  expect(leadOf(about)).toMatch(/^word .*…$/);
  expect(restOf(about)).toBe(about);
});
