// One cell of a file as what it means: a day, a yes or no, a number, where somebody stood. Pure.

/**
 * `2026-03-11` out of what programs write: ISO days and instants, `11.03.2026`, `03/11/26 22:28` (month first, as programs
 * from the United States write it; day first where it can only be that), `2026/03/11`, `11 March 2026`. null: none of these.
 */
export function dayIn(text: string): string | null {
  const said = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(said);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d)(?!\d)/.exec(said);
  if (german) return dayOf(german[3], german[2], german[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)(?!\d)/.exec(said);
  if (slashed) return dayOf(slashed[3], slashed[1], slashed[2]) ?? dayOf(slashed[3], slashed[2], slashed[1]);
  const worded =
    /^(?:\p{L}+,?\s+)?(?:(\d{1,2})\.?\s+(\p{L}{3})\p{L}*\.?,?|(\p{L}{3})\p{L}*\.?\s+(\d{1,2}),?)\s+(\d{4})/u.exec(said);
  if (!worded) return null;
  const month = months.indexOf((worded[2] ?? worded[3] ?? '').toLowerCase());
  return month < 0 ? null : dayOf(worded[5], String(month + 1), worded[1] ?? worded[4]);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dayOf(year = '', month = '', date = ''): string | null {
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  // A year of before is a slip, and the year nought is none to the database.
  return text < '1900' || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(text) ? null : text;
}

/** Whether somebody was there: a time, a tick or a yes; nothing and every spelling of no are no. */
export function isThere(text: string): boolean {
  return !/^(|0|-|–|no|n|nein|false|f|absent|not attended|no show|none|null)$/i.test(text.trim());
}

/** A whole number, with a sign, blanks or thousands' points; null: none. */
export function numberIn(text: string): number | null {
  const digits = text
    .trim()
    .replace(/^\+/, '')
    .replace(/(?<=\d)[.,\s](?=\d{3}(?!\d))/g, '');
  return /^\d{1,6}(\.0+)?$/.test(digits) ? Number.parseInt(digits, 10) : null;
}

/** Where somebody stood before the evening. `empty`: nothing is said of them; `unknown`: a word nobody knows. */
export type Stood = 'seat' | 'none' | 'came' | 'unknown' | 'empty';

const seats =
  /^(attending|approved|going|yes|y|ja|accepted|paid|bezahlt|confirmed|registered|valid|complete|completed|ok|参加)$/i;
const nones =
  /^(not attending|refunded|deleted|pending|declined|invited|waitlist|waitlisted|waiting|no|n|nein|maybe|cancell?ed|canceled \(.*\)|expired|transferred|unpaid|rejected|not going|cancelled by .*|キャンセル|補欠)$/i;
const cames = /^(checked[ _-]?in|attended|was there|erschienen)$/i;

/** What a word for a status means, in the exports that are known. */
export function stoodBy(status: string): Stood {
  const said = status.trim();
  if (said === '') return 'empty';
  if (cames.test(said)) return 'came';
  if (seats.test(said)) return 'seat';
  return nones.test(said) ? 'none' : 'unknown';
}
