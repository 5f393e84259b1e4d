// What a forecast is made from: nights that were, with who signed up and who came, and a night to come.

/** How a night asked for money; `free` where nothing is known (docs/words.md, posture). */
export type Posture = 'free' | 'fee' | 'deposit' | 'elsewhere';

/** One sign-up, as far as it is known. `null`: not known. */
export type Rsvp = {
  /** Says only who is the same from night to night. */
  person: string | null;
  /** Days between signing up and the start; 0 or less: on the day itself. */
  lead_days: number | null;
  /** Whether a reminder reached them. */
  reminded: boolean | null;
  /** `yes`: said they still come. `no_answer`: asked, and silent until the deadline (a soft seat). */
  confirmed: 'yes' | 'no_answer' | null;
  /** Got the seat from the waitlist. */
  promoted: boolean;
  /** Speaks, or helps. */
  crew: boolean;
};

/** A night as it stood before it began. Times are epoch milliseconds. */
export type Night = {
  night: string;
  group: string;
  starts_at: number;
  posture: Posture;
  online: boolean;
  /** Everybody who had a seat, one by one; or only how many. */
  rsvps: readonly Rsvp[] | number;
};

/** What became of it. */
export type PastNight = Night & {
  /** When it was over and its count known. */
  ended_at: number;
  /**
   * Who of `rsvps` came, in their order (`null`: not known of this one); or, where `rsvps` is a number, how many came
   * altogether.
   */
  came: readonly (boolean | null)[] | number;
  /** Came without having signed up; `null` where nobody counted them apart. */
  walk_ins: number | null;
};

/** How many signed up. */
export function signedUp(night: Pick<Night, 'rsvps'>): number {
  return typeof night.rsvps === 'number' ? night.rsvps : night.rsvps.length;
}

/** How many were in the room: of those signed up, and walk-ins where they were counted apart. */
export function turnOutOf(night: PastNight): number {
  if (typeof night.came === 'number') return night.came + (night.walk_ins ?? 0);
  return night.came.reduce((sum, came) => sum + (came ? 1 : 0), 0) + (night.walk_ins ?? 0);
}
