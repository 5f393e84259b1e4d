// Texts from elsewhere: HTML and half-HTML become Markdown that means the same.
import { expect, test } from 'vitest';
import { foreignLine, foreignMarkdown } from './foreign-text.ts';
import { renderMarkdown } from './markdown.ts';

test.each([
  ['  AWS  User\tGroup ', 'AWS User Group'],
  ['Caf&eacute; &amp; Co &#8211; R&#x26;D', 'Café & Co – R&D'],
  ['Slack + Q&A; live', 'Slack + Q&A; live'],
  ['zero\u200bwidth\ufeff and\u00a0hard blank', 'zerowidth and hard blank'],
  ['👩\u200d💻 keeps her laptop', '👩\u200d💻 keeps her laptop'],
  ['\u0000\u0007', ''],
])('%j becomes the line %j', (from, to) => {
  expect(foreignLine(from)).toBe(to);
});

test('HTML becomes Markdown that means the same', () => {
  const html =
    '<p>Hello <b>all</b>,<br>see <a href="https://example.org/a?b=1&amp;c=2">the page</a>.</p><h2>Plan</h2><ul><li>Talk</li><li>Pizza &amp; chat</li></ul>';
  expect(foreignMarkdown(html)).toBe(
    'Hello **all**,\nsee [the page](https://example.org/a?b=1&c=2).\n\n### Plan\n\n- Talk\n- Pizza & chat',
  );
});

test('what only looks like a tag stays', () => {
  expect(foreignMarkdown('We <3 R. A <10-minute walk. 1 < 2 > 0')).toBe('We <3 R. A <10-minute walk. 1 < 2 > 0');
});

test('scripts go, and a link to nowhere good keeps its words only', () => {
  expect(foreignMarkdown('<p>Hi<script>alert(1)</script> <a href="javascript:alert(1)">click</a></p>')).toBe(
    'Hi click',
  );
});

test('bullets become a list, a ruler no heading, an indented line no code', () => {
  const made = foreignMarkdown('Schedule:\n-----------\n• Doors\n● Talk\n\n    See you there');
  expect(made).toBe('Schedule:\n\n---\n- Doors\n- Talk\n\nSee you there');
  expect(renderMarkdown(made)).not.toMatch(/<pre>|<h\d/);
});
