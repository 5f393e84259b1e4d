// When the mail about a late start stands ready, and what time it says.
import { expect, it } from 'vitest';
import { runningOrder } from './night-rules.ts';
import { quickMails } from './quick-mails.ts';

const at = (time: string) => new Date(`2027-01-13T${time}:00Z`);
const agenda = [
  { type: 'doors', starts_at: at('17:30'), minutes: null },
  { type: 'welcome', starts_at: at('18:00'), minutes: null },
  { type: 'talk', starts_at: at('18:05'), minutes: 25 },
];
const event = { starts_at: at('18:00'), ends_at: at('20:00'), zone: 'UTC', door_number: '' };

/** The subject at `time`, when `said` minutes were said to be late at `said_at`. */
function late(time: string, said = 0, said_at = time): string | undefined {
  const now = at(time).getTime();
  const delays = said ? [{ at: at(said_at), minutes: said }] : [];
  const order = runningOrder(agenda, event.ends_at, delays, now);
  return quickMails({ event, ...order }, now, 'en').find(({ is }) => is === 'late')?.subject;
}

it.each([
  ['a quarter past, while nobody has said how late', late('17:50'), 'Tonight: we begin at 18:15'],
  ['when it was said to be, before the beginning', late('17:50', 10), 'Tonight: we begin at 18:10'],
  [
    'when the first talk has come to lie, said as the welcome should be on',
    late('18:02', 10),
    'Tonight: we begin at 18:15',
  ],
  ['no more once that has begun', late('18:16', 10, '18:02'), undefined],
])('is %s', (_, subject, expected) => {
  expect(subject).toBe(expected);
});
