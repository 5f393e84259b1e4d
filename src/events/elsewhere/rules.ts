// What somebody typed or pasted about sign-ups made elsewhere, line by line, and who of them is here already. Pure.
import type { Instant } from '#kit/time.ts';
import { stateAt, type Times } from '../rules.ts';

export type Signup = {
  name: string;
  /** null: the list has none, as Meetup's. */
  address: string | null;
  /** The person and those they bring. */
  party: number;
};

/** Longer lists are a mistake, or another evening's. */
export const MOST_LINES = 500;
const MOST_PARTY = 10;

/** Why not: nobody can have signed up for a draft, and what is over or called off is counted differently. */
export function refuseElsewhere(
  event: Times,
  now: Instant,
): 'events.not_public' | 'events.cancelled' | 'events.over' | null {
  const state = stateAt(event, now);
  if (state === 'draft') return 'events.not_public';
  if (state === 'cancelled') return 'events.cancelled';
  return state === 'done' ? 'events.over' : null;
}

/** No name and address together are longer; looking for an address takes as long as the square of this. */
const LONGEST_LINE = 500;

/** One line: `Ada Lovelace`, `Ada Lovelace <ada@example.org> +2`, `ada@example.org`. Null where it names nobody. */
export function readLine(typed: string): Signup | null {
  const line = typed.slice(0, LONGEST_LINE);
  const address = /[^\s<>,;"'()]+@[^\s<>,;"'()]+\.[^\s<>,;"'()]+/.exec(line)?.[0] ?? null;
  const rest = address ? line.replace(address, ' ') : line;
  const more = /[+＋]\s*(\d{1,2})\s*[\s,;)"]*$/.exec(rest);
  const name = tidy(more ? rest.slice(0, more.index) : rest);
  if (name === '' && address === null) return null;
  return { name: name || (address ?? ''), address, party: partyOf(more?.[1]) };
}

const columns = {
  name: /^((full |your )?name|vollständiger name|naam|nombre|nom|名前|氏名)$/i,
  address: /^(e-?mail([ -]?(address|adresse))?|address|adresse|mail)$/i,
  more: /^(guests|\+?1s?|plus ones?|gäste|begleitung|invités|invitados)$/i,
  said: /^(rsvp|status|answer|antwort|response)$/i,
};

type Cells = Record<string, string>;

/** Which columns of a table say what; null when none is a name or an address, so that it is no table of people. */
export function columnsOf(names: readonly string[]): { [K in keyof typeof columns]?: string | undefined } | null {
  const find = (pattern: RegExp) => names.find((name) => pattern.test(name.trim()));
  const found = {
    name: find(columns.name),
    address: find(columns.address),
    more: find(columns.more),
    said: find(columns.said),
  };
  return found.name === undefined && found.address === undefined ? null : found;
}

/** One row of such a table; null where it names nobody, or somebody who does not come. */
export function readRow(cells: Cells, at: NonNullable<ReturnType<typeof columnsOf>>): Signup | null {
  const cell = (name: string | undefined) => (name === undefined ? '' : (cells[name] ?? '').trim());
  if (/^(no\b|nein|not going|declined|abgesagt|wait|warte|cancel|absent)/i.test(cell(at.said))) return null;
  const found = readLine(`${cell(at.name)} ${cell(at.address)}`);
  return found && { ...found, party: partyOf(/\d+/.exec(cell(at.more))?.[0]) };
}

/** How a name is compared: without accents, case, punctuation, and whichever part stands first. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  return plain
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .sort()
    .join(' ');
}

export type Sorted = {
  /** Nobody here yet. */
  fresh: Signup[];
  /** The same person by their address, or by a line before. */
  known: Signup[];
  /** Perhaps the same person: the name is here already, and no address says more. */
  alike: Signup[];
};

/**
 * Who of `signups` is new. `addresses`: as keys, of everybody here. `names`: as keys, of everybody here. `although_alike`: the
 * organiser says that those of one name are several people.
 */
export function sortSignups(
  signups: readonly Signup[],
  here: { addresses: ReadonlySet<string>; names: ReadonlySet<string> },
  keyOf: (address: string) => string,
  although_alike: boolean,
): Sorted {
  const addresses = new Set(here.addresses);
  const names = new Set(here.names);
  const sorted: Sorted = { fresh: [], known: [], alike: [] };
  for (const signup of signups) {
    const address = signup.address && keyOf(signup.address);
    const name = nameKey(signup.name);
    const into = address && addresses.has(address) ? 'known' : names.has(name) && !although_alike ? 'alike' : 'fresh';
    sorted[into].push(signup);
    if (into !== 'fresh') continue;
    if (address) addresses.add(address);
    names.add(name);
  }
  return sorted;
}

/** A line that says the same again. */
export function writeLine({ name, address, party }: Signup): string {
  const more = party > 1 ? ` +${party - 1}` : '';
  return address && address !== name ? `${name} <${address}>${more}` : `${name}${more}`;
}

function partyOf(more: string | undefined): number {
  return Math.min(MOST_PARTY, 1 + Number(more ?? 0));
}

function tidy(text: string): string {
  return text
    .replace(/[<>"()\t;,]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}
