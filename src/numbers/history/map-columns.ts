// Which column means what: guessed from the columns' names, corrected by whoever knows better. Pure.
import { type Kind, kinds, layouts, type Meaning, meanings, spelling, usualNames } from './meanings.ts';

/** By column; a column that is not named is not used. */
export type Mapping = Readonly<Record<string, Meaning>>;

export type Guess = {
  /** The program it comes from; '' for a layout nobody knows. */
  layout: string;
  kind: Kind;
  mapping: Mapping;
};

/** Of two columns that mean the same the first one counts, for an address the attendee's own before whoever paid. */
export function guessColumns(columns: readonly string[]): Guess {
  const spelt = columns.map((name) => ({ name, spelt: spelling(name) }));
  const has = new Set(spelt.map((column) => column.spelt));
  const layout = layouts.find((known) => known.has.every((name) => has.has(name)));
  const meaningOf = (name: string): Meaning =>
    layout ? (layout.columns[name] ?? 'skip') : (usual.get(name) ?? 'skip');
  const order = layout ? Object.keys(layout.columns) : [];
  const ranked = [...spelt].sort((a, b) => order.indexOf(a.spelt) - order.indexOf(b.spelt));
  const taken = new Set<Meaning>();
  const mapping: Record<string, Meaning> = Object.create(null);
  for (const { name, spelt: word } of ranked) {
    const meaning = meaningOf(word);
    if (meaning !== 'skip' && taken.has(meaning)) continue;
    taken.add(meaning);
    mapping[name] = meaning;
  }
  return { layout: layout?.name ?? '', kind: layout?.kind ?? kindOf(taken), mapping };
}

const usual = new Map<string, Meaning>(
  Object.entries(usualNames).flatMap(([meaning, names]) => names.map((name) => [name, meaning as Meaning] as const)),
);

function kindOf(taken: ReadonlySet<Meaning>): Kind {
  if (taken.has('signed_up') || (taken.has('came') && !taken.has('address'))) return 'counts';
  return taken.has('status') || taken.has('checked_in') || taken.has('day') ? 'guests' : 'people';
}

/** Whether a text names a meaning. */
export const isMeaning = (text: unknown): text is Meaning => meanings.some((meaning) => meaning === text);

/** The columns of one meaning, in the file's order. */
export const columnsOf = (mapping: Mapping, meaning: Meaning): string[] =>
  Object.keys(mapping).filter((name) => mapping[name] === meaning);

/** The guess with what somebody typed instead: `Name=name;E-Mail=address`, a column left empty is not used. */
export function correctColumns(
  guess: Guess,
  columns: readonly string[],
  said: { kind?: unknown; columns?: unknown },
): { kind: Kind; mapping: Mapping } | { wrong: string } {
  const kind = said.kind ?? guess.kind;
  if (!isKind(kind)) return { wrong: `"--kind" is one of ${kinds.join(', ')}.` };
  const mapping: Record<string, Meaning> = { ...guess.mapping };
  for (const pair of typeof said.columns === 'string' ? said.columns.split(';') : []) {
    const at = pair.lastIndexOf('=');
    const name = pair.slice(0, at).trim();
    const meaning = pair.slice(at + 1).trim() || 'skip';
    if (!columns.includes(name)) return { wrong: `There is no column "${name}" in the file.` };
    if (!isMeaning(meaning)) return { wrong: `"${meaning}" is none of ${meanings.join(', ')}.` };
    for (const [other, now] of Object.entries(mapping)) if (now === meaning) mapping[other] = 'skip';
    mapping[name] = meaning;
  }
  return { kind, mapping };
}

const isKind = (text: unknown): text is Kind => kinds.some((kind) => kind === text);
