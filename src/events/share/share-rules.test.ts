// Ready texts fit where they go, keep the link, and leave out what does not fit.
import { describe, expect, it } from 'vitest';
import { longest, type ShareFacts, shareTargets, shareText, shortened } from './share-rules.ts';

const facts: ShareFacts = {
  group: 'Lakeside Cloud Users',
  title: 'Queues, and what they are hiding',
  when: 'Wednesday, 9 December 2026, 18:00–20:00',
  where: 'Harbor Building',
  sign: 'Free seats, sign up here:',
  url: `https://ugroup.example/g/lakeside/e/2026-12-09-${'long-'.repeat(20)}`,
  talks: ['Every retry is a promise (Tomás Herrera)', 'Reading a queue like a tide table (May Sato)'],
  program: 'What happens',
  about: 'Everybody has one queue they are afraid of. '.repeat(400).trim(),
  elsewhere: 'Sign-up on this page is closed.',
};
const seen = (text: string) => [...new Intl.Segmenter().segment(text)].length;

describe.each(shareTargets)('the text for %s', (target) => {
  it('fits, and has title, day and link', () => {
    const { text, title, length, most } = shareText(target, facts);
    expect(length).toBeLessThanOrEqual(longest[target]);
    expect(most).toBe(longest[target]);
    for (const part of [facts.when, facts.where, facts.url, facts.sign]) expect(text).toContain(part);
    expect(`${title ?? ''} ${text}`).toContain(facts.title);
  });

  it('fits with the longest title there can be, in any script', () => {
    const { text, length } = shareText(target, {
      ...facts,
      title: '障害対応👩‍🚒'.repeat(23),
      about: '夜'.repeat(60_000),
    });
    expect(length).toBeLessThanOrEqual(longest[target]);
    expect(text).toContain(facts.url);
    expect(text.isWellFormed()).toBe(true);
  });
});

it('counts a link as Mastodon does: 23 characters, however long it is', () => {
  const { text, length } = shareText('mastodon', facts);
  expect(length).toBe(seen(text) - facts.url.length + 23);
  // The room a long link leaves is used: talks, and the beginning of the text.
  expect(text).toContain('Reading a queue like a tide table');
  expect(length).toBeGreaterThan(440);
});

it('says on a place with a sign-up of its own that this one counts', () => {
  const { text, title } = shareText('meetup', { ...facts, title: 'x'.repeat(140) });
  expect(text.startsWith(facts.sign)).toBe(true);
  expect(text).toContain(facts.elsewhere);
  expect(seen(title ?? '')).toBe(80);
});

it('is short when there is nothing but a title', () => {
  const { text } = shareText('slack', { ...facts, about: '', talks: [], where: '' });
  expect(text).toBe(`*${facts.title}*\n\n${facts.when}\n\n${facts.sign}\n${facts.url}`);
});

it('cuts after a whole word', () => {
  expect(shortened('one two three', 9)).toBe('one two…');
  expect(shortened('one', 3)).toBe('one');
  expect(shortened('夜'.repeat(10), 5)).toBe('夜夜夜夜…');
});
