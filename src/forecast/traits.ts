// What a sign-up is known by, as numbers; and what is believed of each before a group has taught better.
import type { Night, Rsvp } from './nights.ts';

/** log odds. */
export const logit = (p: number): number => Math.log(p / (1 - p));
/** The chance behind log odds. */
export const chance = (log_odds: number): number => 1 / (1 + Math.exp(-log_odds));

/** How a trait is named where heads are added up per reason (`reasons.ts`). */
export type Reason =
  | 'usual'
  | 'lead'
  | 'reminder'
  | 'confirmed'
  | 'record'
  | 'posture'
  | 'promoted'
  | 'crew'
  | 'size'
  | 'online';

/** A belief about one coefficient on the log odds of coming: its middle and its standard deviation. */
type Trait = { name: string; reason: Reason; middle: number; sd: number };

/** Bends of the line of days since signing up, on the scale of log(1 + days). */
const bends = [0.3, 1, 3, 7, 14, 30];

const free = logit(0.58);

/**
 * The model's columns. Middles are readings of published show rates (practice.md §2.1, NUM-3: free 0.58, deposit 0.88,
 * paid 0.87, online 0.40, speakers and helpers 0.90; a reminder that reaches somebody: odds × 1.76, of which half is
 * taken, because the other half is people who give back in time and are not on the list any more; an unconfirmed seat
 * counts 0.4 of another, NUM-6). The sds are wide: five nights of one's own say more.
 */
export const traits: readonly Trait[] = [
  { name: 'base', reason: 'usual', middle: free, sd: 0.4 },
  { name: 'same_day', reason: 'lead', middle: 0.6, sd: 0.8 },
  { name: 'lead', reason: 'lead', middle: -0.15, sd: 0.3 },
  ...bends.map((days): Trait => ({ name: `lead_after_${days}`, reason: 'lead', middle: 0, sd: 0.3 })),
  { name: 'lead_unknown', reason: 'lead', middle: 0, sd: 0.3 },
  { name: 'reminded', reason: 'reminder', middle: 0.28, sd: 0.3 },
  { name: 'reminded_early', reason: 'reminder', middle: 0.1, sd: 0.2 },
  { name: 'confirmed', reason: 'confirmed', middle: 1, sd: 0.5 },
  { name: 'no_answer', reason: 'confirmed', middle: logit(0.4 * 0.58) - free, sd: 0.5 },
  { name: 'record', reason: 'record', middle: 1, sd: 0.3 },
  { name: 'fee', reason: 'posture', middle: logit(0.87) - free, sd: 0.5 },
  { name: 'deposit', reason: 'posture', middle: logit(0.88) - free, sd: 0.5 },
  { name: 'elsewhere', reason: 'posture', middle: logit(0.8) - free, sd: 0.7 },
  { name: 'promoted', reason: 'promoted', middle: -0.2, sd: 0.5 },
  { name: 'crew', reason: 'crew', middle: logit(0.9) - free, sd: 0.5 },
  { name: 'size', reason: 'size', middle: -0.1, sd: 0.15 },
  { name: 'online', reason: 'online', middle: logit(0.4) - free, sd: 0.5 },
];

/** How many columns the model has. */
export const TRAITS = traits.length;

/** What is known beside the sign-up itself. */
export type Beside = {
  /** What the person's own past nights say, in log odds (`records.ts`); 0 for somebody new. */
  record: number;
  /** log(signed up ÷ what this group usually has); 0 where nothing is known. */
  size: number;
};

/** A sign-up as the model's columns, in the order of `traits`. */
export function columns(night: Night, rsvp: Rsvp | null, { record, size }: Beside): Float64Array {
  const lead = rsvp?.lead_days ?? null;
  const x = lead === null ? usualLead : Math.log1p(Math.max(0, lead));
  const reminded = rsvp?.reminded ? 1 : 0;
  return Float64Array.of(
    1,
    lead !== null && lead <= 0 ? 1 : 0,
    x - usualLead,
    ...bends.map((days) => Math.max(0, x - Math.log1p(days))),
    lead === null ? 1 : 0,
    reminded,
    reminded * Math.max(0, x - Math.log1p(7)),
    rsvp?.confirmed === 'yes' ? 1 : 0,
    rsvp?.confirmed === 'no_answer' ? 1 : 0,
    record,
    night.posture === 'fee' ? 1 : 0,
    night.posture === 'deposit' ? 1 : 0,
    night.posture === 'elsewhere' ? 1 : 0,
    rsvp?.promoted ? 1 : 0,
    rsvp?.crew ? 1 : 0,
    size,
    night.online ? 1 : 0,
  );
}

/** Where nothing is known of the lead time, half of it is taken to lie within this many days: sign-up opens 14 before. */
const usualLead = Math.log1p(7);

/** The columns of an ordinary guest of an ordinary night: what `usual` is counted from. */
export const usualColumns: Float64Array = columns(
  { night: '', group: '', starts_at: 0, posture: 'free', online: false, rsvps: 0 },
  { person: null, lead_days: 7, reminded: null, confirmed: null, promoted: false, crew: false },
  { record: 0, size: 0 },
);
