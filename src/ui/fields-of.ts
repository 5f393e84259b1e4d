// What every field of a form repeats, said once: what it is called, what was typed, what is wrong with it.
import type { Values } from '#kit/form.ts';

export type Fields = {
  /** What was typed into one field; its first answer where there are several, blank where there is none. */
  value: (name: string) => string;
  /** `<Field label=… {...of('title')} />`; `usual` stands in a field that is blank. */
  of: (name: string, usual?: string) => { name: string; value: string; error: string | undefined };
  /** What is wrong, by field, in a sentence. */
  errors: Record<string, string | undefined>;
};

/** The fields of one form. */
export function fieldsOf(values: Values, errors: Record<string, string | undefined> = {}): Fields {
  const value = (name: string) => [values[name]].flat()[0] ?? '';
  return { value, of: (name, usual = '') => ({ name, value: value(name) || usual, error: errors[name] }), errors };
}
