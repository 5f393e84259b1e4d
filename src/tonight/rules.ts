// The laws of the night and the day after it. Pure.
import { type Instant, instantOf, resolveLocal, shiftDays, wallClock } from '#kit/time.ts';

type Times = { starts_at: Date; ends_at: Date; zone: string };

/** When organisers are asked, on the place's clock: awake, and not at work yet. */
const ASK_AT = '09:00';

/** Whoever set up the server today is not asked about last week. */
const ASK_HOURS = 72;

/** True from nine on the day after an evening began, for three days. */
export function isTimeToAsk({ starts_at, ends_at, zone }: Times, now: Instant): boolean {
  const day = wallClock(shiftDays(instantOf(starts_at), 1, zone), zone).date;
  const found = resolveLocal(day, ASK_AT, zone);
  const from = found.kind === 'once' ? found.instant : found.kind === 'twice' ? found.first : found.after;
  const at = now.epochMilliseconds;
  return at >= from.epochMilliseconds && at >= ends_at.getTime() && at < from.epochMilliseconds + ASK_HOURS * 3_600_000;
}
