// Limits count failures, not people: a hundred guests behind one venue's address get in.
import { isIPv6 } from 'node:net';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** What is counted, how often it may fail, and for how long it is remembered. */
const rules = {
  /** Wrong codes from one network address. */
  'code.address': { points: 100, minutes: 60 },
  /** Codes mailed to one mail address: a stranger must not be able to flood it. */
  'code.mailed': { points: 6, minutes: 60 },
  /** Codes asked for from one network address: a whole room behind one router signs up in an evening. */
  'code.asked': { points: 400, minutes: 60 },
  /** Unknown links and tokens from one network address. */
  'link.guess': { points: 60, minutes: 60 },
  /** Uploads by one person. */
  upload: { points: 30, minutes: 60 },
  /** Groups one person packs or brings in: each reads or writes all of a group. */
  archive: { points: 20, minutes: 60 },
  /** Searches from one network address: each costs the database a full-text scan. */
  search: { points: 600, minutes: 10 },
} as const;
export type LimitRule = keyof typeof rules;

export type Limits = {
  /** Counts one and says whether it is still within the limit. Network and mail addresses are counted by `keyOf`. */
  count(rule: LimitRule, key: string): Promise<boolean>;
  /** Looks without counting. */
  within(rule: LimitRule, key: string): Promise<boolean>;
};

/** Counters in this process's memory; several processes each allow their own share. */
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
  };
}

/** What a key is counted as: somebody with many addresses is still one. */
function keyOf(rule: LimitRule, key: string): string {
  return rule === 'code.mailed' ? mailboxOf(key) : networkOf(key);
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
