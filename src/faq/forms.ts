// What a browser may send of a page of questions, as typed values, or what is wrong by field.
import { type FieldError, line, prose, readForm, z } from '#kit/form.ts';
import type { Entry, Typed } from './merge-rules.ts';

/** Most questions of their own. */
const ADDED_MOST = 20;

export const steps = ['save', 'publish', 'unpublish'] as const;

/** Fields of one question, by its key. */
export const fieldsOf = (key: string) => ({
  question: `question-${key}`,
  answer: `answer-${key}`,
  was: `was-${key}`,
  hidden: `hidden-${key}`,
});

/** Where a question is typed that is not there yet. */
export const NEW = 'new';

type Row = Typed & { key: string };

/** Reads the whole page. `nextKey` names a question that is added. An answer without a question is refused. */
export function readFaq(body: unknown, entries: readonly Entry[], nextKey: string) {
  const keys = [...entries.map(({ key }) => key), NEW];
  const fields = keys.flatMap((key) => {
    const at = fieldsOf(key);
    const question = line(200).or(z.literal('')).default('');
    return [
      [at.question, question],
      [at.answer, prose(4000)],
      [at.was, prose(4000)],
      [at.hidden, z.string().default('')],
    ] as const;
  });
  const read = readForm(z.object({ step: z.enum(steps).default('save'), ...Object.fromEntries(fields) }), body);
  if (!read.ok) return read;
  const said = read.value as Record<string, string>;
  const rows = keys.map((key): Row => {
    const at = fieldsOf(key);
    // Somebody else added it since this page was drawn: whoever sends the page never saw it, and leaves it alone.
    const unseen = read.values[at.question] === undefined && entries.find((one) => one.key === key);
    if (unseen) return rowOf(unseen);
    return {
      key: key === NEW ? nextKey : key,
      question: said[at.question] ?? '',
      answer: said[at.answer] ?? '',
      was: said[at.was] ?? '',
      hidden: said[at.hidden] !== '',
    };
  });
  const added = rows.at(-1) as Row;
  const errors: Record<string, FieldError> = {};
  if (added.answer !== '' && added.question === '') errors[fieldsOf(NEW).question] = { code: 'form.missing' };
  const isFull = entries.filter(({ proposed }) => proposed === null).length >= ADDED_MOST;
  if (added.question !== '' && isFull) errors[fieldsOf(NEW).question] = { code: 'faq.too_many' };
  if (Object.keys(errors).length > 0) return { ok: false as const, errors, values: read.values };
  return { ok: true as const, rows, step: said.step as (typeof steps)[number], values: read.values };
}

/** A question as it stands, as if it had been typed. */
function rowOf({ key, question, answer, from, hidden }: Entry): Row {
  return { key, question, answer: from === 'own' ? (answer ?? '') : '', was: '', hidden };
}
