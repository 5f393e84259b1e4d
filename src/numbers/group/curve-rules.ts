// How sign-ups come in: for each evening how many had a seat so long before it began. Pure.

/** How the number of seats taken changed on one day before the start (0: the last 24 hours). */
export type CurveStep = { days_before: number; heads: number };

/** An evening's sign-ups, day by day. */
export type CurveFacts = { event_id: string; title: string; starts_at: number; zone: string; steps: CurveStep[] };

export type Curve = Omit<CurveFacts, 'steps'> & {
  /** Seats taken when so many days were left, from the longest time to now or to the start. */
  points: { days_left: number; heads: number }[];
  is_ahead: boolean;
};

/** Further back there is little to see: sign-up usually opens two weeks before. */
export const CURVE_DAYS = 21;

const DAY = 86_400_000;

/** Adds the days up. What came before the picture begins stands at its beginning. */
export function curvesOf(evenings: readonly CurveFacts[], now: number): Curve[] {
  return evenings.map(({ steps, ...evening }) => {
    const left = (evening.starts_at - now) / DAY;
    const taken = (days_left: number) =>
      steps.filter(({ days_before }) => days_before >= days_left).reduce((sum, { heads }) => sum + heads, 0);
    const until = Math.max(0, Math.ceil(left));
    const days = Array.from({ length: Math.max(0, CURVE_DAYS - until + 1) }, (_, at) => CURVE_DAYS - at);
    const points = days.map((days_left) => ({ days_left, heads: taken(days_left) }));
    const is_ahead = left > 0;
    // Between two whole days stands how it is now.
    if (is_ahead && left < CURVE_DAYS) points.push({ days_left: left, heads: taken(0) });
    return { ...evening, points, is_ahead };
  });
}

/** Seats taken with so many whole days left; null: not known yet. */
export function headsAt({ points }: Curve, days_left: number): number | null {
  return points.find((point) => point.days_left === days_left)?.heads ?? null;
}
