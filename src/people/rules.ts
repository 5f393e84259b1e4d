// The laws of codes and sessions: how long, how often, and what a typed code means. Pure.

/** A mailed code can be typed this long. */
export const CODE_MINUTES = 15;

/** Wrong codes a challenge bears. Six digits and five tries: one guess in 200,000 succeeds. */
export const CODE_TRIES = 5;

/** A session ends when it was not used for this long. */
export const SESSION_DAYS = 90;

/** A code typed this short ago is proof enough for what can't be undone. */
export const FRESH_MINUTES = 15;

/** Who never proves the address is forgotten after this. */
export const UNPROVED_HOURS = 24;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The six digits in what somebody typed or pasted: `123 456`, `123-456`, full-width digits. Otherwise null. */
export function readCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}.]/gu, '');
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}

/** `123 456`, as it stands in a mail. */
export function showCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** When a code mailed at `now` (ms) can no longer be typed. */
export function codeEnds(now: number): Date {
  return new Date(now + CODE_MINUTES * MINUTE);
}

/** When a session used at `now` (ms) ends if it is not used again. */
export function sessionEnds(now: number): Date {
  return new Date(now + SESSION_DAYS * DAY);
}

/** A session is touched at most once an hour: exact enough for somebody to know again where they were. */
export function isToTouch(session: { seen_at: Date }, now: number): boolean {
  return now - session.seen_at.getTime() > HOUR;
}

/** True while the code typed in this session counts as fresh. */
export function isFresh(session: { proved_at: Date }, now: number): boolean {
  return now - session.proved_at.getTime() < FRESH_MINUTES * MINUTE;
}
