// Limits count failures, not people: a hundred guests behind one venue's address get in.
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
  /** Searches from one network address: each costs the database a full-text scan. */
  search: { points: 600, minutes: 10 },
} as const;
export type LimitRule = keyof typeof rules;

export type Limits = {
  /** Counts one and says whether it is still within the limit. */
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
        await counter(rule).consume(key);
        return true;
      } catch (error) {
        if (error instanceof Error) throw error;
        return false;
      }
    },
    async within(rule, key) {
      const seen = await counter(rule).get(key);
      return seen === null || seen.consumedPoints < rules[rule].points;
    },
  };
}
