// How much goes on a slide: enough that the last row reads it, the rest on another. Pure.
import type { Slide, SlideRow } from '#press';

/** Rows of one line that a slide holds in type the last row of a room for sixty can read. */
export const ROWS_MOST = 9.5;

/** Letters that fit on one line beside an hour; letters of Chinese and Japanese are two wide. */
const LINE = 52;

/** A list on as many slides as it needs, the rows spread evenly: `agenda`, `agenda-2`. None for an empty list. */
export function inSlides(head: Omit<Slide, 'rows'>, rows: readonly SlideRow[]): Slide[] {
  if (rows.length === 0) return [];
  const room = ROWS_MOST - leadRows(head.lead) - (head.code ? 2 : 0);
  const all = rows.reduce((sum, row) => sum + rowRows(row), 0);
  const many = Math.ceil(all / room);
  const parts: SlideRow[][] = [[]];
  let filled = 0;
  for (const row of rows) {
    // An even share each, and never more than a slide holds.
    const isFull = filled + rowRows(row) / 2 > all / many || filled + rowRows(row) > room;
    if (isFull && filled > 0) {
      parts.push([]);
      filled = 0;
    }
    parts.at(-1)?.push(row);
    filled += rowRows(row);
  }
  return parts.map((part, at) => ({
    ...head,
    key: at === 0 ? head.key : `${head.key}-${at + 1}`,
    title: head.title,
    // What is said above a list is said once.
    lead: at === 0 ? head.lead : undefined,
    code: at === 0 ? head.code : undefined,
    rows: part,
  }));
}

/** How full a slide is: its lines, counted in rows of one line. */
export function fullness({ lead, rows = [], facts = [] }: Slide): number {
  return (
    leadRows(lead) +
    rows.reduce((sum, row) => sum + rowRows(row), 0) +
    facts.reduce((sum, { detail }) => sum + 0.7 + 1.1 * lines(detail, 38), 0)
  );
}

function rowRows({ title, more, tag }: SlideRow): number {
  const second = (text: string | undefined) => (text ? 0.5 * lines(text, LINE * 1.4) : 0);
  return 0.4 + 0.6 * lines(title, LINE) + second(more) + second(tag);
}

function leadRows(lead: string | undefined): number {
  return lead ? lead.split('\n').reduce((sum, line) => sum + lines(line, 44), 0) : 0;
}

function lines(text: string, most: number): number {
  const wide = [...text].reduce((sum, letter) => sum + (/[\u1100-\u11ff\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
  return Math.max(1, Math.ceil(wide / most));
}
