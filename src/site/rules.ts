// What the site decides, from facts alone: words of a search, the next step for a group, whether a group is quiet.
import { compareKey } from '#kit/compare-key.ts';
import type { Instant } from '#kit/time.ts';

/** Longest search that is read, in characters and in words: each word is one more look at every row. */
export const SEARCH_MOST = 100;
const WORDS_MOST = 6;

/** Trigrams in common with something on the page for a word to count as "close": Milwakee and Milwaukee share 0.7. */
export const CLOSE_ENOUGH = 0.5;

/** Shorter words have too few trigrams to tell a typing mistake from another word. */
export const CLOSE_LEAST = 4;

/** `raw` as typed, in lower case; `key` as names and places are compared: no accents, no case. Both without punctuation. */
export type SearchWord = { raw: string; key: string };

/** The words of a search, at most six. Nothing but punctuation gives none. */
export function searchWords(q: string): SearchWord[] {
  return q
    .normalize('NFC')
    .slice(0, SEARCH_MOST)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((raw) => ({ raw, key: compareKey(raw) }))
    .filter(({ key }) => key !== '')
    .slice(0, WORDS_MOST);
}

/** What a person's group is, and what is next in it. */
export type MyGroupFacts = {
  role: 'owner' | 'organiser' | 'door' | null;
  /** The first evening to come that is not a draft. */
  next: object | null;
  /** A draft still to come. */
  draft: object | null;
};

export type Step = 'plan' | 'announce' | 'guests' | 'see' | 'wait';

/** The one thing to do next in a group: organisers plan, announce, look who comes; everybody else sees what is next. */
export function nextStep({ role, next, draft }: MyGroupFacts): Step {
  if (role === 'owner' || role === 'organiser') return next ? 'guests' : draft ? 'announce' : 'plan';
  return next ? 'see' : 'wait';
}

const DAY = 86_400_000;

/** After this long without an evening a group is called quiet (practice.md §13.8: 90/180/365, help first). */
export const QUIET_DAYS = 365;

export type Pulse = 'coming' | 'lately' | 'quiet' | 'unknown';

/** How a group is doing, from its next and its last evening. */
export function pulseOf(group: { next_at: Date | null; last_at: Date | null }, now: Instant): Pulse {
  if (group.next_at) return 'coming';
  if (!group.last_at) return 'unknown';
  return now.epochMilliseconds - group.last_at.getTime() > QUIET_DAYS * DAY ? 'quiet' : 'lately';
}
