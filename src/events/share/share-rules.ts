// How a ready text is put together for each place, and fits into it. Pure: what is said is handed in.

export const shareTargets = ['mastodon', 'linkedin', 'slack', 'meetup'] as const;
export type ShareTarget = (typeof shareTargets)[number];

/**
 * Longest post of each place, in characters. Mastodon 500 (its default), LinkedIn 3,000, Slack 4,000 before it splits, Meetup
 * 50,000 for a description. Not checked against their help pages.
 */
export const longest: Record<ShareTarget, number> = { mastodon: 500, linkedin: 3000, slack: 4000, meetup: 50_000 };

/** Meetup's longest title. */
export const MEETUP_TITLE = 80;

/** However long a link is, Mastodon counts it as 23 characters (docs.joinmastodon.org/user/posting). */
const MASTODON_LINK = 23;

export type ShareFacts = {
  group: string;
  title: string;
  when: string;
  where: string;
  /** What the link leads to, as a sentence that ends in a colon. */
  sign: string;
  url: string;
  /** "Every retry is a promise (Tomás Herrera)", in order. */
  talks: readonly string[];
  /** Heading above the talks where there is room. */
  program: string;
  /** The evening's own text, without markup. */
  about: string;
  /** For a place that has a sign-up of its own. */
  elsewhere: string;
};

export type ShareText = { target: ShareTarget; title: string | null; text: string; length: number; most: number };

/** The text for one place: title, when and link always; talks and the evening's own words as far as they fit. */
export function shareText(target: ShareTarget, facts: ShareFacts): ShareText {
  const most = longest[target];
  const { group, title, when, where, sign, url, talks, program, about, elsewhere } = facts;
  const bold = target === 'slack' ? `*${title}*` : target === 'linkedin' ? `${group}: ${title}` : title;
  const facts_ = [when, where].filter(Boolean).join('\n');
  const list = talks.map((talk) => `• ${talk}`).join('\n');
  const listed = list && target !== 'mastodon' ? `${program}\n${list}` : list;
  const signUp = `${sign}\n${url}`;
  const blocks =
    target === 'meetup'
      ? { head: [signUp, elsewhere, facts_], rest: [about, listed], tail: [] }
      : { head: [bold, facts_], rest: target === 'mastodon' ? [listed, about] : [about, listed], tail: [signUp] };
  const text = fitted(blocks, (said) => countOf(target, said, url), most);
  return {
    target,
    title: target === 'meetup' ? shortened(title, MEETUP_TITLE) : null,
    text,
    length: countOf(target, text, url),
    most,
  };
}

/** Characters as the place counts them: what people see as one counts once. */
function countOf(target: ShareTarget, text: string, url: string): number {
  const length = [...new Intl.Segmenter().segment(text)].length;
  return target === 'mastodon' && text.includes(url) ? length - url.length + MASTODON_LINK : length;
}

type Blocks = { head: string[]; rest: string[]; tail: string[] };

/** Head and tail stay; of the rest each block that fits, the last one cut at a word where only a part does. */
function fitted({ head, rest, tail }: Blocks, count: (text: string) => number, most: number): string {
  const join = (middle: string[]) => [...head, ...middle, ...tail].filter(Boolean).join('\n\n');
  const kept: string[] = [];
  for (const block of rest.filter(Boolean)) {
    const room = most - count(join([...kept, ' '])) + 1;
    if (room >= count(block)) kept.push(block);
    // A few words of a text say nothing.
    else if (room > 60) kept.push(shortened(block, room));
  }
  return join(kept);
}

/** At most so many characters, cut after a whole word, with an ellipsis that counts. */
export function shortened(text: string, most: number): string {
  const signs = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  if (signs.length <= most) return text;
  const cut = signs.slice(0, most - 1).join('');
  const atWord = cut.replace(/\s+\S*$/u, '');
  return `${(atWord.length > most / 2 ? atWord : cut).trimEnd()}…`;
}
