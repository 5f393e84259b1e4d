// What a browser may send about questions and answers, as typed values, or what is wrong by field.
import { blankAsNull, line, maybeLine, prose, type Read, readForm, refuseField, ticked, whole, z } from '#kit/form.ts';
import type { Id } from '#kit/id.ts';
import { ANSWER_MOST, KEPT_DAYS, OPTIONS, type Question, type QuestionDraft } from './rules.ts';
import { questionKinds, readerCircles } from './tables.ts';

const questionForm = z.object({
  label: line(200),
  purpose: line(300),
  kind: z.enum(questionKinds),
  options: prose(2000),
  required: ticked(),
  private: ticked(),
  readers: z.enum(readerCircles).default('organisers'),
  kept_days: whole(1, KEPT_DAYS.most).default(KEPT_DAYS.usual),
});

/** Reads a question. A choice has one option a line, 2 to 20 of them, each once. Refused at `options`: too few, too many, too long. */
export function readQuestion(body: unknown): Read<QuestionDraft> {
  const read = readForm(questionForm, body);
  if (!read.ok) return read;
  const { options: written, required: is_required, private: is_private, ...rest } = read.value;
  const lines = written.split('\n').map((one) => one.trim());
  const options = rest.kind === 'choice' ? [...new Set(lines.filter(Boolean))] : [];
  const draft = { ok: true, value: { ...rest, options, is_required, is_private }, values: read.values } as const;
  if (rest.kind !== 'choice') return draft;
  if (options.length < OPTIONS.least) return refuseField<QuestionDraft>(draft, 'options', 'events.too_few_options');
  if (options.length > OPTIONS.most) return refuseField<QuestionDraft>(draft, 'options', 'events.too_many_options');
  if (options.some((one) => one.length > OPTIONS.letters))
    return refuseField<QuestionDraft>(draft, 'options', 'events.option_too_long');
  return draft;
}

/** A question as the fields of its form. */
export function questionValues(question: QuestionDraft): Record<string, string> {
  return {
    label: question.label,
    purpose: question.purpose,
    kind: question.kind,
    options: question.options.join('\n'),
    readers: question.readers,
    kept_days: String(question.kept_days),
    ...(question.is_required ? { required: 'on' } : {}),
    ...(question.is_private ? { private: 'on' } : {}),
  };
}

/** The name of the field a question is answered in. */
export function fieldOf({ question_id }: Pick<Question, 'question_id'>): string {
  return `q-${question_id}`;
}

/** What somebody answered; null: nothing, or nothing any more. */
export type Given = { question_id: Id<'events.question'>; answer: string | null };

/** Reads the answers to `questions`, one each. Refused at their fields: a required one left open, a choice there is not. */
export function readAnswers(questions: readonly Question[], body: unknown): Read<Given[]> {
  const shape = Object.fromEntries(questions.map((question) => [fieldOf(question), answerShape(question)]));
  const read = readForm(z.object(shape), body);
  if (!read.ok) return read;
  const given = questions.map((question) => ({
    question_id: question.question_id,
    answer: (read.value[fieldOf(question)] as string | null | undefined) ?? null,
  }));
  return { ok: true, value: given, values: read.values };
}

function answerShape({ kind, options, is_required }: Question): z.ZodType<string | null> {
  if (kind === 'text') return is_required ? line(ANSWER_MOST) : maybeLine(ANSWER_MOST);
  const one = z.enum(kind === 'yes_no' ? ['yes', 'no'] : options);
  return is_required ? one : blankAsNull(one);
}
