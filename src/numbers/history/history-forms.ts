// What a browser may send about a file of guests: what the file is, which day, which column means what, and what to do.
import { blankAsNull, day, readForm, z } from '#kit/form.ts';
import type { Guess, Mapping } from './map-columns.ts';
import { isMeaning } from './map-columns.ts';
import { type Kind, kinds, type Meaning } from './meanings.ts';

/** The name of a column's field: columns are called anything. */
export const columnField = (place: number): string => `column_${place}`;

const form = z.object({
  kind: z.enum(kinds),
  day: blankAsNull(day()),
  step: z.enum(['look', 'bring', 'drop']).default('look'),
});

export type Chosen = { kind: Kind; day: string | null; mapping: Mapping; step: 'look' | 'bring' | 'drop' };

/** What was chosen; a guess where something is missing or nonsense. */
export function readChosen(body: unknown, columns: readonly string[], guess: Guess): Chosen {
  const read = readForm(form, body);
  if (!read.ok) return { kind: guess.kind, mapping: guess.mapping, day: null, step: 'look' };
  const mapping: Record<string, Meaning> = Object.create(null);
  columns.forEach((name, place) => {
    const said = read.values[columnField(place)];
    mapping[name] = isMeaning(said) ? said : 'skip';
  });
  return { ...read.value, mapping };
}
