// Who may do what with a venue: laws of one line each.
import type { Standing } from './queries.ts';

type Asker = Pick<Standing, 'is_caretaker' | 'mine'>;

/** Adds one, sees whom to ask at the house, uses it for a group of theirs: whoever organises a group here. */
export const mayUse = ({ mine }: Pick<Asker, 'mine'>): boolean => mine.length > 0;

/** Writes what stands there: who looks after it. */
export const mayChange = ({ is_caretaker }: Asker): boolean => is_caretaker;
