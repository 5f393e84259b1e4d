// What a reminder says to somebody in line: whether a seat is theirs at once, or kept while they are asked.
import { expect, it } from 'vitest';
import { facts } from '../mails/for-tests.ts';
import { reminderLetter } from './letters.ts';

it.each([
  ['theirs at once', false, 'it is yours', 'keep it for a day, in the last two days for two hours'],
  [
    'kept while they are asked, where they wanted that',
    true,
    'keep it for a day, in the last two days for two hours',
    'it is yours',
  ],
] as const)('a freed seat is %s', (_, ask_first, says, never) => {
  const mail = facts({ guest: { state: 'waitlisted', rank: 3, ask_first } });
  const more = { text: '', asked_at: null, changed_at: null, confirmed_at: null, via: null, waiting: 5 };
  const letter = reminderLetter('confirm', {
    ...mail,
    more: { ...more, second_at: null, doors_at: null, first_at: null },
    still: { yes: mail.links.page, no: mail.links.page },
    past: [],
  });
  expect(letter?.text).toContain('You are number 3');
  expect(letter?.text).toContain(says);
  expect(letter?.text).not.toContain(never);
});
