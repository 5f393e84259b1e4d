// What a browser may send here. A search never fails: what makes no sense is left out.
import { address, line, prose, readForm, z } from '#kit/form.ts';
import { SEARCH_MOST } from './rules.ts';

const searchForm = z.object({
  q: z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').slice(0, SEARCH_MOST).toWellFormed().trim())
    .catch(''),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .catch(null),
  when: z.enum(['coming', 'before']).catch('coming'),
  after: z.string().max(600).nullable().catch(null),
});

export type Search = z.output<typeof searchForm>;

/** The search in an address; always one. */
export function readSearch(query: unknown): Search {
  const read = readForm(searchForm, query);
  return read.ok ? read.value : { q: '', country: null, when: 'coming', after: null };
}

/** Who runs this server. */
export const operatorForm = z.object({
  name: line(200),
  address: z.string().min(1).max(500),
  mail: address(),
});
export type OperatorForm = z.output<typeof operatorForm>;

/** A text in Markdown; nothing at all brings ours back. */
export const textForm = z.object({ body: prose(40_000) });

export const demoForm = z.object({ as: z.enum(['guest', 'organiser', 'keeper']) });

/** Where the next page of a list begins, as it stands in an address. */
export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor made by `writeCursor` as [number, …texts, id]; anything else is the first page. */
export function readCursor(text: string | null, texts: number): { rank: number; texts: string[]; id: string } | null {
  if (!text) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(key) || key.length !== texts + 2) return null;
    const [rank, ...rest] = key as unknown[];
    // As milliseconds that is the year 2286: much later ones are no years to the database.
    if (typeof rank !== 'number' || !Number.isSafeInteger(rank) || Math.abs(rank) > 1e13) return null;
    if (!rest.every((part) => typeof part === 'string' && !part.includes('\0'))) return null;
    const id = rest.at(-1) as string;
    return uuid.test(id) ? { rank, texts: rest.slice(0, -1) as string[], id } : null;
  } catch {
    return null;
  }
}
