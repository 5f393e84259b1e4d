// Limits count failures, not people: a hundred guests behind one venue's address get in.
import { isIPv6 } from 'node:net';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** What is counted, how often it may fail, for how long it is remembered, and what a key is: that many addresses are one. */
const rules = {
  /** Wrong codes from one network. */
  'code.address': { points: 100, minutes: 60, by: 'network' },
  /** Codes asked for from one network: a whole room behind one router signs up in an evening. */
  'code.asked': { points: 400, minutes: 60, by: 'network' },
  /** Codes to one mailbox, asked for from one network: `<address> <network>`. Remembered as long as a code holds. */
  'code.mailed': { points: 4, minutes: 15, by: 'mailbox and network' },
  /** The same from all networks: a stranger with many must not be able to flood a mailbox. */
  'code.mailbox': { points: 12, minutes: 15, by: 'mailbox' },
  /** Codes that confirm what one person wants. */
  'code.proof': { points: 6, minutes: 60, by: 'id' },
  /** Codes to a mailbox that somebody wants to move to. */
  'code.elsewhere': { points: 6, minutes: 60, by: 'mailbox' },
  /** Unknown links and tokens from one network. */
  'link.guess': { points: 60, minutes: 60, by: 'network' },
  /** Addresses one organiser puts on guest lists, and one group: each is a mail to somebody who did not ask for it. */
  'guests.added': { points: 200, minutes: 24 * 60, by: 'id' },
  'guests.added_by_group': { points: 400, minutes: 24 * 60, by: 'id' },
  /** Wrong codes that were to pair a phone: from one network, and from all together, because six figures are few. */
  'pair.address': { points: 30, minutes: 60, by: 'network' },
  'pair.all': { points: 300, minutes: 60, by: 'id' },
  /** Invitations one person sends into teams, and groups they say are theirs: each is a mail to somebody who did not ask for it. */
  'groups.invited': { points: 60, minutes: 24 * 60, by: 'id' },
  'groups.claimed': { points: 10, minutes: 24 * 60, by: 'id' },
  /** Corrections one person mails to those who look after a place. */
  'venues.corrected': { points: 20, minutes: 24 * 60, by: 'id' },
  /** Uploads by one person. */
  upload: { points: 30, minutes: 60, by: 'id' },
  /** Groups one person packs or brings in: each reads or writes all of a group. */
  archive: { points: 20, minutes: 60, by: 'id' },
  /** Searches from one network: each costs the database a full-text scan. */
  search: { points: 600, minutes: 10, by: 'network' },
} as const satisfies Record<string, Rule>;
type Rule = { points: number; minutes: number; by: 'network' | 'mailbox' | 'mailbox and network' | 'id' };
export type LimitRule = keyof typeof rules;

export type Limits = {
  /** Counts one and says whether it is still within the limit. */
  count(rule: LimitRule, key: string): Promise<boolean>;
  /** Looks without counting. */
  within(rule: LimitRule, key: string): Promise<boolean>;
  /** Takes one back that was counted before it was known to be right, so that many at once are not all let through. */
  giveBack(rule: LimitRule, key: string): Promise<void>;
  /** Starts over. */
  forget(rule: LimitRule, key: string): Promise<void>;
};

/** Counters in this process's memory; several processes each allow their own share, and a restart starts over. */
export function openLimits(): Limits {
  const counters = new Map<LimitRule, RateLimiterMemory>();
  for (const [rule, { points, minutes }] of Object.entries(rules)) {
    counters.set(rule as LimitRule, new RateLimiterMemory({ points, duration: minutes * 60 }));
  }
  const counter = (rule: LimitRule) => counters.get(rule) as RateLimiterMemory;
  return {
    async count(rule, key) {
      try {
        await counter(rule).consume(keyOf(rule, key));
        return true;
      } catch (error) {
        if (error instanceof Error) throw error;
        return false;
      }
    },
    async within(rule, key) {
      const seen = await counter(rule).get(keyOf(rule, key));
      return seen === null || seen.consumedPoints < rules[rule].points;
    },
    async giveBack(rule, key) {
      await counter(rule).reward(keyOf(rule, key));
    },
    async forget(rule, key) {
      await counter(rule).delete(keyOf(rule, key));
    },
  };
}

/** What a key is counted as: somebody with many addresses is still one. */
function keyOf(rule: LimitRule, key: string): string {
  switch (rules[rule].by) {
    case 'network':
      return networkOf(key);
    case 'mailbox':
      return mailboxOf(key);
    case 'mailbox and network': {
      const [address = '', ip = ''] = key.split(' ');
      return `${mailboxOf(address)} ${networkOf(ip)}`;
    }
    case 'id':
      return key;
  }
}

/**
 * The network an address is in: for IPv6 the first 64 bits, which is what one household or one rented server has to itself;
 * IPv4 written as IPv6 counts as the IPv4 it is. Anything else is given back as it is.
 */
export function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const [plain = ''] = ip.split('%');
  // A URL's host has one spelling of every address.
  const [left = '', right = ''] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [left, right].map((half) => (half === '' ? [] : half.split(':')));
  const known = [...(before ?? []), ...(after ?? [])];
  const gap = Array<string>(8 - known.length).fill('0');
  const groups = [...(before ?? []), ...gap, ...(after ?? [])];
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return `${groups.slice(0, 4).join(':')}::/64`;
  const bytes = groups.slice(6).flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]);
  return bytes.join('.');
}

/** `ada+anything@example.org` is delivered to the same person as `ada@example.org` nearly everywhere. */
function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const [mailbox = ''] = address.slice(0, Math.max(at, 0)).split('+');
  return mailbox === '' ? address : `${mailbox}${address.slice(at)}`;
}
