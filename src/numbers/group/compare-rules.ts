// What made a difference here: how many of a hundred came, kind of evening by kind, and how sure that is. Pure.

/** A counted evening and the kind it is of; `null`: nobody knows. */
export type Sorted<K extends string> = { kind: K | null; signed_up: number; came: number };

/** What is known of a difference: it is one, it may be chance, or there are too few evenings to look. */
export type Sure = 'more' | 'fewer' | 'chance' | 'few';

export type Kind<K extends string> = {
  kind: K;
  evenings: number;
  /** How many of those who signed up came; 0.62. Walk-ins count, so it may be more than 1. */
  share: number;
  /** Four times in five the true share lies between these. */
  low: number;
  high: number;
  sure: Sure;
  /** How many more or fewer of each who signed up than on all other evenings, nineteen times in twenty; null: too few. */
  apart: { low: number; high: number } | null;
};

/** Fewer evenings of a kind, or beside it, say nothing. */
export const LEAST_EVENINGS = 3;

/** Guests of one night share its luck: their correlation before a group has shown its own (practice.md §11.P, rho). */
const RHO = 0.02;
/** That belief weighs as much as so many evenings. */
const RHO_EVENINGS = 3;

/** Standard normal: four in five, both sides; and nineteen in twenty for 1, 2 … 7 looks at once (Bonferroni). */
const FOUR_IN_FIVE = 1.2816;
const NINETEEN_IN_TWENTY = [1.96, 2.2414, 2.394, 2.4977, 2.5758, 2.6383, 2.69];

/**
 * Each kind beside all other evenings. An evening's guests share its luck, so a full evening weighs less than as many
 * strangers (weights n ÷ (1 + (n − 1)ρ)); ρ is learnt from how evenings of one kind differ (Pearson), drawn to 0.02. The
 * intervals are Student's, and wider when many kinds are looked at: with seven weekdays one would always stand out.
 */
export function compareKinds<K extends string>(evenings: readonly Sorted<K>[]): Kind<K>[] {
  const known = evenings.filter((one): one is Sorted<K> & { kind: K } => one.kind !== null && one.signed_up > 0);
  const byKind = Map.groupBy(known, ({ kind }) => kind);
  const rho = rhoOfKinds([...byKind.values()]);
  const freedom = Math.max(1, known.length - byKind.size);
  const looks = byKind.size <= 2 ? 1 : Math.min(byKind.size, NINETEEN_IN_TWENTY.length);
  const certain = student(NINETEEN_IN_TWENTY[looks - 1]!, freedom);
  return [...byKind].map(([kind, own]) => {
    const { share, error } = shareOf(own, rho);
    const reach = student(FOUR_IN_FIVE, freedom) * error;
    const others = known.filter((one) => one.kind !== kind);
    const range = { low: Math.max(0, share - reach), high: Math.max(share, Math.min(1, share + reach)) };
    if (own.length < LEAST_EVENINGS || others.length < LEAST_EVENINGS)
      return { kind, evenings: own.length, share, ...range, sure: 'few', apart: null };
    const beside = shareOf(others, rho);
    const middle = share - beside.share;
    const width = certain * Math.hypot(error, beside.error);
    const apart = { low: middle - width, high: middle + width };
    const sure = apart.low > 0 ? 'more' : apart.high < 0 ? 'fewer' : 'chance';
    return { kind, evenings: own.length, share, ...range, sure, apart };
  });
}

/** The share of those who came, and how far it may be off (standard error). */
function shareOf(evenings: readonly Sorted<string>[], rho: number): { share: number; error: number } {
  const weights = evenings.map(({ signed_up }) => signed_up / (1 + (signed_up - 1) * rho));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const share = evenings.reduce((sum, { signed_up, came }, at) => sum + (weights[at]! * came) / signed_up, 0) / all;
  // Where nobody or everybody came, chance is not nothing.
  const p = Math.min(0.97, Math.max(0.03, share));
  return { share, error: Math.sqrt((p * (1 - p)) / all) };
}

function rhoOfKinds(kinds: readonly (readonly Sorted<string>[])[]): number {
  const evenings = kinds.flat();
  if (evenings.length === 0) return RHO;
  let beyond = 0;
  let room = 0;
  for (const own of kinds) {
    const came = own.reduce((sum, one) => sum + one.came, 0);
    const signed_up = own.reduce((sum, one) => sum + one.signed_up, 0);
    const p = Math.min(0.97, Math.max(0.03, came / signed_up));
    // The share was fitted to these very evenings.
    const fitted = own.length / Math.max(1, own.length - 1);
    for (const one of own) {
      if (own.length < 2) continue;
      beyond += (fitted * (one.came - one.signed_up * p) ** 2) / (one.signed_up * p * (1 - p)) - 1;
      room += one.signed_up - 1;
    }
  }
  const usual = evenings.reduce((sum, one) => sum + one.signed_up - 1, 0) / evenings.length;
  const drawn = RHO_EVENINGS * Math.max(1, usual);
  return Math.min(0.5, Math.max(0.002, (beyond + RHO * drawn) / (room + drawn)));
}

/** Student's quantile from the normal one (Cornish-Fisher; Abramowitz & Stegun 1964, 26.7.5). */
function student(z: number, freedom: number): number {
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
}
